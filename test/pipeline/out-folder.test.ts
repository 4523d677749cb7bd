import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UsageError } from '../../src/pipeline/args.ts'
import { checkOut } from '../../src/pipeline/out-folder.ts'
import { programRoot } from '../../src/pipeline/program-root.ts'

let home: string
let root: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gongbao-out-'))
  root = join(home, 'city')
  mkdirSync(join(root, 'content'), { recursive: true })
  mkdirSync(join(home, 'empty'))
  mkdirSync(join(home, 'photos'))
  writeFileSync(join(home, 'photos/a.jpg'), '')
  writeFileSync(join(home, 'file'), '')
  mkdirSync(join(home, 'site'))
  for (const name of ['index.html', '404.html', '_headers', 'more']) writeFileSync(join(home, 'site', name), '')
  symlinkSync('city', join(home, 'link'))
})
afterEach(() => rmSync(home, { recursive: true }))

test.each(['absent', 'absent/too', 'empty', 'site', 'city/dist'])('a site may be put into %s', async (out) => {
  await expect(checkOut(join(home, out), root)).resolves.toBeUndefined()
})

test.each([
  ['file', '是一个文件'],
  ['photos', '已有别的文件'],
  ['city', '里有源文件'],
  ['link', '里有源文件'],
  ['.', '里有源文件'],
  ['city/content', '在 content/'],
  ['city/content/new', '在 content/'],
  ['link/data/dist', '在 content/'],
])('nothing is built into %s', async (out, reason) => {
  const asked = checkOut(join(home, out), root)
  await expect(asked).rejects.toThrow(UsageError)
  await expect(asked).rejects.toThrow(reason)
})

test('nor where the program itself lies', async () => {
  await expect(checkOut(programRoot, root)).rejects.toThrow('里有源文件或程序')
})
