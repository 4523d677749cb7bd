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
  let digits = 0 // in numbers that only blanks, hyphens, points and the like part
  let spoken = 0 // digits written in Chinese
  let dashes = Number.NaN // within a number behind a wide character: 小区3-1-201
  for (let at = from; at < to; ) {
    const byte = data[at] as number
    if (byte >= 128) {
      if (byte < 0xe3 || byte > 0xef) return -1
      const code = ((byte & 15) << 12) | (((data[at + 1] as number) & 63) << 6) | ((data[at + 2] as number) & 63)
      const kind = wideKinds[code]
      if (kind === odd) return -1
      if (kind === digit && ++spoken >= 6) return -1
      // A licence plate begins with the short name of a province and a letter.
      if (kind === joint && at + 3 < to && isLatin(data[at + 3] as number)) return -1
      digits = 0
      dashes = 0
      at += 3
      characters++
      continue
    }
    const kind = kinds[byte]
    if (kind === odd) return -1
    let stop = at + 1
    if (kind === digit) {
      while (stop < to && kinds[data[stop] as number] === digit) stop++
      const before = at > from ? (data[at - 1] as number) : 0
      const length = stop - at
      // Seven or eight digits behind a letter may be a passport.
      if ((length === 7 || length === 8) && isLatin(before)) return -1
      const isCode = digits === 0 && isLongCode(data, from, at, length)
      digits += length
      // Ten digits may be one of the numbers at which programs cut, eleven a telephone.
      if (digits >= 10 && !isCode) return -1
    } else if (byte === 45) {
      if (++dashes >= 2) return -1
    } else if (kind === letter) {
      digits = 0
      dashes = Number.NaN
      const here = byte | 32
      const next = stop < to ? (data[stop] as number) | 32 : 0
      if (here === 113 && (next === 113 || next === 32)) return -1 // QQ
      if (here === 119 && (next === 101 || next === 120)) return -1 // WeChat, wx
      if (here === 118 && (next === 120 || next === 32 || next >= 128)) return -1 // vx, V信
      if (here === 112 && next === 97 && stop + 1 < to && ((data[stop + 1] as number) | 32) === 115) return -1 // passport
    }
    characters += stop - at
    at = stop
  }
  return characters === 255 ? -1 : characters
}

/**
 * None of the numbers of persons has 12 or 14 digits, as the codes of regions have; behind one letter there is no
 * telephone, and behind several only one that begins as telephones do (tel138…).
 */
function isLongCode(data: Uint8Array, from: number, start: number, digits: number): boolean {
  if (digits === 12 || digits === 14) return true
  if (digits < 10 || digits > 13 || start === from || !isLatin(data[start - 1] as number)) return false
  if (start - 1 === from || !isLatin(data[start - 2] as number)) return true
  const first = data[start] as number
  return first !== 48 && first !== 49 && first !== 56
}

function isLatin(byte: number): boolean {
  return (byte | 32) >= 97 && (byte | 32) <= 122
}

const odd = 0
const letter = 1
const digit = 2
const joint = 3

/** Of each ASCII byte: `joint` may stand between the digits of one number. Controls and @ + # & < \ ask for a closer look. */
const kinds = Uint8Array.from({ length: 128 }, (_, byte) => {
  if (byte < 32 || byte === 127 || '@+#&<\\[%'.includes(String.fromCharCode(byte))) return odd
  if (byte >= 48 && byte <= 57) return digit
  return ' -._*~'.includes(String.fromCharCode(byte)) ? joint : letter
})

/**
 * Of each character of the basic plane: those of U+4000–9FFF and common punctuation are harmless (`letter`) but for the words
 * that begin or end with one of these (址 籍 微 单元 证 …); digits; `joint`: the provinces of licence plates.
 */
const wideKinds = new Uint8Array(65536)
wideKinds.fill(letter, 0x4000, 0xa000)
wideKinds.fill(letter, 0x3001, 0x3003)
wideKinds.fill(letter, 0x300a, 0x3010)
for (const sign of '（），：；') wideKinds[sign.charCodeAt(0)] = letter
for (const sign of '〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖') wideKinds[sign.charCodeAt(0)] = digit
for (const sign of '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼')
  wideKinds[sign.charCodeAt(0)] = joint
for (const sign of '址籍微元室弄证照薇威扣鹅住寄字障疗驾簿保幢栋') wideKinds[sign.charCodeAt(0)] = odd
