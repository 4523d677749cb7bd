import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFiles } from '../../src/read/files.ts'
import { readRoot } from '../../src/read/root.ts'

function root(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-'))
  mkdirSync(join(folder, 'content/policies'), { recursive: true })
  return folder
}

describe('readFiles', () => {
  test('lists prose and tables in an order that no file system changes', async () => {
    const folder = root()
    for (const name of ['b.md', 'a.md', '甲 乙.md', '.hidden.md', '~$lock.md'])
      writeFileSync(join(folder, 'content/policies', name), 'x')
    expect([...(await readFiles(folder)).texts.keys()]).toEqual([
      'content/policies/a.md',
      'content/policies/b.md',
      'content/policies/甲 乙.md',
    ])
  })

  test('walks a link that leads back up once, and says so', async () => {
    const folder = root()
    symlinkSync(join(folder, 'content'), join(folder, 'content/policies/loop'))
    const { issues } = await readFiles(folder)
    expect(issues.map((one) => one.code)).toEqual(['SITE-004'])
  })

  test('reports a link to nothing', async () => {
    const folder = root()
    symlinkSync(join(folder, 'gone.md'), join(folder, 'content/policies/a.md'))
    const { issues } = await readFiles(folder)
    expect(issues.map((one) => one.code)).toEqual(['SITE-004'])
  })

  test.each(['releases', 'releases/1.0.0', 'releases/1.0.0/observations.csv'])(
    'a link at data/example/%s is refused and not read',
    async (name) => {
      const folder = root()
      const target = join(folder, 'elsewhere')
      mkdirSync(target)
      writeFileSync(join(target, 'observations.csv'), 'a\n1\n')
      mkdirSync(dirname(join(folder, 'data/example', name)), { recursive: true })
      symlinkSync(name.endsWith('.csv') ? join(target, 'observations.csv') : target, join(folder, 'data/example', name))
      const { frozen, issues } = await readFiles(folder)
      expect(frozen.size).toBe(0)
      expect(issues.map(({ code, file }) => [code, file])).toEqual([['REL-012', `data/example/${name}`]])
    },
  )

  test('does not take a line of fifty megabytes into memory', async () => {
    const folder = root()
    writeFileSync(join(folder, 'content/policies/a.md'), Buffer.alloc(50 * 1024 * 1024, 'x'))
    const { texts, issues } = await readFiles(folder)
    expect(texts.size).toBe(0)
    expect(issues.map((one) => one.code)).toEqual(['SITE-005'])
  })

  test('a root that is not there has no files and one plain error', async () => {
    const { site, issues } = await readRoot('/no/such/folder', { asOf: '2026-11-20' })
    expect(site).toBeUndefined()
    expect(issues.map((one) => one.code)).toContain('SITE-007')
  })

  test('an empty file, a file of line breaks and one with CRLF are all read', async () => {
    const folder = root()
    writeFileSync(join(folder, 'content/policies/a.md'), '')
    writeFileSync(join(folder, 'content/policies/b.md'), '\n\n\n')
    writeFileSync(join(folder, 'content/policies/c.md'), '---\r\ntitle: 通知\r\n---\r\n\r\n## 一、甲\r\n')
    const { issues } = await readRoot(folder, { asOf: '2026-11-20' })
    const codes = (name: string) => issues.filter((one) => one.file.endsWith(name)).map((one) => one.code)
    expect(codes('a.md')).toEqual(['DOC-001'])
    expect(codes('b.md')).toEqual(['DOC-001'])
    expect(new Set(codes('c.md'))).toEqual(new Set(['DOC-002']))
  })
})
