import { plainDigits } from '../number/plain-digits.ts'

/** 发文字号 taken apart: 义政办发〔2021〕38号. */
export interface DocNumber {
  readonly code: string // 发文代字, e.g. 义政办发
  readonly year: number
  readonly serial: number
  readonly canonical: string
}

/** Why a text is no 发文字号 by GB/T 9704-2012 §7.2.5; the first fault, with the number as it should be. */
export interface DocNumberFault {
  readonly fault: 'brackets' | 'year' | 'serial' | 'form'
  readonly suggestion?: string
}

const left = '〔[［（(【﹝〖'
const right = '〕\\]］）)】﹞〗'
const loose = new RegExp(`^([\\p{Script=Han}A-Za-z]{1,20})([${left}])(\\d{1,4})年?([${right}])(第?)(\\d{1,6})号$`, 'u')

/** Reads a whole 发文字号. The year stands in 〔〕 with four digits, the serial without 第 and without leading zeros. */
export function parseDocNumber(text: string): DocNumber | DocNumberFault {
  const parts = text.length > 60 ? undefined : loose.exec(plainDigits(text).replace(/\s/g, ''))
  if (!parts) return { fault: 'form' }
  const [, code = '', open, yearText = '', close, ordinal, serialText = ''] = parts
  const year = fullYear(yearText)
  const serial = Number(serialText)
  const canonical = year === undefined || serial === 0 ? undefined : `${code}〔${year}〕${serial}号`
  if (open !== '〔' || close !== '〕') return { fault: 'brackets', suggestion: canonical }
  if (year === undefined || yearText.length !== 4) return { fault: 'year', suggestion: canonical }
  if (ordinal !== '' || serialText.startsWith('0')) return { fault: 'serial', suggestion: canonical }
  if (canonical === undefined || canonical !== text) return { fault: 'form', suggestion: canonical }
  return { code, year, serial, canonical }
}

const inText = new RegExp(
  `[${left}]\\s{0,2}([\\d０-９]{4})\\s{0,2}[${right}]\\s{0,2}第?\\s{0,2}([\\d０-９]{1,6})\\s{0,2}号`,
  'gu',
)

/** Words that stand before a number in running text and are not part of its code. */
const leadIn =
  /^.*(?:根据|按照|依据|依照|遵照|参照|结合|落实|贯彻|执行|转发|印发|发布|文件|文号|字号|为|以|由|经|见|即|与|和|及|或|的|将|对|在|《)/u

/**
 * Every 发文字号 in running text, in any brackets; `canonical` has the right ones. Where the code cannot be told from
 * the words before it, `codes` (the 发文代字 of the register) decides.
 */
export function findDocNumbers(
  text: string,
  codes: readonly string[] = [],
): { text: string; start: number; end: number; canonical: string }[] {
  const known = [...codes].sort((a, b) => b.length - a.length)
  const all: { text: string; start: number; end: number; canonical: string }[] = []
  let floor = 0
  for (const found of text.matchAll(inText)) {
    const run = /[\p{Script=Han}]{1,20}\s?$/u.exec(text.slice(Math.max(floor, found.index - 20), found.index))?.[0]
    const code = run && (known.find((one) => run.trimEnd().endsWith(one)) ?? run.trimEnd().replace(leadIn, ''))
    const end = found.index + found[0].length
    floor = end
    if (!run || !code) continue
    const start = found.index - (run.length - run.trimEnd().length) - code.length
    const canonical = `${code}〔${plainDigits(found[1] ?? '')}〕${Number(plainDigits(found[2] ?? ''))}号`
    all.push({ text: text.slice(start, end), start, end, canonical })
  }
  return all
}

/** Two digits are years of this century. */
function fullYear(text: string): number | undefined {
  const year = Number(text.length === 2 ? `20${text}` : text)
  return year >= 1949 && year <= 2100 ? year : undefined
}
