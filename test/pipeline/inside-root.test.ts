import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { UsageError } from '../../src/pipeline/args.ts'
import { insideRoot } from '../../src/pipeline/inside-root.ts'

let root: string

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-inside-'))
  root = join(folder, 'root')
  await mkdir(join(root, 'content/policies'), { recursive: true })
  await mkdir(join(folder, 'root-2'))
  await writeFile(join(folder, 'theirs.md'), '')
  await symlink(folder, join(root, 'out'))
  await symlink(join(folder, 'root-2'), join(root, 'beside'))
  await symlink(join(folder, 'theirs.md'), join(root, 'content/file.md'))
  await symlink(join(folder, 'nowhere'), join(root, 'content/dangling.md'))
  await symlink(join(root, 'content'), join(root, 'inner'))
})

test.each(['content/policies/a.md', 'content/new/folder/a.md', 'a.md', './a.md', 'inner/a.md'])(
  '%s stays',
  async (path) => {
    expect(await insideRoot(root, path)).toBe(join(root, path))
  },
)

test.each([
  ...['../a.md', 'content/../../a.md', 'content\\..\\..\\a.md', '/a.md', '\\a.md', 'C:\\a.md', 'C:a.md'],
  ...['out/a.md', 'out/new/a.md', 'beside/a.md', 'content/file.md', 'content/dangling.md'],
])('%s leaves the root and is refused', async (path) => {
  await expect(insideRoot(root, path)).rejects.toThrow(UsageError)
})
