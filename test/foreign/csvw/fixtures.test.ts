import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../src/issues/catalogue.ts'
import { checkCsvw } from '../../../src/pipeline/check-csvw.ts'

const folder = 'test/fixtures/csvw'
const cases = readdirSync(folder).sort()

/** What the first word of a folder promises of its problems. */
const promises: Readonly<Record<string, (errors: number, warnings: number) => boolean>> = {
  valid: (errors, warnings) => errors === 0 && warnings === 0,
  warning: (errors, warnings) => errors === 0 && warnings > 0,
  invalid: (errors) => errors > 0,
}

describe.each(cases)('%s', (name) => {
  test('is found where it stands, and nothing else is', async () => {
    const issues = await check(name)
    const found = issues.map(({ code, file, line, column }) => ({ code, file, line, column }))
    const path = `${folder}/${name}/expected.json`
    // Written once for review as a diff, never in CI.
    if (!existsSync(path) && !process.env['CI']) writeFileSync(path, `${JSON.stringify(found, null, 1)}\n`)
    expect(found).toEqual(JSON.parse(readFileSync(path, 'utf8')))
    const count = (severity: string) => issues.filter((one) => one.severity === severity).length
    expect(promises[name.split('-')[0] ?? '']?.(count('error'), count('warning'))).toBe(true)
  })
})

test('every code of CSVW has a fixture', async () => {
  const found = new Set((await Promise.all(cases.map(check))).flat().map((one) => one.code))
  const codes = catalogue.map((one) => one.code).filter((code) => code.startsWith('CSVW-'))
  expect(codes.filter((code) => !found.has(code))).toEqual([])
})

/** Starts from the metadata, or where the folder says so from the table; files are named relative to the folder. */
async function check(name: string) {
  const root = join(folder, name)
  const metadata = readdirSync(root).find((file) => file.endsWith('-metadata.json'))
  const start = name.endsWith('-from-table') || !metadata ? 'data.csv' : metadata
  const { issues } = await checkCsvw(start, join(process.cwd(), root))
  for (const one of issues) expect(relative('.', one.file).startsWith('..')).toBe(false)
  return issues
}
