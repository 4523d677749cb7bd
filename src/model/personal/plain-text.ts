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
  const even = evened(text)
  if (!uneven.test(even)) return { text: spoken(even), startOf: (index) => index, endOf: (index) => index }
  const anchors: { plain: number; written: number }[] = [{ plain: 0, written: 0 }]
  const lengths = new Map<number, number>()
  let plain = ''
  let at = 0
  for (const found of even.matchAll(new RegExp(uneven, 'giu'))) {
    plain += even.slice(at, found.index)
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
    text: spoken(evened(plain + even.slice(at))),
    startOf,
    endOf: (index) => (index === 0 ? 0 : startOf(index - 1) + (lengths.get(index - 1) ?? 1)),
  }
}

/** What keeps the length: most texts need no more. */
function evened(text: string): string {
  return text.replace(
    /[０-９Ａ-Ｚａ-ｚ＠＃．＋－＿＝？＆／\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t‐-―−﹣⁃·•∙・ХхΧ×Ⅹⅹ٠-٩۰-۹]/g,
    (char) => {
      const code = char.charCodeAt(0)
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
      if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
      if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
      if ('ХхΧ×Ⅹⅹ'.includes(char)) return 'X'
      if ('·•∙・'.includes(char)) return '·'
      return /[‐-―−﹣⁃]/.test(char) ? '-' : ' '
    },
  )
}

/** Invisible characters, references and escapes, digits of other alphabets: what changes the length. */
const uneven =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]|&#\d{1,6};|&#x[\da-f]{1,5};|&(?:nbsp|[et]n?m?sp|thinsp|zwn?j|commat|hyphen|num);|%[2-7][\da-f]|\\[-.*_@#()]|[\u{1d7ce}-\u{1d7ff}]/iu

function meaning(token: string): string {
  if (token.startsWith('\\')) return token.slice(1)
  if (token.startsWith('%')) return String.fromCharCode(Number.parseInt(token.slice(1), 16))
  if (/^&#x/i.test(token)) return visible(Number.parseInt(token.slice(3), 16))
  if (token.startsWith('&#')) return visible(Number(token.slice(2, -1)))
  if (token.startsWith('&')) {
    if (/^&zw/i.test(token)) return ''
    return { '&commat;': '@', '&hyphen;': '-', '&num;': '#' }[token.toLowerCase()] ?? ' '
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

const chineseDigits: Readonly<Record<string, string>> = Object.fromEntries(
  ['〇零○⓪', '一壹幺①', '二贰两②', '三叁③', '四肆④', '五伍⑤', '六陆⑥', '七柒⑦', '八捌⑧', '九玖⑨'].flatMap((signs, digit) =>
    [...signs].map((sign) => [sign, String(digit)]),
  ),
)

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
