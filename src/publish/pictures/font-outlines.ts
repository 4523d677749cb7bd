/** The shapes of a TrueType font, as read from the tables of its file (OpenType 1.9: cmap 12 and 4, hmtx, loca, glyf). */
export interface FontOutlines {
  /** Units of one em. */
  readonly em: number
  /** Number of the glyph of a character; undefined where the font has none. */
  readonly glyphOf: (character: string) => number | undefined
  /** How far a glyph moves the pen, in units. */
  readonly advance: (glyph: number) => number
  /** Its closed curves, in units, y upwards. */
  readonly contours: (glyph: number) => readonly Contour[]
}

export interface CurvePoint {
  readonly x: number
  readonly y: number
  /** False: a control point of a quadratic curve. */
  readonly on: boolean
}
type Contour = readonly CurvePoint[]

export function readFont(file: Uint8Array): FontOutlines {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index
    tables.set(String.fromCharCode(...file.subarray(at, at + 4)), view.getUint32(at + 8))
  }
  const table = (name: string): number => {
    const at = tables.get(name)
    if (at === undefined) throw new Error(`the font has no table ${name}`)
    return at
  }
  const [head, hmtx, loca, glyf] = [table('head'), table('hmtx'), table('loca'), table('glyf')]
  const long = view.getInt16(head + 50) === 1
  const widths = view.getUint16(table('hhea') + 34)
  const glyphs = characterMap(view, table('cmap'))
  const placeOf = (glyph: number) =>
    glyf + (long ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2)
  const known = new Map<number, readonly Contour[]>()
  const contours = (glyph: number): readonly Contour[] => {
    const before = known.get(glyph)
    if (before) return before
    const [at, end] = [placeOf(glyph), placeOf(glyph + 1)]
    const count = at === end ? 0 : view.getInt16(at)
    const shape = count < 0 ? composite(view, at + 10, contours) : simple(view, at + 10, count)
    known.set(glyph, shape)
    return shape
  }
  return {
    em: view.getUint16(head + 18),
    glyphOf: (character) => glyphs(character.codePointAt(0) ?? 0),
    advance: (glyph) => view.getUint16(hmtx + Math.min(glyph, widths - 1) * 4),
    contours,
  }
}

function characterMap(view: DataView, cmap: number): (code: number) => number | undefined {
  const offsets = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 8 + index * 8),
  )
  const full = offsets.find((at) => view.getUint16(at) === 12)
  const basic = offsets.find((at) => view.getUint16(at) === 4)
  if (full !== undefined) return (code) => inGroups(view, full, code) || undefined
  if (basic !== undefined) return (code) => inSegments(view, basic, code) || undefined
  throw new Error('the font maps no characters')
}

/** Format 12: groups of characters with glyphs in a row, sorted. */
function inGroups(view: DataView, at: number, code: number): number {
  let [low, high] = [0, view.getUint32(at + 12) - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const group = at + 16 + middle * 12
    if (code < view.getUint32(group)) high = middle - 1
    else if (code > view.getUint32(group + 4)) low = middle + 1
    else return view.getUint32(group + 8) + code - view.getUint32(group)
  }
  return 0
}

/** Format 4: segments of the first 65,536 characters. */
function inSegments(view: DataView, at: number, code: number): number {
  const doubled = view.getUint16(at + 6)
  for (let index = 0; index < doubled; index += 2) {
    if (code > view.getUint16(at + 14 + index)) continue
    const start = view.getUint16(at + 16 + doubled + index)
    if (code < start) return 0
    const delta = view.getUint16(at + 16 + 2 * doubled + index)
    const rangeAt = at + 16 + 3 * doubled + index
    const range = view.getUint16(rangeAt)
    if (range === 0) return (code + delta) & 0xffff
    const glyph = view.getUint16(rangeAt + range + 2 * (code - start))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}

/** Flags of a point: on the curve; short x, y; flag repeated; x, y same or positive. */
const flag = { on: 1, shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32 } as const

function simple(view: DataView, start: number, count: number): Contour[] {
  if (count === 0) return []
  const ends = Array.from({ length: count }, (_, index) => view.getUint16(start + index * 2))
  const points = (ends.at(-1) ?? -1) + 1
  let at = start + count * 2
  at += 2 + view.getUint16(at)
  const flags: number[] = []
  while (flags.length < points) {
    const value = view.getUint8(at++)
    const times = value & flag.repeat ? view.getUint8(at++) + 1 : 1
    for (let time = 0; time < times; time += 1) flags.push(value)
  }
  const coordinates = (short: number, same: number): number[] => {
    let value = 0
    return flags.map((bits) => {
      if (bits & short) value += bits & same ? view.getUint8(at++) : -view.getUint8(at++)
      else if (!(bits & same)) {
        value += view.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const xs = coordinates(flag.shortX, flag.sameX)
  const ys = coordinates(flag.shortY, flag.sameY)
  const all = flags.map((bits, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (bits & flag.on) !== 0 }))
  return ends.map((end, index) => all.slice((ends[index - 1] ?? -1) + 1, end + 1))
}

/** Flags of a part: offsets in words; offsets are coordinates; a scale; more parts; two scales; a matrix. */
const part = { words: 1, offsets: 2, scale: 8, more: 32, scales: 64, matrix: 128 } as const

function composite(view: DataView, start: number, contours: (glyph: number) => readonly Contour[]): Contour[] {
  const found: Contour[] = []
  let at = start
  for (let more = true; more; ) {
    const bits = view.getUint16(at)
    const glyph = view.getUint16(at + 2)
    at += 4
    const words = (bits & part.words) !== 0
    const [dx, dy] = words ? [view.getInt16(at), view.getInt16(at + 2)] : [view.getInt8(at), view.getInt8(at + 1)]
    at += words ? 4 : 2
    let [a, b, c, d] = [1, 0, 0, 1]
    const fraction = () => {
      at += 2
      return view.getInt16(at - 2) / 16_384
    }
    if (bits & part.scale) a = d = fraction()
    else if (bits & part.scales) [a, d] = [fraction(), fraction()]
    else if (bits & part.matrix) [a, b, c, d] = [fraction(), fraction(), fraction(), fraction()]
    const [x, y] = bits & part.offsets ? [dx, dy] : [0, 0]
    for (const contour of contours(glyph)) {
      found.push(
        contour.map((point) => ({ x: a * point.x + c * point.y + x, y: b * point.x + d * point.y + y, on: point.on })),
      )
    }
    more = (bits & part.more) !== 0
  }
  return found
}
