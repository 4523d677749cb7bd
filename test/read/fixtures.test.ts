import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/issues/catalogue.ts'
import { codeExamples } from '../../src/issues/examples.ts'
import { readSite } from '../../src/read/root.ts'
import { exampleOfRoot, shownCases } from '../docs/code-examples.ts'
import { base, overlay } from './overlay.ts'

const folder = 'test/fixtures/issues'
const cases = readdirSync(folder).sort()
const asOf = '2026-11-20'
const shown = new Set(shownCases().values())

/** Codes that no file of a root can cause; each has a test of its own, named here. */
const elsewhere: Readonly<Record<string, string>> = {
  'REL-012': 'test/read/files.test.ts',
  'SITE-004': 'test/read/files.test.ts',
  'SITE-005': 'test/read/files.test.ts',
  'SITE-010': 'test/read/file-list.test.ts',
  'SITE-011': 'test/read/file-list.test.ts',
  'PKG-013': 'test/foreign/package/limits.test.ts',
}

test('the base root is clean', async () => {
  const { issues, site } = await readSite(await overlay(base), { asOf })
  expect(issues).toEqual([])
  expect(site?.policies.size).toBe(1)
})

describe.each(cases)('%s', (name) => {
  test('is found where it stands, and nothing else is', async () => {
    const { issues } = await readSite(await overlay(`${folder}/${name}`), { asOf })
    const found = issues.map(({ code, file, line, column }) => ({ code, file, line, column }))
    const path = `${folder}/${name}/expected.json`
    // Written once for review as a diff, never in CI.
    if (!existsSync(path) && !process.env['CI']) writeFileSync(path, `${JSON.stringify(found, null, 1)}\n`)
    expect(found).toEqual(JSON.parse(readFileSync(path, 'utf8')))
    const code = /^[A-Z0-9]+-\d+/.exec(name)?.[0]
    const silent = name.includes('-silent')
    expect(found.some((one) => one.code === code)).toBe(!silent)
    const issue = issues.find((one) => one.code === code)
    if (issue && shown.has(name)) expect(codeExamples[issue.code], 'npm run docs').toEqual(exampleOfRoot(name, issue))
  })
})

test('every code has a fixture, or a test of its own', () => {
  const covered = new Set(
    cases.filter((name) => !name.includes('-silent')).map((name) => /^[A-Z0-9]+-\d+/.exec(name)?.[0]),
  )
  // Faults of built pages: test/verify. Those of tables described with CSVW: test/csvw/fixtures.test.ts.
  const built = (code: string) => /^(?:SITE-1|CSVW-)\d\d/.test(code)
  const packages = new Set(readdirSync('test/fixtures/packages').map((name) => /[A-Z]+-\d+/.exec(name)?.[0])) // test/package
  const missing = catalogue
    .map(({ code }) => code)
    .filter((code) => !covered.has(code) && !packages.has(code) && !built(code) && !existsSync(elsewhere[code] ?? ''))
  expect(missing).toEqual([])
})
