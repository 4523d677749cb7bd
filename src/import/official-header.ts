import { parseNumeral } from '../model/number/chinese-number.ts'
import { isoDay, isRealDate } from '../model/number/date.ts'
import { isAddressees } from './addressees.ts'
import type { LabelledField } from './field-labels.ts'
import { labelledField, pairsOfPart } from './field-labels.ts'
import { isStatute, readNumber } from './outline.ts'
import type { Part, Reading } from './part.ts'
import { blank } from './part.ts'

/** What an official document says about itself in its lines and on its page. */
export interface OfficialHeader {
  readonly title?: string | undefined
  readonly docNumber?: string | undefined
  readonly issuer?: string | undefined // name as written
  readonly addressees?: string | undefined
  readonly adoptedOn?: string | undefined // ISO day
  readonly isPublic: boolean // 此件公开发布
  /** Fields a page or a table names, as written there. */
  readonly labelled: ReadonlyMap<LabelledField, string>
  /** Lines that stand in the front matter now and no more in the body. */
  readonly used: readonly string[]
  readonly body: readonly Part[]
}

const docNumber = /^([\p{Script=Han}]{2,20})\s*[〔［[（(【]\s*(\d{4})\s*[〕］\])）】]\s*第?\s*(\d{1,4})\s*号$/u
const dated =
  /^[（(]?(\d{4}|[一二三四五六七八九〇零○]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日[）)]?$/
const documentKind =
  /(决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|规划|计划|方案|细则|办法|条例|规定|举措)$/
const otherTitle = /(解释|答复|修正案|纲要|要点|指南|标准|目录|清单|预案|章程|规则|规程|准则|政策|措施|若干问题|法)$/
/** Header lines stand among the first lines; the signature may stand anywhere, since annexes follow it. */
const headLines = 8
const labelLines = 24

/**
 * Reads 文号, title, 主送机关, 发文机关, 成文日期 and 公开方式 and the fields of a page; what is not found stays absent.
 * Signature, date and 此件公开发布 stay in the body: they are part of the text.
 */
export function readOfficialHeader({ parts, fields }: Pick<Reading, 'parts' | 'fields'>): OfficialHeader {
  const used = new Map<number, string>()
  const labelled = new Map<LabelledField, string>()
  const keep = (label: string, value: string) => {
    const field = labelledField(label)
    if (field !== undefined && value !== '' && !labelled.has(field)) labelled.set(field, value)
  }
  parts.slice(0, labelLines).forEach((part, index) => {
    const pairs = pairsOfPart(part)
    for (const [label, value] of pairs) keep(label, value)
    if (pairs.length > 0) used.set(index, part.type === 'paragraph' ? part.text : part.rows.flat().join(' '))
  })
  for (const [label, value] of fields) keep(label, value)

  const lines = parts.map((part, index) => (part.type === 'paragraph' && !used.has(index) ? part.text : ''))
  const take = (from: number, count = 1): string | undefined => {
    if (from === -1) return undefined
    const taken = lines.slice(from, from + count)
    taken.forEach((line, step) => void used.set(from + step, line))
    return taken.join('')
  }
  const inHead = (test: (line: string) => boolean) => lines.findIndex((line, at) => at < headLines && test(line))

  const masthead = take(inHead((line) => /^[\p{Script=Han}]{4,30}文件$/u.test(line)))
  const numberLine = take(inHead((line) => docNumber.test(line)))
  const title = takeTitle(parts, lines, used, labelled.get('title'), take)
  const next = lines.findIndex((line, at) => !used.has(at) && line !== '' && !isDateOrBracket(line))
  const isAddressed = title !== undefined && next <= headLines + 4 && isAddressees(lines[next] ?? '')
  const addressees = isAddressed && !isStatute(parts) ? take(next) : undefined

  const dates = lines.flatMap((line, at) => (parseDay(line) === undefined ? [] : [at]))
  const signedAt = dates.find((at) => at > 0 && isBody(lines[at - 1] ?? ''))
  const date = lines[signedAt ?? dates[0] ?? -1]
  const page = (field: LabelledField) => labelled.get(field)
  return {
    title: title ?? page('title'),
    docNumber: writeDocNumber(numberLine ?? page('docNumber')),
    issuer: signedAt === undefined ? (masthead?.replace(/文件$/, '') ?? page('issuer')) : lines[signedAt - 1],
    addressees: addressees?.replace(/[：:]$/, ''),
    adoptedOn: date === undefined ? readDay(page('adoptedOn')) : parseDay(date),
    isPublic: lines.some((line) => /^[（(](?:此件|本文)(?:公开发布|主动公开)[）)]$/.test(line)),
    labelled,
    used: [...used.entries()].sort(([a], [b]) => a - b).map(([, line]) => line),
    body: parts.filter((_, index) => !used.has(index)),
  }
}

/** The line marked as a title, the one the page names, else the first lines that together read like one. */
function takeTitle(
  parts: readonly Part[],
  lines: readonly string[],
  used: ReadonlyMap<number, string>,
  named: string | undefined,
  take: (from: number, count?: number) => string | undefined,
): string | undefined {
  const free = (at: number) => at < headLines && !used.has(at) && (lines[at] ?? '') !== ''
  const marked = parts.findIndex((part, at) => free(at) && part.type === 'paragraph' && part.isTitle)
  if (marked !== -1) return take(marked)
  const same = (text: string) => text.replace(blank, '')
  const repeated = named === undefined ? -1 : lines.findIndex((line, at) => free(at) && same(line) === same(named))
  if (repeated !== -1) return take(repeated)
  for (let from = 0; from < Math.min(headLines, lines.length); from++) {
    for (let count = 1; count <= 3 && free(from + count - 1); count++) {
      const pieces = lines.slice(from, from + count)
      if (pieces.slice(count === 1 ? 1 : 0).some(endsOrBegins)) break
      if (isTitle(pieces.join('')) && (count === 1 || pieces.join('').includes('关于'))) return take(from, count)
    }
  }
  return undefined
}

/** A line that cannot be a piece of a title. */
function endsOrBegins(line: string): boolean {
  return /[：:，]$/.test(line) || readNumber(line) !== undefined || /^\d{4}年|^[（(]\d{4}年|^目录$/.test(line)
}

/** The 文种 a title ends with, e.g. 通知. */
export function kindOfTitle(title: string): string | undefined {
  const words = bareTitle(title)
  return documentKind.exec(words)?.[1] ?? (/[\p{Script=Han}]法$/u.test(words) ? '法律' : undefined)
}

function bareTitle(title: string): string {
  return title.replace(/[（(][^（()）]*[）)]$/, '').replace(/[》”]+$/, '')
}

function isTitle(line: string): boolean {
  const words = bareTitle(line)
  const isNamed = documentKind.test(words) || otherTitle.test(words)
  return line.length >= 4 && line.length <= 120 && !/[。；]|^的|^附件|^现/.test(line) && isNamed && !endsOrBegins(line)
}

function isDateOrBracket(line: string): boolean {
  return parseDay(line) !== undefined || /^[（(].*[）)]$/.test(line)
}

function isBody(line: string): boolean {
  return /^[\p{Script=Han}]{4,30}$/u.test(line) && !documentKind.test(line)
}

function writeDocNumber(line: string | undefined): string | undefined {
  if (line === undefined || /^[无—\-/]*$/.test(line)) return undefined
  return docNumber.test(line) ? line.replace(docNumber, '$1〔$2〕$3号') : line
}

function parseDay(line: string): string | undefined {
  const found = dated.exec(line)
  if (!found) return undefined
  const [year, month, day] = found.slice(1).map((text) => parseNumeral(text.replaceAll('○', '〇')))
  if (year === undefined || month === undefined || day === undefined) return undefined
  return realDay(year, month, day)
}

/** A day as pages write it: `2021-11-08 10:00`, `2021/11/8`, `2021年11月8日`. */
export function readDay(text: string | undefined): string | undefined {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日|\D|$)/.exec(text ?? '')
  return found ? realDay(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}

function realDay(year: number, month: number, day: number): string | undefined {
  const iso = isoDay(year, month, day)
  return isRealDate(iso).ok ? iso : undefined
}
