import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { fullDay, fullRoot, temporaryFolder } from '../full-root.ts'
import { page, sound, writeSite } from '../verify/sound-site.ts'
import { sumsOf } from './folder.ts'
import { runCommand } from './run-command.ts'
import { runScript } from './run-script.ts'

describe('npm run new', () => {
  let root: string

  beforeAll(() => {
    root = fullRoot()
  })

  const create = (...args: string[]) => runCommand('new', [...args, '--root', root, '--as-of', fullDay])

  test.each([
    ['policy', 'sl-new-1', ['content/policies/sl-new-1.md']],
    ['measure', 'sl-new-2', ['content/measures/sl-new-2.md']],
    ['dataset', 'sl-new-3', ['data/sl-new-3/datapackage.yaml', 'data/sl-new-3/sl-new-3.csv']],
  ])(
    '%s writes a skeleton of which the check names what is to be filled in, and never over a file',
    async (kind, id, paths) => {
      const { code, stdout, stderr } = await create(kind, id, '--title', '“新”标题: 甲')
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout.trimEnd().split('\n')).toEqual(paths)
      const checked = await runCommand('check', ['--root', root, '--as-of', fullDay, '--format', 'json'])
      const issues: { code: string; severity: string; file: string }[] = JSON.parse(checked.stdout).issues
      const errors = issues.filter((one) => one.severity === 'error' && one.file === paths[0])
      expect(new Set(errors.map((one) => one.code))).toContain('DOC-021')
      expect(errors.filter((one) => !['DOC-002', 'DOC-019', 'DOC-021'].includes(one.code))).toEqual([])
      const before = sumsOf(root)
      const again = await create(kind, id)
      expect([again.code, again.stdout]).toEqual([1, ''])
      expect(again.stderr).toContain(paths[0])
      expect(sumsOf(root)).toEqual(before)
    },
  )

  test('is the same in a process of its own', async () => {
    const { code, stdout, stderr } = await runScript('new', ['measure', 'sl-new-4', '--root', root, '--as-of', fullDay])
    expect([code, stdout, stderr]).toEqual([0, 'content/measures/sl-new-4.md\n', ''])
  })

  test.each([
    [['policy']],
    [['novel', 'a']],
    [['policy', 'A']],
    [['policy', '通知']],
    [['policy', '../../a']],
    [['policy', 'a', 'b']],
    [['policy', 'a', '--nonsense']],
    [[]],
  ])('%j is wrong usage: 2, and nothing is written', async (args) => {
    const before = sumsOf(root)
    const { code, stdout, stderr } = await create(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('npm run new')
    expect(sumsOf(root)).toEqual(before)
  })
})

describe('npm run import', () => {
  const text = [
    '示例市人民政府办公室关于印发《小店计划》的通知',
    '示政办发〔2024〕9号',
    '',
    '一、主要目标',
    '（一）数量',
    '到2026年底，累计新增小店100家以上。',
    '二、重点任务',
    '1.精简材料。（责任单位：市场监管局、财政局）',
    '',
  ].join('\n')
  let folder: string
  let root: string

  beforeAll(() => {
    folder = temporaryFolder()
    root = fullRoot()
    writeFileSync(join(folder, '通知 1.txt'), text)
    writeFileSync(join(folder, 'a.html'), `<html><body>${text.replace(/^(.+)$/gm, '<p>$1</p>')}</body></html>`)
    writeFileSync(join(folder, 'a.pdf'), '%PDF-1.7')
    writeFileSync(join(folder, 'broken.docx'), 'no zip')
    writeFileSync(join(folder, 'empty.txt'), ' \n')
  })

  test.each(['通知 1.txt', 'a.html'])(
    '%s becomes Markdown with headings and responsibilities; the report lists what may be a target',
    async (name) => {
      const { code, stdout, stderr } = await runCommand('import', [join(folder, name), '--root', root])
      expect(code, stderr).toBe(0)
      expect(stdout).toMatch(/^---\n/)
      expect(stdout).toContain('示政办发〔2024〕9号')
      expect(stdout).toMatch(/^## 一、主要目标$/m)
      expect(stdout).toMatch(/^### （一）数量$/m)
      expect(stdout).toContain('（责任单位：市场监管局、财政局）')
      expect(stdout).not.toContain(':target')
      expect(stdout).not.toMatch(/^text: \w/m)
      expect(stderr).toMatch(/保留 \d+ 字[\s\S]*可能是目标的文字，1 处[\s\S]*第 \d+ 行 累计新增小店100家以上/)
    },
  )

  test('--to writes a file, and never over one', async () => {
    const to = join(root, 'content/policies/sl-import.md')
    const args = [join(folder, '通知 1.txt'), '--root', root, '--to', 'content/policies/sl-import.md']
    const first = await runScript('import', args)
    expect([first.code, first.stdout], first.stderr).toEqual([0, ''])
    writeFileSync(to, 'mine')
    const second = await runCommand('import', args)
    expect(second.code).toBe(1)
    expect(readFileSync(to, 'utf8')).toBe('mine')
  })

  test('--overwrite replaces a file that is there', async () => {
    const to = join(root, 'content/policies/sl-again.md')
    writeFileSync(to, 'mine')
    const args = [join(folder, '通知 1.txt'), '--root', root, '--to', 'content/policies/sl-again.md', '--overwrite']
    expect((await runCommand('import', args)).code).toBe(0)
    expect(readFileSync(to, 'utf8')).toMatch(/^---\n/)
  })

  test('errors elsewhere in the root do not hide the offices; the check refuses marks until they are reviewed', async () => {
    writeFileSync(join(root, 'content/policies/sl-broken.md'), 'no head')
    writeFileSync(join(folder, 'signed.txt'), `${text}示例市人民政府办公室\n2024年3月5日\n`)
    const args = ['--root', root, '--mark-targets', '--lang', 'en', '--to', 'content/policies/sl-marked.md']
    const { code, stderr } = await runCommand('import', [join(folder, 'signed.txt'), ...args])
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/characters in the file[\s\S]*Possible targets, 1 \(marked unreviewed/)
    const written = readFileSync(join(root, 'content/policies/sl-marked.md'), 'utf8')
    expect(written).toContain('issuers: [sl-zfb]')
    expect(written).toContain(':target[累计新增小店100家以上]{#t01 unreviewed}')
    const checked = await runCommand('check', ['--root', root, '--as-of', fullDay, '--format', 'json'])
    const codes = JSON.parse(checked.stdout).issues.flatMap((one: { file: string; code: string }) =>
      one.file.endsWith('sl-marked.md') ? [one.code] : [],
    )
    expect(codes).toEqual(expect.arrayContaining(['DOC-002', 'DOC-022']))
  })

  test('--to that leaves the root is wrong usage: 2, and nothing is written', async () => {
    const args = [join(folder, '通知 1.txt'), '--root', root, '--to', '../outside.md']
    const { code, stdout, stderr } = await runCommand('import', args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('npm run import')
    expect(existsSync(join(root, '../outside.md'))).toBe(false)
  })

  test('--to where nothing can be written says so', async () => {
    const to = 'content/site.yaml/x.md'
    const { code, stderr } = await runCommand('import', [join(folder, '通知 1.txt'), '--root', root, '--to', to])
    expect(code).toBe(1)
    expect(stderr).toContain(`${to} 写不进去：E`)
  })

  test.each([['nothing.txt'], ['a.pdf'], ['broken.docx'], ['empty.txt']])(
    '%s is wrong usage: 2, with a reason',
    async (name) => {
      const { code, stdout, stderr } = await runCommand('import', [join(folder, name), '--root', root])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(name)
      expect(stderr).not.toMatch(/^\s+at /m)
    },
  )
})

describe('npm run bench', () => {
  test('search over files that are not there is wrong usage: 2', async () => {
    const { code, stderr } = await runCommand('bench', ['search', '--corpus', '/nowhere', '--queries', '/nowhere'])
    expect(code).toBe(2)
    expect(stderr).toContain('没有这个文件或文件夹：/nowhere')
  })
})

describe('npm run verify', () => {
  test('an output that is a file is wrong usage: 2', async () => {
    const out = join(temporaryFolder(), 'dist')
    writeFileSync(out, '')
    expect((await runCommand('verify', ['--out', out])).code).toBe(2)
  })

  test('an output that is not there is wrong usage: 2', async () => {
    const { code, stderr } = await runCommand('verify', ['--out', join(temporaryFolder(), 'dist')])
    expect(code).toBe(2)
    expect(stderr).toContain('npm run build')
  })

  test('a link to nothing is an error, and a site without one is not', async () => {
    const out = await writeSite(sound)
    expect((await runScript('verify', ['--out', out])).code).toBe(0)
    const broken = await writeSite({ ...sound, '404.html': page('<a href="/nothing/">x</a>') })
    const { code, stdout } = await runCommand('verify', ['--out', broken])
    expect(code).toBe(1)
    expect(stdout).toContain('404.html:1:')
  })
})

describe('npm run example', () => {
  test('does not take another root', async () => {
    const { code, stderr } = await runCommand('example', ['--root', '.'])
    expect(code).toBe(2)
    expect(stderr).toContain('npm run example')
  })
})
