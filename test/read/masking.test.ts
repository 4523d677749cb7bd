import { expect, test } from 'vitest'
import { readSite } from '../../src/read/root.ts'
import { toGithub } from '../../src/report/github.ts'
import { toJson } from '../../src/report/json.ts'
import { toSarif } from '../../src/report/sarif.ts'
import { toText } from '../../src/report/text.ts'
import { overlay } from './overlay.ts'

test.each(['PII-001', 'PII-002', 'PII-005'])('no report of %s repeats the secret', async (name) => {
  const { issues, files } = await readSite(await overlay(`test/fixtures/issues/${name}`), { asOf: '2026-11-20' })
  expect(issues.length).toBeGreaterThan(0)
  for (const format of [toText, toJson, toSarif, toGithub]) {
    const report = format({ issues, files, durationMs: 1 }, 'zh')
    expect(report).not.toMatch(/11010519491231002X|13800138000/)
    expect(report).toContain('****')
  }
})
