import type { IndexSource } from '../format/source.ts'
import { kept } from './kept.ts'

/** Ranges of one file this near to each other are read at once: a request costs more than the bytes between them. */
const nearBytes = 1024
/** Reads are gathered for so long: the texts of ten results become known one after the other. */
const gatherTime = 4 // ms

interface Range {
  readonly start: number
  readonly end: number
}

interface Asked extends Range {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: unknown) => void
}

/**
 * Reads the index from a static server by Range; what was read once stays in memory. A host that ignores Range answers
 * with the whole file, which is a part of at most 64 KB: it is kept, and serves whatever else stands in it.
 */
export function httpSource(base: string): IndexSource {
  const traffic = { bytes: 0, requests: 0 }
  const whole = new Map<string, Promise<Uint8Array>>()
  const slices = new Map<string, Promise<Uint8Array>>()
  const queues = new Map<string, Asked[]>()
  let hasRange = true

  async function fetched(path: string, range?: Range): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
    traffic.requests++
    // Browsers read the ranges of one address one after the other; of different addresses at once.
    const response = range
      ? await fetch(`${base}${path}?${range.start}`, { headers: { Range: `bytes=${range.start}-${range.end - 1}` } })
      : await fetch(`${base}${path}`)
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    traffic.bytes += bytes.length
    return { bytes, isWhole: response.status !== 206 }
  }

  function wholeFile(path: string): Promise<Uint8Array> {
    return kept(whole, path, () => fetched(path).then(({ bytes }) => bytes))
  }

  function slice(path: string, start: number, end: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const queue = queues.get(path) ?? []
      queue.push({ start, end, resolve, reject })
      if (queue.length > 1) return
      queues.set(path, queue)
      setTimeout(() => {
        queues.delete(path)
        for (const group of nearRanges(queue)) void answer(path, group)
      }, gatherTime)
    })
  }

  async function answer(path: string, group: readonly Asked[]): Promise<void> {
    const start = group[0]?.start ?? 0
    const end = Math.max(...group.map((one) => one.end))
    try {
      const { bytes, isWhole } = await fetched(path, { start, end })
      const offset = isWhole ? 0 : start
      if (isWhole) {
        hasRange = false
        whole.set(path, Promise.resolve(bytes))
      }
      for (const one of group) one.resolve(bytes.slice(one.start - offset, one.end - offset))
    } catch (error) {
      for (const one of group) one.reject(error)
    }
  }

  return {
    traffic,
    async read(path, start, end) {
      if (start === undefined || end === undefined) return wholeFile(path)
      const known = whole.get(path)
      if (known || !hasRange) return (await (known ?? wholeFile(path))).slice(start, end)
      return kept(slices, `${path} ${start}-${end}`, () => slice(path, start, end))
    },
  }
}

/** Groups of ranges that one request reads, by where they begin. */
function nearRanges(ranges: readonly Asked[]): Asked[][] {
  const groups: Asked[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const group = groups.at(-1)
    if (group && range.start <= last + nearBytes) group.push(range)
    else groups.push([range])
    last = group && range.start <= last + nearBytes ? Math.max(last, range.end) : range.end
  }
  return groups
}
