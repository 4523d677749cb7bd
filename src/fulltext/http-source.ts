import type { IndexSource } from './source.ts'

/**
 * Reads the index from a static server by Range. A host that ignores Range answers with the whole file, which is a
 * part of at most 64 KB: it is kept, and serves whatever else stands in it.
 */
export function httpSource(base: string): IndexSource {
  const traffic = { bytes: 0, requests: 0 }
  const whole = new Map<string, Promise<Uint8Array>>()
  let hasRange = true

  async function fetched(path: string, range?: string): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
    traffic.requests++
    const response = await fetch(`${base}${path}`, range === undefined ? {} : { headers: { Range: range } })
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    traffic.bytes += bytes.length
    return { bytes, isWhole: response.status !== 206 }
  }

  function wholeFile(path: string): Promise<Uint8Array> {
    const known = whole.get(path)
    if (known) return known
    const reading = fetched(path).then(({ bytes }) => bytes)
    whole.set(path, reading)
    reading.catch(() => whole.delete(path))
    return reading
  }

  return {
    traffic,
    async read(path, start, end) {
      if (start === undefined || end === undefined) return wholeFile(path)
      const known = whole.get(path)
      if (known || !hasRange) return (await (known ?? wholeFile(path))).slice(start, end)
      const { bytes, isWhole } = await fetched(path, `bytes=${start}-${end - 1}`)
      if (!isWhole) return bytes
      hasRange = false
      whole.set(path, Promise.resolve(bytes))
      return bytes.slice(start, end)
    },
  }
}
