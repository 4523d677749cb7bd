import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { fullDay, fullRoot, temporaryFolder } from '../full-root.ts'
import { runCommand } from './run-command.ts'
import { runScript } from './run-script.ts'

const fixture = fileURLToPath(new URL('../fixtures/corpus', import.meta.url))

describe('npm run search', () => {
  let root: string
  let corpus: string

  beforeAll(() => {
    root = fullRoot()
    corpus = temporaryFolder()
    cpSync(fixture, corpus, { recursive: true })
  })

  const json = async (...args: string[]) => {
    const { code, stdout, stderr } = await runCommand('search', [
      '--root',
      root,
      '--as-of',
      fullDay,
      '--format',
      'json',
      ...args,
    ])
    expect([code, stderr]).toEqual([0, ''])
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  }

  test('--corpus prints one object for each query: documents, how often, where, and the text there', async () => {
    const [first, second] = await json('--corpus', corpus, '小微企业', '图书馆')
    expect(first).toEqual({
      query: '小微企业',
      added: expect.any(Array),
      total: 1,
      exact: [
        {
          url: '地方性法规/示例市小微企业促进办法(2021-03-01).md',
          title: '示例市小微企业促进办法',
          type: '文本',
          count: 4,
          clause: '第一条',
          excerpt: '第一条 为了扶持小微企业，制定本办法。',
        },
      ],
      related: expect.any(Array),
      bytes: expect.any(Number),
      requests: expect.any(Number),
      startBytes: expect.any(Number),
      queryBytes: expect.any(Number),
    })
    expect(first.startBytes + first.queryBytes).toBeLessThanOrEqual(first.bytes)
    expect([second.query, second.total, second.exact[0].url]).toEqual(['图书馆', 1, '示例市图书馆管理规定.md'])
  })

  test('a number is found in every way of writing it', async () => {
    const answers = await json('--corpus', corpus, '示政办发〔2021〕38号', '示政办发[2021]38号', '示政办发 2021 38')
    expect(answers.map((answer) => [answer.total, answer.exact[0]?.clause])).toEqual([
      [1, '第三条'],
      [1, '第三条'],
      [1, '第三条'],
    ])
  })

  test('a corpus that has changed is read anew', async () => {
    const changing = temporaryFolder()
    writeFileSync(join(changing, '甲.md'), '# 甲\n\n第一条 河流。\n')
    expect((await json('--corpus', changing, '山川'))[0].total).toBe(0)
    writeFileSync(join(changing, '甲.md'), '# 甲\n\n第一条 山川与河流。\n')
    expect((await json('--corpus', changing, '山川'))[0].total).toBe(1)
  })

  test('texts that are not UTF-8 are named, all at once', async () => {
    const odd = temporaryFolder()
    writeFileSync(join(odd, '甲.md'), '# 甲\n\n第一条 河流。\n')
    writeFileSync(join(odd, '乙.md'), Buffer.from([0x23, 0x20, 0xba, 0xd3, 0xc1, 0xf7, 0x0a])) // 河流 in GBK
    writeFileSync(join(odd, '丙.md'), '\ufeff# 丙\n', 'utf16le')
    const { code, stdout, stderr } = await runCommand('search', ['--root', root, '--corpus', odd, '河流'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('丙.md:1:1 文件是 UTF-16LE 编码')
    expect(stderr).toContain('乙.md:1:1 文件是 GBK/GB18030 编码')
    expect(stderr).not.toContain('甲.md')
  })

  test('--corpus says when the glossary of the root has faults', async () => {
    const faulty = temporaryFolder()
    mkdirSync(join(faulty, 'content'))
    writeFileSync(join(faulty, 'content', 'glossary.yaml'), 'terms: 1\n')
    const { code, stdout, stderr } = await runCommand('search', ['--root', faulty, '--corpus', corpus, '图书馆'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('npm run check')
  })

  test('Markdown has several endings', async () => {
    const mixed = temporaryFolder()
    writeFileSync(join(mixed, '甲.MD'), '# 甲\n\n第一条 河流。\n')
    writeFileSync(join(mixed, '乙.markdown'), '第一条 河流。\n')
    const [answer] = await json('--corpus', mixed, '河流')
    expect(answer.exact.map(({ title }: { title: string }) => title).sort()).toEqual(['乙', '甲'])
  })

  test('--root indexes the content itself', async () => {
    const [answer] = await json('小店成长')
    expect(answer.total).toBeGreaterThan(0)
    expect(answer.exact[0].url).toMatch(/^\//)
  })

  test('text for people says how much there is', async () => {
    const args = ['--root', root, '--as-of', fullDay, '--corpus', corpus, '图书馆']
    const { code, stdout } = await runScript('search', args)
    expect([code, stdout.split('：')[0]]).toEqual([0, '“图书馆”'])
    expect(stdout).toContain('示例市图书馆管理规定')
  })

  test('--dist without an index ends with 2 and says what to do', async () => {
    const empty = temporaryFolder()
    mkdirSync(join(empty, 'fulltext'))
    const { code, stdout, stderr } = await runCommand('search', ['--dist', empty, '申请'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('npm run build')
  })

  test.each([
    { args: [] },
    { args: ['--format', 'xml', '申请'] },
    { args: ['--unknown', '申请'] },
    { args: ['--dist', 'a', '--corpus', 'b', '申请'] },
    { args: ['--corpus', 'no-such-folder', '申请'] },
    { args: ['--corpus', fileURLToPath(import.meta.url), '申请'] },
  ])('$args is wrong usage: 2', async ({ args }) => {
    const { code, stdout, stderr } = await runCommand('search', args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
  })
})
