import { afterEach, expect, test, vi } from 'vitest'
import { httpSource } from '../../src/fulltext/ask/http-source.ts'
import { openIndex } from '../../src/fulltext/ask/open-index.ts'
import { phraseHits } from '../../src/fulltext/ask/phrase.ts'
import { filesOf, madeDocument } from './made-index.ts'

afterEach(() => vi.unstubAllGlobals())

/** A static server, with or without Range. */
function serve(files: ReadonlyMap<string, Uint8Array>, hasRange: boolean): void {
  vi.stubGlobal('fetch', async (address: string, { headers = {} }: { headers?: { Range?: string } } = {}) => {
    const file = files.get(address.replace('/sub/path/', '').replace(/\?.*$/, ''))
    if (!file) return new Response('', { status: 404 })
    const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(headers.Range ?? '') ?? []
    if (!hasRange || from === '') return new Response(Uint8Array.from(file))
    return new Response(Uint8Array.from(file.subarray(Number(from), Number(to) + 1)), { status: 206 })
  })
}

test('a server without Range gives the same answers as one with it', async () => {
  const documents = ['小微企业贷款贴息', '图书馆免费开放', '小微企业社会保险补贴'].map((text, at) =>
    madeDocument(`/${at}/`, `第${at}号通知`, [text, text]),
  )
  const files = await filesOf(documents)
  const answers = async (hasRange: boolean) => {
    serve(files, hasRange)
    const index = await openIndex(httpSource('/sub/path/'))
    const lists = []
    for (const phrase of ['小微企业', '图书馆', '企', '没有']) lists.push(await phraseHits(index, phrase))
    const records = await Promise.all(documents.map((_, at) => index.record(at)))
    return { lists, records, text: await index.text(0, 20) }
  }
  const plain = await answers(true)
  expect([...(plain.lists[0]?.docs ?? [])]).toEqual([0, 2])
  expect(await answers(false)).toEqual(plain)
})

test('what the server does not have is an error that names it', async () => {
  serve(new Map(), true)
  await expect(openIndex(httpSource('/sub/path/'))).rejects.toThrow('head.bin: HTTP 404')
})
