import { kindOfTitle, type OfficialHeader, readOfficialHeader } from './official-header.ts'
import { isStatuteKind, outliner, readNumber } from './outline.ts'
import type { Part } from './part.ts'
import { markCandidates } from './target-candidates.ts'

export interface ImportOptions {
  /** Id of an organisation by the name that a document writes. */
  readonly findOrganization: (name: string) => { readonly id: string; readonly region: string } | undefined
  /** Used where the issuing body is unknown. */
  readonly region: string
}

/**
 * An official document as the Markdown of `content/policies/<id>.md`: front matter, numbered headings,
 * responsibility lines as they stand, and marks around what may be a target. What the document does not say
 * stays empty with a remark; `npm run check` then names it.
 */
export function toMarkdown(parts: readonly Part[], options: ImportOptions): string {
  const header = readOfficialHeader(parts)
  return `${frontMatter(header, options)}\n${toBody(header.body)}`
}

function frontMatter(header: OfficialHeader, options: ImportOptions): string {
  const issuer = header.issuer === undefined ? undefined : options.findOrganization(header.issuer)
  const kind = kindOfTitle(header.title ?? '')
  const leadFirst = header.body.some((part) => part.type === 'paragraph' && part.text.includes('列第一位的为牵头单位'))
  const lines = [
    '---',
    header.title ? `title: ${quoted(header.title)}` : 'title: # 请填写全称',
    header.docNumber ? `docNumber: ${header.docNumber}` : 'docNumberNote: 原文未见',
    issuer ? `issuers: [${issuer.id}]` : `issuers: [] # 请填写机构标识${header.issuer ? `：${header.issuer}` : ''}`,
    kind ? `kind: ${kind}` : 'kind: 其他 # 请核对文种',
    header.addressees && `addressees: ${quoted(header.addressees)}`,
    header.adoptedOn ? `adoptedOn: ${header.adoptedOn}` : 'adoptedOn: # 请填写成文日期',
    regionLine(issuer?.region ?? options.region),
    `disclosure: 主动公开${header.isPublic ? '' : ' # 请核对公开方式'}`,
    'text: full',
    leadFirst && 'leadFirst: true',
    'source: # 请填写来源登记表里的标识',
    '---',
    '',
  ]
  return lines.filter((line) => line !== false && line !== undefined).join('\n')
}

function regionLine(region: string): string {
  return region ? `region: "${region}"` : 'region: # 请填写六位区划代码'
}

function toBody(parts: readonly Part[]): string {
  const outline = outliner(isStatute(parts))
  let count = 0
  const nextId = () => `t${String(++count).padStart(2, '0')}`
  const blocks = parts.flatMap((part): string[] => {
    if (part.type === 'table') return [toTable(part.rows)]
    const item = outline(part.text)
    if (!item) return [toParagraph(part.text, nextId)]
    const heading = `${'#'.repeat(item.depth)} ${escapeMarks(item.heading)}`
    return item.text === '' ? [heading] : [heading, toParagraph(item.text, nextId)]
  })
  return `${blocks.join('\n\n')}\n`
}

function isStatute(parts: readonly Part[]): boolean {
  return parts.some((part) => {
    const numbered = part.type === 'paragraph' ? readNumber(part.text) : undefined
    return numbered !== undefined && isStatuteKind(numbered.kind)
  })
}

/** The brackets of a responsibility line become full-width, the form that the reader of policies knows. */
function toParagraph(text: string, nextId: () => string): string {
  const line = escapeLine(text).replace(
    /[（(]\s*责任单位\s*[:：]\s*([^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*)[）)]/g,
    '（责任单位：$1）',
  )
  const [, words = line, responsibility = ''] = /^(.*?)(（责任单位：.*）)?$/s.exec(line) ?? []
  return markCandidates(words, nextId) + responsibility
}

function toTable(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length))
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => escapeMarks(row[index] ?? '').replaceAll('|', '\\|')).join(' | ')} |`
  const [head = [], ...rest] = rows
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n')
}

/** What would become a heading, a quotation or a list at the start of a line stays text. */
function escapeLine(text: string): string {
  return escapeMarks(text)
    .replace(/^(?=[#>+-])/, '\\')
    .replace(/^(\d+)(?=[.)] )/, '$1\\')
}

/** Characters that Markdown would take for marks. */
function escapeMarks(text: string): string {
  return text.replace(/[\\`*_<[\]]/g, '\\$&')
}

function quoted(text: string): string {
  return /^[\p{Script=Han}\p{L}\d][^#"'\n]*$/u.test(text) && !/[:：] |\s$/.test(text) ? text : JSON.stringify(text)
}
