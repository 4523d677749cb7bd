/**
 * Names of programmes and mechanisms with numbers in them (NUM-006): 4+1, 531X and 十百千万 are names,
 * not promises, and are never read as quantities.
 */
export const programmeNames: readonly string[] = [
  '十百千万',
  '十区百县千企',
  '4+4+14+X',
  '4+1',
  '1+3',
  '2+6',
  '3+X',
  '531X',
  '10000模式',
  '152工程',
  '1915战略',
  '12345',
  '三张清单',
  '三个一批',
  '四个一',
  '五张名片',
  '八大万亿',
  '千万工程',
  '两个健康',
  '双随机',
  '500强',
  '5G',
  'AAA',
]

const space = '\\s{0,4}'
const dash = `${space}[-—–－~～至到]{1,2}${space}`
const ordinal = '[\\d〇零一二三四五六七八九十百千两]{1,10}'
const fullYear = '(?<![\\d.])(?:19|20)\\d{2}'
const small = '(?<![\\d.])\\d{1,2}'

/** Written forms that hold digits and count nothing: addresses, document numbers, dates, ordinals, codes. */
const patterns: readonly RegExp[] = [
  /https?:\/\/[^\s<>"'，。；、）)》】]+/g,
  /[〔[［（(【﹝]\s?\d{2,4}\s?[〕\]］）)】﹞]\s?第?\s?\d{1,6}\s?号/g,
  new RegExp(`第${space}${ordinal}(?:${dash}${ordinal})?`, 'g'),
  /(?<!\d)\d{1,8}\s{0,4}号(?!楼)/g,
  new RegExp(`${fullYear}${space}年?${dash}(?:(?:19|20)\\d{2}|\\d{2}(?=\\s?年))(?!\\d)${space}年?`, 'g'),
  new RegExp(`${fullYear}${space}年(?:${space}\\d{1,2}${space}月(?:${space}\\d{1,2}${space}日)?)?`, 'g'),
  new RegExp(`${fullYear}[-/]\\d{1,2}(?:[-/]\\d{1,2})?(?![\\d.])`, 'g'),
  new RegExp(`${small}${space}月?${dash}\\d{1,2}${space}月(?:${space}\\d{1,2}${space}日)?`, 'g'),
  new RegExp(`${small}${space}月(?:${space}\\d{1,2}${space}日)?`, 'g'),
  new RegExp(`${small}${space}日?${dash}\\d{1,2}${space}日(?!元)`, 'g'),
  new RegExp(`${small}${space}日(?!元)`, 'g'),
  /[〇零○一二三四五六七八九]{4}\s?年/g,
  /[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?/g,
  /[一二三四1-4]季度/g,
  /(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)/g,
  /(?<!\d)\d{1,2}\s?时(?:\s?\d{1,2}\s?分)?/g,
  /[上下中]午\s?\d{1,2}\s?点/g,
  /^[ \t\u3000]{0,8}\d{1,3}\s?[.．、](?!\d)/gm,
  /[（(“]\s?\d{1,12}\s?[）)”]/g,
  /(?<![\dA-Za-z])\d{1,6}(?:\s?[+＋]\s?(?:\d{1,6}|[A-Z]))+/g,
  /(?<![\d.])\d{1,6}(?:\.\d{1,6}){2,40}/g,
  /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g,
  /(?<![A-Za-z])(?:GB|DB|ISO|IEC)(?:\/[A-Z])?\s?\d[\d.]{0,12}(?:[-—:]\d{4})?/g,
  /(?<!\d)\d{1,3}\s?[×*]\s?\d{1,3}/g,
]

/** Stretches of a text that findQuantities passes over, in order and without overlaps. */
export function notQuantities(text: string): readonly (readonly [start: number, end: number])[] {
  const spans: [number, number][] = []
  for (const name of programmeNames) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      // 4+1 inside 14+12 is another number
      const glued = /[\d.]/.test(text[at - 1] ?? '') || (/\d$/.test(name) && /[\d.]/.test(text[at + name.length] ?? ''))
      if (!glued) spans.push([at, at + name.length])
    }
  }
  for (const pattern of patterns) {
    for (const found of text.matchAll(pattern)) spans.push([found.index, found.index + found[0].length])
  }
  return merged(spans)
}

function merged(spans: [number, number][]): [number, number][] {
  const all: [number, number][] = []
  for (const span of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = all.at(-1)
    if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1])
    else all.push(span)
  }
  return all
}
