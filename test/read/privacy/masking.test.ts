import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Files } from '../../../src/read/files.ts'
import { readSite } from '../../../src/read/root.ts'
import { toGithub } from '../../../src/report/github.ts'
import { toJson } from '../../../src/report/json.ts'
import { toSarif } from '../../../src/report/sarif.ts'
import { toText } from '../../../src/report/text.ts'
import { base, overlay } from '../overlay.ts'

const formats = [toText, toJson, toSarif, toGithub]
const secrets =
  /11010519491231002X|13800138000|13812345678|13912345671|6222[ \d]{12,}|江滨路18号|3幢2单元501室|E12345678|G12345|李四|Fictional|123456789/

async function reportsOf(files: Files) {
  const { issues, files: count } = await readSite(files, { asOf: '2026-11-20' })
  const report = { issues, files: count, durationMs: 1 }
  return formats.flatMap((format) => [format(report, 'zh'), format(report, 'en')])
}

const cases = readdirSync('test/fixtures/issues').filter((name) => /^PII-(?:00[1235]|009|01[0-35])/.test(name))

test.each(cases)('no report of %s repeats the secret', async (name) => {
  for (const report of await reportsOf(await overlay(`test/fixtures/issues/${name}`))) {
    expect(report).not.toMatch(secrets)
    if (!/silent|01[35]/.test(name)) expect(report).toContain('****')
  }
})

const kinds = JSON.parse(readFileSync('test/fixtures/personal-data/found.json', 'utf8')) as {
  kind: string
  text: string
  label?: string
}[]

// One of each kind, where other checks quote what they find: a head, a name, a reference, a path.
const samples = [
  ...Map.groupBy(
    kinds.filter((one) => !one.label && !/["\n#<&\\/]/.test(one.text)),
    (one) => one.kind,
  ).values(),
].flatMap((list) => list.slice(0, 2))
const policy = 'content/policies/sl-zbf-2024-1.md'

test.each(samples)('no message about other faults repeats “$kind” in $text', async ({ text }) => {
  const clean = await overlay(base)
  const head = (clean.texts.get(policy) ?? '')
    .replace(/^docNumber:.*$/m, `docNumber: "${text}"\nunknown: "${text}"`)
    .replace(/^kind:.*$/m, `kind: "${text}"`)
  const texts = new Map([...clean.texts, [policy, `${head}\n[${text}](/policies/${encodeURI(text)}/)\n`]])
  for (const report of await reportsOf({ ...clean, texts })) {
    expect(report).not.toContain(text)
    expect(report).toContain('****')
  }
})

test('a name of a file that holds a secret is masked wherever it is printed', async () => {
  const clean = await overlay(base)
  const texts = new Map([...clean.texts, ['content/policies/13812345678.md', '没有头\n']])
  const reports = await reportsOf({ ...clean, texts })
  for (const report of reports) expect(report).not.toContain('13812345678')
  expect(reports[0]).toContain('PII-002')
})
