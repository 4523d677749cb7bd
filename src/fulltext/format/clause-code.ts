import { numeralChars, parseNumeral, toChineseNumeral } from '../../model/number/chinese-number.ts'
import type { byteReader, byteWriter } from './bytes.ts'

/*
 * Names of places mostly count on: 第一条, 第二条, 第三条. A name is a template with a number in it; one that counts
 * on from the last of its template takes a single byte.
 */

interface Counted {
  readonly before: string
  readonly number: number
  readonly after: string
  readonly chinese: boolean
}

export function writeClauses(writer: ReturnType<typeof byteWriter>, clauses: readonly string[]): void {
  const templates: string[] = []
  const last: number[] = []
  for (const clause of clauses) {
    const one = countedOf(clause)
    if (!one) {
      writer.number(0)
      writer.text(clause)
      continue
    }
    const template = templateOf(one)
    const known = templates.indexOf(template)
    const index = known === -1 ? templates.length : known
    if (known === -1) templates.push(template)
    const isNext = known !== -1 && one.number === (last[index] ?? 0) + 1
    writer.number(1 + index * 2 + (isNext ? 0 : 1))
    if (known === -1) {
      writer.number(one.chinese ? 1 : 0)
      writer.text(one.before)
      writer.text(one.after)
    }
    if (!isNext) writer.number(one.number)
    last[index] = one.number
  }
}

export function readClauses(reader: ReturnType<typeof byteReader>, size: number): string[] {
  const templates: { before: string; after: string; chinese: boolean; last: number }[] = []
  return Array.from({ length: size }, () => {
    const code = reader.number()
    if (code === 0) return reader.text()
    const index = Math.floor((code - 1) / 2)
    let template = templates[index]
    if (!template) {
      const chinese = reader.number() === 1
      template = { chinese, before: reader.text(), after: reader.text(), last: 0 }
      templates[index] = template
    }
    template.last = code % 2 === 1 ? template.last + 1 : reader.number()
    const numeral = template.chinese ? toChineseNumeral(template.last) : String(template.last)
    return template.before + numeral + template.after
  })
}

const numeral = new RegExp(`^(.*?)([${numeralChars}]+|\\d+)([^${numeralChars}\\d]*)$`)

/** Names come again in every document: 第一条. */
const counted = new Map<string, Counted | undefined>()

function countedOf(clause: string): Counted | undefined {
  if (!counted.has(clause)) counted.set(clause, lastNumberOf(clause))
  return counted.get(clause)
}

/** The last number of a name, where writing it again gives the same signs. */
function lastNumberOf(clause: string): Counted | undefined {
  const found = numeral.exec(clause)
  if (!found) return undefined
  const [, before = '', written = '', after = ''] = found
  const number = parseNumeral(written)
  if (number === undefined || number > 9999 || !Number.isInteger(number)) return undefined
  const chinese = !/^\d/.test(written)
  const again = chinese ? toChineseNumeral(number) : String(number)
  return again === written ? { before, number, after, chinese } : undefined
}

function templateOf({ before, after, chinese }: Counted): string {
  // What stands before a number holds no line feed.
  return `${chinese}\n${before}\n${after}`
}
