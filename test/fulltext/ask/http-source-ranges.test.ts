import { afterEach, expect, test, vi } from 'vitest'
import { httpSource } from '../../../src/fulltext/ask/http-source.ts'

const file = Uint8Array.from({ length: 8000 }, (_, at) => at % 251)

afterEach(() => vi.unstubAllGlobals())

/** A server of one file; `asked` holds the ranges, `whole` where there was none. */
function server({ hasRange }: { readonly hasRange: boolean }): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (_: string, { headers }: { headers?: { Range: string } } = {}) => {
    const range = headers?.Range
    asked.push(range ?? 'whole')
    const [, from = '0', to = '0'] = /bytes=(\d+)-(\d+)/.exec(range ?? '') ?? []
    if (range === undefined || !hasRange) return new Response(file, { status: 200 })
    return new Response(file.slice(Number(from), Number(to) + 1), { status: 206 })
  })
  return asked
}

test('near ranges are read at once, far ones by themselves, and each read gets its own bytes', async () => {
  const asked = server({ hasRange: true })
  const { read, traffic } = httpSource('/x/')
  const parts = await Promise.all([read('a', 600, 700), read('a', 0, 100), read('a', 5000, 5100), read('a', 650, 900)])
  expect(parts).toEqual([file.slice(600, 700), file.slice(0, 100), file.slice(5000, 5100), file.slice(650, 900)])
  expect(asked).toEqual(['bytes=0-899', 'bytes=5000-5099'])
  expect(traffic).toEqual({ bytes: 1000, requests: 2 })
})

test('what was read once is not asked for again', async () => {
  const asked = server({ hasRange: true })
  const { read } = httpSource('/x/')
  await read('a', 10, 20)
  expect(await read('a', 10, 20)).toEqual(file.slice(10, 20))
  expect(asked).toHaveLength(1)
})

test('a host that ignores Range is asked once for a file', async () => {
  const asked = server({ hasRange: false })
  const { read } = httpSource('/x/')
  expect(await Promise.all([read('a', 600, 700), read('a', 610, 620)])).toEqual([
    file.slice(600, 700),
    file.slice(610, 620),
  ])
  expect(await read('a', 5000, 5100)).toEqual(file.slice(5000, 5100))
  expect(asked).toHaveLength(1)
})

test('a failure is told to all that asked, and the next one tries again', async () => {
  let status = 500
  vi.stubGlobal('fetch', async () => new Response(file.slice(0, 10), { status }))
  const { read } = httpSource('/x/')
  const both = await Promise.allSettled([read('a', 0, 10), read('a', 5, 10)])
  expect(both.map((one) => one.status)).toEqual(['rejected', 'rejected'])
  status = 206
  expect(await read('a', 0, 10)).toEqual(file.slice(0, 10))
})
