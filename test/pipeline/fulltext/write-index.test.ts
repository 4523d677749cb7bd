import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { IndexDocument } from '../../../src/fulltext/format/document.ts'
import { writeIndex } from '../../../src/pipeline/fulltext/write-index.ts'
import { temporaryFolder } from '../../full-root.ts'
import { madeDocument } from '../../fulltext/made-index.ts'

const documents = Array.from({ length: 6 }, (_, at) =>
  madeDocument(`/${at}/`, `第${at}号通知`, ['小微企业可以申请贷款贴息。', '图书馆免费开放。', `本通知共${at}条。`]),
)
const changed = documents.with(3, madeDocument('/3/', '第三号通知', ['小微企业可以申请社会保险补贴。']))

async function written(all: readonly IndexDocument[], cache?: string) {
  const folder = temporaryFolder()
  const { id } = await writeIndex(all, folder, [], cache)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.bin'))
  return { id, files: new Map(files.sort().map((path) => [path, readFileSync(join(folder, path), 'base64')])) }
}

test('with what an earlier index has left, the files are the same', async () => {
  const cache = join(temporaryFolder(), 'cache')
  expect(await written(documents, cache)).toEqual(await written(documents))
  expect(readdirSync(cache).sort()).toEqual(['memory.bin', 'sounds.bin'])
  const fresh = await written(changed)
  expect(await written(changed, cache)).toEqual(fresh)
  expect(await written(changed, cache)).toEqual(fresh)
})

test('a damaged cache, or one of another program, counts as none', async () => {
  const cache = join(temporaryFolder(), 'cache')
  await written(documents, cache)
  const fresh = await written(changed)
  for (const name of ['memory.bin', 'sounds.bin']) {
    const bytes = readFileSync(join(cache, name))
    const middle = bytes.length >> 1
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(join(cache, name), bytes)
  }
  expect(await written(changed, cache)).toEqual(fresh)
  const empty = temporaryFolder()
  mkdirSync(join(empty, 'cache'))
  for (const name of ['memory.bin', 'sounds.bin']) writeFileSync(join(empty, 'cache', name), '')
  expect(await written(changed, join(empty, 'cache'))).toEqual(fresh)
})
