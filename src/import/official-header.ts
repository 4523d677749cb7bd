import { parseNumeral } from '../model/chinese-number.ts'
import { isoDay, isRealDate } from '../model/date.ts'
import { readNumber } from './outline.ts'
import type { Part } from './part.ts'

/** What the first and last lines of an official document say about it. */
export interface OfficialHeader {
  readonly title?: string
  readonly docNumber?: string
  readonly issuer?: string // name as written
  readonly addressees?: string
  readonly adoptedOn?: string // ISO day
  readonly isPublic: boolean // 此件公开发布
  /** The parts that are text, header and signature lines removed. */
  readonly body: readonly Part[]
}

const docNumber = /^([\p{Script=Han}]{2,20})\s*[〔［[（(【]\s*(\d{4})\s*[〕］\])）】]\s*第?\s*(\d{1,4})\s*号$/u
const dated =
  /^[（(]?(\d{4}|[一二三四五六七八九〇零○]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日[）)]?$/
const documentKind =
  /(决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|批复|函|纪要|规划|计划|方案|细则|办法|条例|规定|举措)$/
/** Header lines stand among the first lines; the signature may stand anywhere, since annexes follow it. */
const headLines = 8

/** Reads 文号, title, 主送机关, 发文机关, 成文日期 and 公开方式; what is not found stays absent. */
export function readOfficialHeader(parts: readonly Part[]): OfficialHeader {
  const lines = parts.map((part) => (part.type === 'paragraph' ? part.text : ''))
  const used = new Set<number>()
  const take = (index: number) => {
    if (index !== -1) used.add(index)
    return lines[index]
  }

  const masthead = take(
    lines.findIndex((line, index) => index < headLines && /^[\p{Script=Han}]{4,30}文件$/u.test(line)),
  )
  const numberLine = take(lines.findIndex((line, index) => index < headLines && docNumber.test(line)))
  const title = take(lines.findIndex((line, index) => index < headLines && isTitle(line)))
  const addressees = take(lines.findIndex((line, index) => index < headLines + 2 && isAddressees(line)))
  const dateAt = lines.findIndex((line) => parseDay(line) !== undefined)
  const date = take(dateAt)
  const signature = dateAt > 0 && isBody(lines[dateAt - 1] ?? '') ? take(dateAt - 1) : undefined
  const publicLine = take(lines.findIndex((line) => /^[（(](?:此件|本文)(?:公开发布|主动公开)[）)]$/.test(line)))
  return {
    title,
    docNumber: numberLine?.replace(docNumber, '$1〔$2〕$3号'),
    issuer: signature ?? masthead?.replace(/文件$/, ''),
    addressees: addressees?.replace(/[：:]$/, ''),
    adoptedOn: date === undefined ? undefined : parseDay(date),
    isPublic: publicLine !== undefined,
    body: parts.filter((_, index) => !used.has(index)),
  }
}

/** The 文种 a title ends with, e.g. 通知. */
export function kindOfTitle(title: string): string | undefined {
  const words = title.replace(/[（(][^（()）]*[）)]$/, '').replace(/[》”]+$/, '')
  return documentKind.exec(words)?.[1] ?? (/[\p{Script=Han}]法$/u.test(words) ? '法律' : undefined)
}

function isTitle(line: string): boolean {
  return line.length <= 120 && !/[。；]/.test(line) && (/关于.+的/.test(line) || kindOfTitle(line) !== undefined)
}

function isAddressees(line: string): boolean {
  return /^[^。；]{2,80}[：:]$/.test(line) && readNumber(line) === undefined
}

function isBody(line: string): boolean {
  return /^[\p{Script=Han}]{4,30}$/u.test(line) && !documentKind.test(line)
}

function parseDay(line: string): string | undefined {
  const found = dated.exec(line)
  if (!found) return undefined
  const [year, month, day] = found.slice(1).map((text) => parseNumeral(text.replaceAll('○', '〇')))
  if (year === undefined || month === undefined || day === undefined) return undefined
  const iso = isoDay(year, month, day)
  return isRealDate(iso).ok ? iso : undefined
}
