import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datedChangelog } from '../../../src/pipeline/program-release/dated-changelog.ts'

test('what is unreleased becomes a section of its own, older ones stay', () => {
  const text = '# Changelog\n\n## Unreleased\n\n- New.\n\n- Newer.\n\n## 0.1.0 — 2026-01-02\n\n- Old.\n'
  expect(datedChangelog(text, '0.2.0', '2026-11-28')).toEqual({
    ok: true,
    notes: '- New.\n\n- Newer.',
    text: '# Changelog\n\n## Unreleased\n\n## 0.2.0 — 2026-11-28\n\n- New.\n\n- Newer.\n\n## 0.1.0 — 2026-01-02\n\n- Old.\n',
  })
})

test.each([
  ['# Changelog\n\n## 0.1.0\n\n- Old.\n', 'no section'],
  ['# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n- Old.\n', 'nothing new'],
  ['# Changelog\n\n## Unreleased\n', 'nothing new'],
  ['# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.2.0 — 2026-01-01\n', 'version taken'],
])('%j: %s', (text, why) => {
  expect(datedChangelog(text, '0.2.0', '2026-11-28')).toEqual({ ok: false, why })
})

test('the change log of the program can be dated, and no line is lost', () => {
  const text = readFileSync('CHANGELOG.md', 'utf8')
  const made = datedChangelog(text, '99.0.0', '2026-11-28')
  if (!made.ok) throw new Error(made.why)
  const lines = (all: string) => all.split('\n').filter((line) => line.startsWith('- ') || line.startsWith('  '))
  expect(lines(made.text)).toEqual(lines(text))
})
