import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UsageError } from '../../src/pipeline/args.ts'
import { checkOut, lockOut } from '../../src/pipeline/out-folder.ts'
import { programRoot } from '../../src/pipeline/program-root.ts'

let home: string
let root: string

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'gongbao-out-')))
  root = join(home, 'city')
  mkdirSync(join(root, 'content'), { recursive: true })
  mkdirSync(join(home, 'empty'))
  mkdirSync(join(home, 'photos'))
  writeFileSync(join(home, 'photos/a.jpg'), '')
  writeFileSync(join(home, 'file'), '')
  mkdirSync(join(home, 'site'))
  for (const name of ['index.html', '404.html', '_headers', 'more']) writeFileSync(join(home, 'site', name), '')
  symlinkSync('city', join(home, 'link'))
  symlinkSync('site', join(home, 'current'))
  symlinkSync('nowhere', join(home, 'dangling'))
  symlinkSync('loop', join(home, 'loop'))
})
afterEach(() => rmSync(home, { recursive: true }))

test.each(['absent', 'absent/too', 'empty', 'site', 'city/dist'])('a site may be put into %s', async (out) => {
  await expect(checkOut(join(home, out), root)).resolves.toBe(join(home, out))
})

test('a link stays one: the folder behind it is replaced', async () => {
  await expect(checkOut(join(home, 'current'), root)).resolves.toBe(join(home, 'site'))
})

test.each(['file/dist', 'loop/dist', `${'x'.repeat(254)}`])(
  '%s cannot be written, and the words say so',
  async (out) => {
    const asked = checkOut(join(home, out), root).then((target) => lockOut(target, () => {}))
    await expect(asked).rejects.toThrow(UsageError)
    await expect(asked).rejects.toThrow(/--out 写不进去（E/)
  },
)

test.each([
  ['file', '是一个文件'],
  ['photos', '已有别的文件'],
  ['city', '里有源文件'],
  ['link', '里有源文件'],
  ['.', '里有源文件'],
  ['city/content', '在 content/'],
  ['city/content/new', '在 content/'],
  ['link/data/dist', '在 content/'],
  ['dangling', '是一个链接'],
  ['loop', '是一个链接'],
])('nothing is built into %s', async (out, reason) => {
  const asked = checkOut(join(home, out), root)
  await expect(asked).rejects.toThrow(UsageError)
  await expect(asked).rejects.toThrow(reason)
})

test('nor where the program itself lies', async () => {
  await expect(checkOut('', root)).rejects.toThrow('里有源文件或程序')
  await expect(checkOut(programRoot, root)).rejects.toThrow('里有源文件或程序')
})
