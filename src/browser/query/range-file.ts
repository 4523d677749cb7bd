/** A file of known length that is read in slices; the shape hyparquet asks for. */
export interface RangeFile {
  readonly byteLength: number
  slice(start: number, end?: number): Promise<ArrayBuffer>
}

/** Below this, one request for the whole file is quicker than several for its parts. */
const whole = 128 * 1024

/**
 * A file of this site by HTTP Range. Where the host sends the whole file instead (status 200), that answer serves
 * every later slice. Throws where the file is missing or has another length than was published.
 */
export function rangeFile(url: string, bytes: number, fetcher: typeof fetch = fetch): RangeFile {
  let all: Promise<ArrayBuffer> | undefined
  const load = () => {
    all ??= ask(url, fetcher).then(async (response) => expectBytes(await response.arrayBuffer(), bytes, url))
    return all
  }
  return {
    byteLength: bytes,
    async slice(start, end = bytes) {
      if (bytes <= whole) await load()
      if (all) return (await all).slice(start, end)
      const response = await ask(url, fetcher, `bytes=${start}-${end - 1}`)
      const part = await response.arrayBuffer()
      if (response.status === 206) return expectBytes(part, end - start, url)
      all = Promise.resolve(expectBytes(part, bytes, url))
      return part.slice(start, end)
    },
  }
}

async function ask(url: string, fetcher: typeof fetch, range?: string): Promise<Response> {
  const response = await fetcher(url, range ? { headers: { Range: range } } : {})
  if (!response.ok) throw new Error(`${response.status} ${url}`)
  return response
}

function expectBytes(found: ArrayBuffer, bytes: number, url: string): ArrayBuffer {
  if (found.byteLength !== bytes) throw new Error(`${url}: ${found.byteLength} bytes, expected ${bytes}`)
  return found
}
