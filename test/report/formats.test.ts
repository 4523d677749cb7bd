import { describe, expect, test } from 'vitest'
import { badDate, docNumberBrackets, planOver } from '../../src/issues/doc.ts'
import { issue } from '../../src/model/issue.ts'
import { toGithub } from '../../src/report/github.ts'
import { toJson } from '../../src/report/json.ts'
import { toSarif } from '../../src/report/sarif.ts'
import { toText } from '../../src/report/text.ts'

const at = { file: 'content/policies/a,b.md', line: 3, column: 12 }
const report = {
  issues: [
    issue(planOver, { ...at, line: 2 }, { to: '2023-12-31' }),
    issue(docNumberBrackets, at, { found: '示政办发[2024]1号', suggestion: '示政办发〔2024〕1号' }),
    issue(badDate, { ...at, line: 9 }, { found: '2021-11-31', reason: 'day', lastDay: 30, suggestion: '2021-11-30' }),
  ],
  files: 42,
  durationMs: 12.6,
}

describe('reports', () => {
  test('text names file, line, column, code, fault and remedy, and counts at the end', () => {
    expect(toText(report, 'zh')).toBe(`content/policies/a,b.md
  content/policies/a,b.md:2:12  警  规划期已于2023-12-31结束，没有登记后续文件。  [DOC-014]
      请在后续文件里写“替代”关系，或用 changeNotes（修订说明）登记结项。
  content/policies/a,b.md:3:12  错  发文字号“示政办发[2024]1号”的年份没有用六角括号〔〕。  [DOC-004]
      请写成 示政办发〔2024〕1号（GB/T 9704-2012 第7.2.5条）。
  content/policies/a,b.md:9:12  错  “2021-11-31”不是有效日期（2021年11月只有30天）。  [DOC-010]
      请写成 2021-11-30 这样的格式，并核对原件。

共检查 42 个文件：2 处错误、1 处警告、0 处提示。
`)
  })

  test('text speaks English when asked', () => {
    expect(toText(report, 'en')).toContain('“2021-11-31” is not a date (the month has 30 days).')
    expect(toText(report, 'en')).toContain('Checked 42 files: 2 errors, 1 warnings, 0 hints.')
  })

  test('JSON has exactly the keys of the contract', () => {
    const parsed = JSON.parse(toJson(report, 'zh'))
    expect(Object.keys(parsed)).toEqual(['issues', 'summary'])
    expect(Object.keys(parsed.issues[0])).toEqual(['code', 'severity', 'file', 'line', 'column', 'message', 'hint'])
    expect(parsed.summary).toEqual({ files: 42, errors: 2, warnings: 1, durationMs: 13 })
  })

  test('GitHub annotations in English keep message and remedy apart', () => {
    expect(toGithub(report, 'en')).toContain('is not a date (the month has 30 days). ')
  })

  test('GitHub annotations put errors first and escape commas in file names', () => {
    const lines = toGithub(report, 'zh').split('\n')
    expect(lines[0]).toMatch(/^::error file=content\/policies\/a%2Cb\.md,line=3,col=12,title=DOC-004::发文字号/)
    expect(lines[2]).toMatch(/^::warning /)
  })

  test('SARIF names the rule, the level and the region of each result', () => {
    const [run] = JSON.parse(toSarif(report, 'en')).runs
    expect(run.tool.driver.rules.map((one: { id: string }) => one.id)).toEqual(['DOC-004', 'DOC-010', 'DOC-014'])
    expect(run.results[1]).toMatchObject({ ruleId: 'DOC-004', ruleIndex: 0, level: 'error' })
    expect(run.results[1].locations[0].physicalLocation.region).toEqual({ startLine: 3, startColumn: 12 })
  })

  describe('of hostile names and values', () => {
    const signs = '\u001b[2J\r\n::stop-commands::x\n::error::y\u202e\u2028\u0085%0A\ud800'
    const hostile = {
      ...report,
      issues: [issue(docNumberBrackets, { ...at, file: `content/${signs}#?.md` }, { found: signs, suggestion: signs })],
    }

    test.each(['zh', 'en'] as const)('begin no line and hold no control character (%s)', (lang) => {
      for (const said of [
        toText(hostile, lang),
        toGithub(hostile, lang),
        toSarif(hostile, lang),
        toJson(hostile, lang),
      ]) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|\n\s*::(?!error file=)|^\s*::(?!error file=)/)
        expect(said.isWellFormed()).toBe(true)
      }
      for (const said of [toText(hostile, lang), toGithub(hostile, lang)])
        expect(said).not.toMatch(/[\u0085\u202e\u2028]/)
      expect(toGithub(hostile, lang).trim().split('\n')).toHaveLength(2)
      expect(toGithub(hostile, lang)).toContain('%250A')
      expect(JSON.parse(toJson(hostile, lang)).issues[0].file).toBe(`content/${signs}#?.md`)
      const [run] = JSON.parse(toSarif(hostile, lang)).runs
      const { uri } = run.results[0].locations[0].physicalLocation.artifactLocation
      expect(decodeURIComponent(uri)).toBe(`content/${signs}#?.md`.toWellFormed())
    })
  })
})
