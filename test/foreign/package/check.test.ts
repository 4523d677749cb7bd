import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkPackage } from '../../../src/foreign/package/check.ts'

const folder = 'test/fixtures/packages'
const cases = readdirSync(folder).sort()

describe.each(cases.filter((name) => name.startsWith('valid')))('%s', (name) => {
  test('passes unchanged', async () => {
    const { issues, files } = await checkPackage(`${folder}/${name}`)
    expect(issues.map(({ code, file, line, message }) => `${file}:${line} ${code} ${message.en}`)).toEqual([])
    expect(files).toBeGreaterThan(1)
  })
})

describe.each(cases.filter((name) => name.startsWith('invalid')))('%s', (name) => {
  test('is found where it stands, and nothing else is', async () => {
    const { issues } = await checkPackage(`${folder}/${name}`)
    const found = issues.map(({ code, file, line, column }) => ({
      code,
      place: `${file.replace(`${folder}/${name}`, '').replace(/^\//, '')}:${line}:${column}`,
    }))
    const path = `${folder}/${name}/expected.json`
    // Written once for review as a diff, never in CI.
    if (!existsSync(path) && !process.env['CI']) writeFileSync(path, `${JSON.stringify(found, null, 1)}\n`)
    expect(found).toEqual(JSON.parse(readFileSync(path, 'utf8')))
    const code = /[A-Z]+-\d+/.exec(name)?.[0]
    expect(found.some((one) => code === undefined || one.code === code)).toBe(true)
  })
})
