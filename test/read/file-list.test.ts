import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readFiles } from '../../src/read/files.ts'
import { readRoot } from '../../src/read/root.ts'
import { base } from './overlay.ts'

const asOf = '2026-11-20'
let home: string
let root: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gongbao-list-'))
  root = join(home, 'root')
  cpSync(base, root, { recursive: true })
})
afterEach(() => rmSync(home, { recursive: true }))

function write(path: string, text = 'SECRET=1\n'): string {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  return join(root, path)
}

async function found() {
  const { issues } = await readRoot(root, { asOf })
  expect(JSON.stringify(issues)).not.toContain('SECRET')
  return issues.map((one) => `${one.code} ${one.file}`)
}

describe('links', () => {
  const outside = [
    ['a secret beside the root', () => write('../secret.csv')],
    ['a hidden file of the root', () => write('.env')],
    ['a file in a hidden folder', () => write('.git/config')],
    ['the memory of a process', () => '/proc/self/environ'],
    ['a relative way out', () => '../../../secret.csv'],
  ] as const

  test.each(outside)('to %s are not followed', async (_, target) => {
    write('../secret.csv')
    const to = target()
    symlinkSync(to, join(root, 'data/example/t.csv'))
    symlinkSync(to, join(root, 'content/policies/sl-link.md'))
    symlinkSync(to, join(root, 'data/example/other.bin'))
    const leading = ['content/policies/sl-link.md', 'data/example/other.bin', 'data/example/t.csv']
    expect(await found()).toEqual(leading.map((path) => `SITE-010 ${path}`))
  })

  test.each([['/'], ['/proc'], ['..']])('to the folder %s are not walked', async (to) => {
    symlinkSync(to, join(root, 'content/policies/deep'))
    // `..` is seen from the folder of the link, and content/ has been read.
    const code = to === '..' ? 'SITE-004' : 'SITE-010'
    expect(await found()).toEqual([`${code} content/policies/deep`])
  })

  test('to the root end', async () => {
    symlinkSync(root, join(root, 'data/loop'))
    expect(await found()).toEqual(['SITE-004 data/loop'])
  })

  test('that make content itself lie outside are refused', async () => {
    cpSync(join(root, 'content'), join(home, 'content'), { recursive: true })
    rmSync(join(root, 'content'), { recursive: true })
    symlinkSync(join(home, 'content'), join(root, 'content'))
    expect(await found()).toContain('SITE-010 content')
  })

  test('within the root are read, by file and by folder', async () => {
    mkdirSync(join(root, 'shared'))
    cpSync(join(root, 'data/example'), join(root, 'shared/example'), { recursive: true })
    rmSync(join(root, 'data/example'), { recursive: true })
    symlinkSync('../shared/example', join(root, 'data/example'))
    expect(await found()).toEqual([])
    expect((await readFiles(root)).tables.has('data/example/observations.csv')).toBe(true)
  })

  test('that multiply folders are walked once each', async () => {
    for (let level = 0; level < 30; level++) {
      mkdirSync(join(root, 'shared', String(level)), { recursive: true })
      for (const name of ['a', 'b']) symlinkSync(`../${level + 1}`, join(root, 'shared', String(level), name))
    }
    mkdirSync(join(root, 'shared/30'))
    symlinkSync('../shared/0', join(root, 'data/many'))
    expect((await found()).length).toBeLessThan(40)
  })
})

describe('what is no plain file', () => {
  test('a socket, as a pipe or a device, is named and never opened, by a link neither', async () => {
    const servers = [join(root, 'data/example/t.csv'), join(root, 'socket')].map((path) => createServer().listen(path))
    await Promise.all(servers.map((server) => once(server, 'listening')))
    symlinkSync('../../socket', join(root, 'content/policies/sl-p.md'))
    expect(await found()).toEqual(['SITE-011 content/policies/sl-p.md', 'SITE-011 data/example/t.csv'])
    for (const server of servers) server.close()
  })

  test('a folder named like a file is named; what it holds is one message', async () => {
    write('content/policies/sl-a.md/sl-b.md')
    write('data/example/t.csv/u.csv')
    expect(await found()).toEqual(['SITE-011 content/policies/sl-a.md', 'SITE-011 data/example/t.csv'])
  })
})

describe('SITE-008', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['content/policies/sl-a.md.txt', 'content/policies/sl-a.md'],
    ['content/policies/sl-a.markdown', 'content/policies/sl-a.md'],
    ['content/policies/sl-a.MD', 'content/policies/sl-a.md'],
    ['content/policies/.sl-a.md', 'content/policies/sl-a.md'],
    ['content/policies/sl-a.txt', 'content/policies/sl-a.md'],
    ['content/policies/sl-a.mdx', 'content/policies/sl-a.md'],
    ['content/pages/a.md', 'content/pages/a.mdx'],
    ['content/measures/a.mdx', 'content/measures/a.md'],
    ['content/a.md', 'content/policies/a.md'],
    ['content/site.yml', 'content/site.yaml'],
    ['content/t.csv', 'data/数据集/t.csv'],
    ['content/policies/t.csv', 'data/数据集/t.csv'],
    ['data/example/t.csv.bak', 'data/example/t.csv'],
    ['data/example/datapackage.yml', 'data/example/datapackage.yaml'],
    ['data/example/datapackage.json', 'data/example/datapackage.yaml'],
  ]
  test.each(cases)('%s is named with the place it belongs', async (path, place) => {
    write(path, 'x\n')
    const { issues, site } = await readRoot(root, { asOf })
    expect(issues.map((one) => `${one.code} ${one.file}`)).toEqual([`SITE-008 ${path}`])
    expect(issues[0]?.hint.zh).toContain(`应当是 ${place}。`)
    expect(site).toBeDefined()
  })

  test.each([
    'content/policies/~$sl-a.docx',
    'content/policies/.DS_Store',
    'content/policies/.sl-a.md.swp',
    'data/example/Thumbs.db',
    'data/desktop.ini',
    'content/policies/sl-zbf-2024-1.md~',
    'content/policies/sl-zbf-2024-1.md.bak',
    'data/example/observations.csv.bak',
    'data/example/x.tmp',
    'content/.obsidian/app.json',
  ])('%s is named as left behind, once, and stops nothing', async (path) => {
    write(path, 'x\n')
    const { issues, site } = await readRoot(root, { asOf })
    expect(issues.map((one) => one.code)).toEqual(['SITE-008'])
    expect(path.startsWith(issues[0]?.file ?? '?')).toBe(true)
    expect(issues[0]?.hint.zh).toContain('.gitignore')
    expect(site).toBeDefined()
  })

  test.each(['content/policies/a.docx', 'data/example/notes.xlsx', 'data/example/map.png', 'content/more/x.json'])(
    '%s is named',
    async (path) => {
      write(path, 'x\n')
      expect(await found()).toEqual([`SITE-008 ${path}`])
    },
  )

  test.each(['content/policies/.gitkeep', 'data/.gitattributes', 'data/.editorconfig'])(
    '%s is for tools and nobody misses it',
    async (path) => {
      write(path, 'x\n')
      expect(await found()).toEqual([])
    },
  )

  test('a folder full of strangers is counted', async () => {
    for (let number = 0; number < 500; number++) write(`content/pictures/${number}.png`, '')
    const codes = await found()
    expect(codes).toHaveLength(21)
    expect(codes).toContain('SITE-008 content/pictures')
  })
})

describe('names', () => {
  test.each([
    ['con', 'con-1.md'],
    ['nul', 'nul-1.md'],
    ['com1', 'com1-1.md'],
    ['CON', 'con-1.md'],
    ['x'.repeat(201), `${'x'.repeat(50)}.md`],
    ['a\nb\u001b[2J', 'a-b-2j.md'],
    ['A', 'a.md'],
    ['e\u0301', 'e.md'],
    ['\u00e9', 'yw-zbf-2021-38.md'],
  ])('%j as a policy is SITE-002 with another name', async (name, suggestion) => {
    write(`content/policies/${name}.md`, '---\ntitle: x\n---\n')
    const { issues } = await readRoot(root, { asOf })
    expect(issues.map((one) => one.code)).toEqual(['SITE-002'])
    expect(issues[0]?.hint.zh).toContain(suggestion)
  })

  test('names that differ in case only are two files, and only one is a policy', async () => {
    const text = readFileSync(join(root, 'content/policies/sl-zbf-2024-1.md'), 'utf8')
    write('content/policies/SL-zbf-2024-1.md', text)
    expect(await found()).toEqual(['SITE-002 content/policies/SL-zbf-2024-1.md'])
  })
})
