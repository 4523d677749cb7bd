/**
 * How a table is encoded, recognised by its content. `broken` is UTF-8 with some bytes that do not belong;
 * `xlsx` and `binary` are not text at all.
 */
export type Encoding = TextEncoding | 'broken' | 'xlsx' | 'binary'
export type TextEncoding = keyof typeof encodingNames

/** Names for people. GB2312 is never named: what Excel saves is GBK or its superset. */
export const encodingNames = {
  'utf-8': 'UTF-8',
  gbk: 'GBK',
  gb18030: 'GB18030',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
} as const

/** The encoding of a whole file, in one pass and constant memory. */
export async function detectEncoding(open: () => AsyncIterable<Uint8Array>): Promise<Encoding> {
  const utf8 = checker('utf-8')
  const chinese = checker('gb18030')
  const findFourBytes = fourByteFinder()
  const lenient = new TextDecoder('utf-8')
  const count = { good: 0, bad: 0 }
  let isFirst = true
  let hasNul = false
  let hasFourBytes = false
  for await (const chunk of open()) {
    const head = isFirst ? encodingOfHead(chunk) : undefined
    if (head) return head
    isFirst = false
    hasNul ||= chunk.includes(0)
    utf8.add(chunk)
    chinese.add(chunk)
    hasFourBytes ||= findFourBytes(chunk)
    tally(lenient.decode(chunk, { stream: true }), count)
  }
  if (utf8.end()) return 'utf-8'
  // Chinese in UTF-8 mostly passes for GBK too, so one bad byte must not turn the whole file into GBK.
  if (count.good > 2 * count.bad) return 'broken'
  if (hasNul || !chinese.end()) return 'binary'
  return hasFourBytes ? 'gb18030' : 'gbk'
}

/** Where the first byte stands that is not UTF-8: line and column from 1. */
export async function placeOfBadByte(open: () => AsyncIterable<Uint8Array>): Promise<{ line: number; column: number }> {
  const lenient = new TextDecoder('utf-8')
  let line = 1
  let column = 1
  for await (const chunk of open()) {
    const text = lenient.decode(chunk, { stream: true })
    const bad = text.indexOf('\ufffd')
    const before = bad === -1 ? text : text.slice(0, bad)
    const breaks = before.split('\n').length - 1
    line += breaks
    column = breaks > 0 ? before.length - before.lastIndexOf('\n') : column + before.length
    if (bad !== -1) break
  }
  return { line, column }
}

/** What the first bytes say: a mark, a ZIP file, or the NULs that UTF-16 puts beside ASCII. */
export function encodingOfHead(head: Uint8Array): Encoding | undefined {
  const [a, b, c, d] = head
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return 'xlsx'
  const nuls = [0, 0]
  const end = Math.min(head.length, 1024)
  for (let i = 0; i < end; i++) if (head[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  if (end >= 4 && odd > end / 10 && even < odd / 10) return 'utf-16le'
  if (end >= 4 && even > end / 10 && odd < even / 10) return 'utf-16be'
  return undefined
}

/** Turns the bytes of one file into text, chunk by chunk. Throws a TypeError at a byte that does not fit, unless `broken`. */
export function textDecoder(encoding: TextEncoding | 'broken') {
  if (encoding === 'broken') return new TextDecoder('utf-8', { ignoreBOM: true })
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
}

function checker(encoding: string) {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  const state = {
    ok: true,
    add: (chunk: Uint8Array) => attempt(() => decoder.decode(chunk, { stream: true })),
    end: () => {
      attempt(() => decoder.decode())
      return state.ok
    },
  }
  function attempt(decode: () => string) {
    if (!state.ok) return
    try {
      decode()
    } catch {
      state.ok = false
    }
  }
  return state
}

/** GB18030 alone has characters of four bytes: lead, digit, lead, digit. In GBK no digit follows a lead. */
function fourByteFinder() {
  let isAfterLead = false
  return (chunk: Uint8Array): boolean => {
    for (const byte of chunk) {
      if (isAfterLead && byte >= 0x30 && byte <= 0x39) return true
      isAfterLead = !isAfterLead && byte >= 0x81
    }
    return false
  }
}

/** Characters beyond ASCII that decoded well, and places where decoding failed. */
function tally(text: string, count: { good: number; bad: number }): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) count.bad++
    else if (code > 0x7f) count.good++
  }
}
