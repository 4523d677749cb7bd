/**
 * What can be said of a cell from its bytes alone, in UTF-8. Each of these is sure where it says yes and knows nothing
 * where it says no: then the text has to be looked at.
 */

/** The number a cell holds where it is written plainly: digits, a sign, a point; NaN where it is not. */
export function plainNumber(data: Uint8Array, from: number, to: number): number {
  let at = from
  const isNegative = data[at] === 45
  if (isNegative) at++
  // With 15 digits and a power of ten up to 22 the division rounds once, as reading the text does.
  if (to - at > 16 || at === to) return Number.NaN
  let digits = 0
  let value = 0
  let point = -1
  for (; at < to; at++) {
    const byte = data[at] as number
    if (byte >= 48 && byte <= 57) {
      value = value * 10 + (byte - 48)
      digits++
    } else if (byte === 46 && point === -1) point = at
    else return Number.NaN
  }
  if (digits === 0 || digits > 15) return Number.NaN
  // Numbers at which programs cut are looked at as text.
  if (value === 2147483647 || value === 4294967295) return Number.NaN
  const scaled = point === -1 ? value : value / (powers[to - point - 1] as number)
  return isNegative ? -scaled : scaled
}

/** A whole number as above. */
export function plainInteger(data: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if (data[at] === 46) return Number.NaN
  return plainNumber(data, from, to)
}

const powers = Array.from({ length: 17 }, (_, power) => 10 ** power)

/** An ISO day of the calendar as a number that grows with time, 20211108; NaN where it is none. */
export function plainDate(data: Uint8Array, from: number, to: number): number {
  if (to - from !== 10 || data[from + 4] !== 45 || data[from + 7] !== 45) return Number.NaN
  const month = twoDigits(data, from + 5)
  const day = twoDigits(data, from + 8)
  const year = twoDigits(data, from) * 100 + twoDigits(data, from + 2)
  // The 29th and later are left to the calendar.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28)) return Number.NaN
  return year * 10000 + month * 100 + day
}

function twoDigits(data: Uint8Array, at: number): number {
  const high = (data[at] as number) - 48
  const low = (data[at + 1] as number) - 48
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : Number.NaN
}

/**
 * How many characters a cell has where every one of them is harmless and nothing in it looks like personal data, a
 * formula or a code that a spreadsheet spoilt; -1 where that is not sure.
 */
export function plainText(data: Uint8Array, from: number, to: number): number {
  const first = data[from] as number
  if (first === 61 || first === 45 || first === 32 || data[to - 1] === 32) return -1
  let characters = 0
  let digits = 0 // in numbers that only blanks and hyphens part
  for (let at = from; at < to; ) {
    const byte = data[at] as number
    if (byte >= 128) {
      if (!isPlainHan(byte, data[at + 1] as number, data[at + 2] as number)) return -1
      digits = 0
      at += 3
      characters++
      continue
    }
    const kind = kinds[byte]
    if (kind === odd) return -1
    let stop = at + 1
    if (kind === digit) {
      while (stop < to && kinds[data[stop] as number] === digit) stop++
      const isCode = digits === 0 && isLongCode(stop - at, at > from ? (data[at - 1] as number) : 0)
      digits += stop - at
      // Ten digits may be one of the numbers at which programs cut, eleven a telephone.
      if (digits >= 10 && !isCode) return -1
    } else if (kind === letter) {
      digits = 0
      const next = (data[stop] as number) | 32
      if ((byte | 32) === 113 && next === 113) return -1 // QQ
      if ((byte | 32) === 119 && next === 101) return -1 // WeChat
    }
    characters += stop - at
    at = stop
  }
  return characters === 255 ? -1 : characters
}

/**
 * No telephone, card or citizen's number stands right behind a letter, and none has 12, 14 or 15 digits, as the codes of
 * regions have.
 */
function isLongCode(digits: number, before: number): boolean {
  const isBehindLetter = (before | 32) >= 97 && (before | 32) <= 122
  return isBehindLetter || digits === 12 || digits === 14 || digits === 15
}

/** A character of U+4000–9FFF but those that begin words for addresses and chats (址, 籍, 微, 单), or common punctuation. */
function isPlainHan(a: number, b: number, c: number): boolean {
  if (a >= 0xe4 && a <= 0xe9) {
    if (a === 0xe5) return !((b === 0x9d && c === 0x80) || (b === 0xbe && c === 0xae) || (b === 0x8d && c === 0x95))
    return !(a === 0xe7 && b === 0xb1 && c === 0x8d)
  }
  if (a === 0xe3) return b === 0x80 && (c === 0x81 || c === 0x82 || (c >= 0x8a && c <= 0x8f))
  return a === 0xef && b === 0xbc && (c === 0x88 || c === 0x89 || c === 0x8c || c === 0x9a || c === 0x9b)
}

const odd = 0
const letter = 1
const digit = 2
const joint = 3

/** Of each ASCII byte: `joint` may stand between the digits of one number. */
const kinds = Uint8Array.from({ length: 128 }, (_, byte) => {
  if (byte < 32 || byte === 127 || byte === 64 || byte === 43) return odd // controls, @ and +
  if (byte >= 48 && byte <= 57) return digit
  return byte === 32 || byte === 45 ? joint : letter
})
