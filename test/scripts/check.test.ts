import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { fullDay, fullRoot, temporaryFolder } from '../full-root.ts'
import { runCommand } from './run-command.ts'
import { runScript } from './run-script.ts'

const policy = 'content/policies/sl-zbf-2024-1.md'

describe('npm run check', () => {
  let clean: string
  let broken: string

  beforeAll(() => {
    clean = fullRoot()
    broken = fullRoot()
    edit(broken, policy, '〔2024〕1号', '[2024]1号')
    edit(broken, 'data/example/observations.csv', ',30,家', ',31,家')
  })

  const check = (root: string, ...args: string[]) => runCommand('check', ['--root', root, '--as-of', fullDay, ...args])

  test('ends with 0 on a root without errors, and says how much was checked', async () => {
    const { code, stdout, stderr } = await check(clean)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe('共检查 26 个文件：0 处错误、0 处警告、0 处提示。\n')
  })

  test('ends with 1 on errors, each with its file, line and column', async () => {
    const { code, stdout, stderr } = await check(broken)
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toContain(`${policy}:3:12`)
    expect(stdout).toContain('[DOC-004]')
    expect(stdout).toContain('data/example/observations.csv:2:')
    expect(stdout).toContain('[NUM-001]')
  })

  test('is the same in a process of its own', async () => {
    for (const root of [clean, broken]) {
      const args = ['--root', root, '--as-of', fullDay]
      expect(await runScript('check', args)).toEqual(await runCommand('check', args))
    }
  })

  test('ends with 0 when there are only warnings', async () => {
    const root = fullRoot()
    edit(root, 'content/site.yaml', 'licence: { id: CC-BY-4.0, title: 署名 4.0 }\n', '')
    const { code, stdout } = await check(root)
    expect(code).toBe(0)
    expect(stdout).toContain('[SITE-006]')
  })

  test('--format json prints the contract and nothing else', async () => {
    const { code, stdout, stderr } = await check(broken, '--format', 'json')
    expect([code, stderr]).toEqual([1, ''])
    const report = JSON.parse(stdout)
    expect(Object.keys(report)).toEqual(['issues', 'summary'])
    expect(Object.keys(report.summary)).toEqual(['files', 'errors', 'warnings', 'durationMs'])
    expect(report.summary).toMatchObject({ files: 26, errors: 2, warnings: 0, durationMs: expect.any(Number) })
    const keys = ['code', 'severity', 'file', 'line', 'column', 'message', 'hint']
    for (const one of report.issues) expect(Object.keys(one)).toEqual(keys)
    expect(report.issues[0]).toMatchObject({ code: 'DOC-004', severity: 'error', file: policy, line: 3, column: 12 })
    expect(report.issues[0].message).toMatch(/发文字号/)
  })

  test('--format json on a clean root has the same shape', async () => {
    const { code, stdout } = await check(clean, '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      issues: [],
      summary: { files: 26, errors: 0, warnings: 0, durationMs: expect.any(Number) },
    })
  })

  test('--lang en speaks English', async () => {
    const { stdout } = await check(broken, '--format', 'json', '--lang', 'en')
    for (const { message, hint } of JSON.parse(stdout).issues) {
      expect(message).toMatch(/^[^\u4e00-\u9fff]*[a-z]{3}/i)
      expect(hint).toMatch(/[a-z]{3}/i)
    }
    expect((await check(clean, '--lang', 'en')).stdout).not.toMatch(/\p{Script=Han}/u)
  })

  test('--format github prints one command per issue', async () => {
    const { code, stdout } = await check(broken, '--format', 'github')
    expect(code).toBe(1)
    const lines = stdout.trimEnd().split('\n')
    expect(lines.filter((line) => /^::error file=[^,]+,line=\d+,col=\d+,title=[^:]+::./.test(line))).toHaveLength(2)
  })

  test('--format sarif prints a log of SARIF 2.1.0', async () => {
    const { code, stdout } = await check(broken, '--format', 'sarif')
    expect(code).toBe(1)
    const log = JSON.parse(stdout)
    expect(log.version).toBe('2.1.0')
    const { results, tool } = log.runs[0]
    expect(results).toHaveLength(2)
    const ruleIds = new Set(tool.driver.rules.map((rule: { id: string }) => rule.id))
    for (const one of results) expect(ruleIds).toContain(one.ruleId)
    expect(results[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: policy },
      region: { startLine: 3, startColumn: 12 },
    })
  })

  test('--as-of decides what is over', async () => {
    const { stdout } = await runCommand('check', ['--root', clean, '--as-of', '2030-01-01', '--format', 'json'])
    expect(JSON.parse(stdout).issues.map((one: { code: string }) => one.code)).toContain('DOC-014')
  })

  test('--csvw checks a metadata document or a table, with the same reports and exits', async () => {
    const folder = join(import.meta.dirname, '../fixtures/csvw')
    const csvw = (...args: string[]) => runCommand('check', ['--csvw', ...args], folder)
    expect((await csvw('valid-keys/csv-metadata.json')).code).toBe(0)
    const { code, stdout } = await csvw('invalid-found-from-table/data.csv', '--lang', 'en')
    expect(code).toBe(1)
    expect(stdout).toContain('invalid-found-from-table/data.csv:1:3')
    expect(stdout).toContain('[CSVW-012]')
    expect((await csvw('none.csv')).code).toBe(2)
  })

  test('--root may be relative to where the command runs, and may hold blanks and Chinese', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, '示例 数据'))
    cpSync(clean, join(folder, '示例 数据'), { recursive: true })
    const { code } = await runCommand('check', ['--root', '示例 数据', '--as-of', fullDay], folder)
    expect(code).toBe(0)
  })

  test('a root that is not there is an error of the content, not of the program', async () => {
    const { code, stdout } = await check(join(clean, 'nothing'))
    expect(code).toBe(1)
    expect(stdout).toContain('[SITE-007]')
  })

  test.each([
    [['--nonsense']],
    [['--format', 'xml']],
    [['--lang', 'fr']],
    [['--as-of', '2026-02-30']],
    [['--as-of']],
    [['--root']],
    [['extra']],
    [['--package', 'a', '--csvw', 'b.csv']],
  ])('%j is wrong usage: 2, with nothing on stdout', async (args) => {
    const { code, stdout, stderr } = await runCommand('check', args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('npm run check')
  })

  test('--help explains and ends with 0', async () => {
    const { code, stdout } = await runCommand('check', ['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('npm run check')
  })
})

function edit(root: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(root, path), text.replace(from, to))
}
