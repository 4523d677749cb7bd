import { parseNumeral, toChineseNumeral } from '../number/chinese-number.ts'
import { plainDigits } from '../number/plain-digits.ts'

/** 1 一、 · 2 （一） · 3 1. · 4 （1） · 5 ① (GB/T 9704-2012 §7.3.3); laws count 章、节、条. */
export type NumberingLevel = 1 | 2 | 3 | 4 | 5 | 'chapter' | 'section' | 'article'

/** The number a heading begins with. */
export interface Numbering {
  readonly level: NumberingLevel
  readonly ordinal: number
  readonly number: string // verbatim, with its own punctuation
  readonly rest: string
}

const forms: readonly [RegExp, NumberingLevel | undefined][] = [
  [/^第\s{0,2}([一二三四五六七八九十百千〇零两\d]{1,9})\s{0,2}([章节条])/, undefined],
  [/^([一二三四五六七八九十百零]{1,7})\s{0,2}(?:、|[.．](?!\d))/, 1],
  [/^[（(]\s{0,2}([一二三四五六七八九十百零]{1,7})\s{0,2}[）)](?:、|[.．](?!\d))?/, 2],
  [/^(\d{1,3})\s{0,2}(?:[.．](?!\d)|、)/, 3],
  [/^[（(]\s{0,2}(\d{1,3})\s{0,2}[）)](?:、|[.．](?!\d))?/, 4],
  [/^([①-⑳㉑-㉟㊱-㊿])/, 5],
]

/** Reads the number of a heading in any of its shapes, right or wrong; `expectedNumber` says how it should look. */
export function parseNumbering(heading: string): Numbering | undefined {
  const text = heading.trim()
  const head = plainDigits(text.slice(0, 24)).replace(/．/g, '.')
  for (const [form, fixed] of forms) {
    const found = form.exec(head)
    if (!found) continue
    const ordinal = fixed === 5 ? circled(found[1] ?? '') : parseNumeral(found[1] ?? '')
    if (ordinal === undefined || ordinal < 1 || ordinal > 9999) return undefined
    const level = fixed ?? lawLevels[found[2] ?? '']
    if (level === undefined) return undefined
    const number = text.slice(0, found[0].length)
    return { level, ordinal, number, rest: text.slice(number.length).trim() }
  }
  return undefined
}

/** How the number of a level should be written: 一、（三）1. （1）① 第一章. */
export function expectedNumber(level: NumberingLevel, ordinal: number): string {
  switch (level) {
    case 1:
      return `${toChineseNumeral(ordinal)}、`
    case 2:
      return `（${toChineseNumeral(ordinal)}）`
    case 3:
      return `${ordinal}.`
    case 4:
      return `（${ordinal}）`
    case 5:
      return circledNumber(ordinal)
    case 'chapter':
      return `第${toChineseNumeral(ordinal)}章`
    case 'section':
      return `第${toChineseNumeral(ordinal)}节`
    case 'article':
      return `第${toChineseNumeral(ordinal)}条`
  }
}

const lawLevels: Readonly<Record<string, NumberingLevel>> = { 章: 'chapter', 节: 'section', 条: 'article' }

/** Circled numbers stand in three blocks: 1–20, 21–35, 36–50. */
const circles: readonly [first: number, code: number, count: number][] = [
  [1, 0x2460, 20],
  [21, 0x3251, 15],
  [36, 0x32b1, 15],
]

function circled(char: string): number | undefined {
  const code = char.charCodeAt(0)
  const block = circles.find(([, start, count]) => code >= start && code < start + count)
  return block && block[0] + code - block[1]
}

function circledNumber(n: number): string {
  const block = circles.find(([first, , count]) => n >= first && n < first + count)
  return block ? String.fromCharCode(block[1] + n - block[0]) : `（${n}）`
}
