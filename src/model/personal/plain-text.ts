/** A text as a searcher wants it, and where each of its characters stands in the text as written. */
export interface PlainText {
  readonly text: string
  /** Offset, in the text as written, of a character of `text`. */
  startOf(index: number): number
  /** Offset behind the character before `index`; what is invisible there is not taken along. */
  endOf(index: number): number
}

/**
 * Full-width and other digits, letters and signs as ASCII, every kind of blank as a space, every kind of dash as a hyphen;
 * invisible characters are gone, references (`&#49;`, `%31`) and escapes (`\-`) stand for what they mean, and digits written in Chinese are
 * digits where eleven or more stand together.
 */
export function plainText(text: string): PlainText {
  const asks = survey(text)
  const level = asks.evening ? evened(text) : text
  if (!asks.counting || level.search(uneven) === -1)
    return { text: asks.speaking ? spoken(level) : level, startOf: (index) => index, endOf: (index) => index }
  const anchors: { plain: number; written: number }[] = [{ plain: 0, written: 0 }]
  const lengths = new Map<number, number>()
  let plain = ''
  let at = 0
  for (const found of level.matchAll(uneven)) {
    plain += level.slice(at, found.index)
    const sign = meaning(found[0])
    at = found.index + found[0].length
    if (sign !== '') lengths.set(plain.length, found[0].length)
    plain += sign
    anchors.push({ plain: plain.length, written: at })
  }
  const startOf = (index: number) => {
    let low = 0
    let high = anchors.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((anchors[middle]?.plain ?? 0) <= index) low = middle
      else high = middle - 1
    }
    // The token that gives this very character begins before its anchor.
    return (anchors[low]?.written ?? 0) + index - (anchors[low]?.plain ?? 0)
  }
  return {
    text: spoken(evened(plain + level.slice(at))),
    startOf,
    endOf: (index) => (index === 0 ? 0 : startOf(index - 1) + (lengths.get(index - 1) ?? 1)),
  }
}

/** Signs that stand for one ASCII sign each; most texts need no more, and their length stays. */
const even = new Map<string, string>()
for (let code = 0xff10; code <= 0xff5a; code++) {
  const ascii = String.fromCharCode(code - 0xfee0)
  if (/[\dA-Za-z@?=]/.test(ascii)) even.set(String.fromCharCode(code), ascii)
}
for (const [signs, ascii] of [
  ['＃', '#'],
  ['．', '.'],
  ['＋', '+'],
  ['＿', '_'],
  ['＆', '&'],
  ['／', '/'],
  ['－‐‑‒–—―−﹣⁃', '-'],
  ['•∙・', '·'],
  ['ХхΧ×Ⅹⅹ', 'X'],
  ['\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' '],
  ['٠۰', '0'],
  ['١۱', '1'],
  ['٢۲', '2'],
  ['٣۳', '3'],
  ['٤۴', '4'],
  ['٥۵', '5'],
  ['٦۶', '6'],
  ['٧۷', '7'],
  ['٨۸', '8'],
  ['٩۹', '9'],
] as const)
  for (const sign of signs) even.set(sign, ascii)
const evenable = new RegExp(`[${[...even.keys()].join('')}]`, 'g')

function evened(text: string): string {
  return text.replace(evenable, (sign) => even.get(sign) ?? sign)
}

/** Invisible characters, references and escapes, digits of other alphabets: what changes the length. */
const uneven =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\u200d|[\ufe00-\ufe0f]|&#\d{1,6};|&#[xX][\da-fA-F]{1,5};|&(?:nbsp|ensp|emsp|numsp|thinsp|zwj|zwnj|commat|hyphen|num);|%[2-7][\da-fA-F]|\\[-.*_@#()]|\ud835[\udfce-\udfff]/g

function meaning(token: string): string {
  if (token.startsWith('\\')) return token.slice(1)
  if (token.startsWith('%')) return String.fromCharCode(Number.parseInt(token.slice(1), 16))
  if (/^&#x/i.test(token)) return visible(Number.parseInt(token.slice(3), 16))
  if (token.startsWith('&#')) return visible(Number(token.slice(2, -1)))
  if (token.startsWith('&')) {
    if (/^&zw/i.test(token)) return ''
    return { '&commat;': '@', '&hyphen;': '-', '&num;': '#' }[token] ?? ' '
  }
  const code = token.codePointAt(0) ?? 0
  return code >= 0x1d7ce ? String((code - 0x1d7ce) % 10) : ''
}

/** One sign of the text, or nothing where nobody would see it. */
function visible(code: number): string {
  return code >= 0x20 && code < 0xfff0 && !/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/.test(String.fromCharCode(code))
    ? String.fromCharCode(code)
    : ''
}

/** What a text needs, in one pass over its characters: expressions over a long text take many times as long. */
function survey(text: string) {
  let kinds = 0
  let row = 0 // digits, Chinese or not, that only blanks and dashes part
  let speaking = false
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf[text.charCodeAt(at)] as number
    if (kind === 0) {
      row = 0
      continue
    }
    kinds |= kind
    if ((kind & digit) !== 0) speaking ||= ++row >= 11
    else if ((kind & joint) === 0) row = 0
  }
  return { evening: (kinds & evening) !== 0, counting: (kinds & counting) !== 0, speaking }
}

const chineseDigits: Readonly<Record<string, string>> = Object.fromEntries(
  ['〇零○⓪', '一壹幺①', '二贰两②', '三叁③', '四肆④', '五伍⑤', '六陆⑥', '七柒⑦', '八捌⑧', '九玖⑨'].flatMap(
    (signs, digit) => [...signs].map((sign) => [sign, String(digit)]),
  ),
)

const evening = 1
const counting = 2
const digit = 4
const joint = 8
const kindOf = new Uint8Array(65536)
for (const sign of even.keys()) kindOf[sign.charCodeAt(0)] = evening
for (const [sign, ascii] of even) if (/[ -]/.test(ascii)) kindOf[sign.charCodeAt(0)] = evening | joint
for (const [sign, ascii] of even) if (/\d/.test(ascii)) kindOf[sign.charCodeAt(0)] = evening | digit
for (const sign of [...Object.keys(chineseDigits), ...'0123456789']) kindOf[sign.charCodeAt(0)] = digit
for (const sign of ' -') kindOf[sign.charCodeAt(0)] = joint
for (const [first, last] of [
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
] as const)
  kindOf.fill(counting | joint, first, last + 1)
for (const sign of '&%\\\ud835') kindOf[sign.charCodeAt(0)] = counting | joint

/** 一三八… as 138…: a row of eleven or more is a number that is spelled out. */
function spoken(text: string): string {
  return text.replace(
    /[〇零○⓪一壹幺①二贰两②三叁③四肆④五伍⑤六陆⑥七柒⑦八捌⑧九玖⑨\d](?:[ -]?[〇零○⓪一壹幺①二贰两②三叁③四肆④五伍⑤六陆⑥七柒⑦八捌⑧九玖⑨\d]){10,30}/g,
    (row) => {
      const digits = [...row].map((sign) => chineseDigits[sign] ?? sign)
      // 张三13812345678 ends a name with a digit.
      return digits.filter((digit, at) => digit !== row[at]).length >= 6 ? digits.join('') : row
    },
  )
}
