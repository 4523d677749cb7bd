import { frontMatter } from './front-matter.ts'
import type { ImportOptions } from './import-options.ts'
import type { OfficialHeader } from './official-header.ts'
import { readOfficialHeader } from './official-header.ts'
import { isStatute, outliner, readNumber } from './outline.ts'
import type { Reading } from './part.ts'
import { replaceCandidates } from './target-candidates.ts'

export interface Imported {
  readonly markdown: string
  readonly header: OfficialHeader
  /** What may be a promise, with its line in the Markdown. */
  readonly candidates: readonly { readonly line: number; readonly words: string }[]
}

/**
 * An official document as the Markdown of `content/policies/<id>.md`: front matter, numbered headings and the text
 * as it stands. Promises are made by editors: what looks like one is listed, never marked by itself.
 */
export function toMarkdown(reading: Pick<Reading, 'parts' | 'fields'>, options: ImportOptions): Imported {
  const header = readOfficialHeader(reading)
  const head = `${frontMatter(header, options)}\n`
  const candidates: { line: number; words: string }[] = []
  let line = head.split('\n').length
  const found = (words: string): string => {
    candidates.push({ line, words })
    return options.markTargets ? `:target[${words}]{#t${String(candidates.length).padStart(2, '0')} unreviewed}` : words
  }
  const blocks: string[] = []
  const add = (block: string) => {
    blocks.push(block)
    line += block.split('\n').length + 1
  }
  const hasArticles = isStatute(header.body)
  const outline = outliner(hasArticles)
  const isListed = contentsReader()
  const text = (words: string) => add(hasArticles ? escapeLine(words) : withCandidates(escapeLine(words), found))
  for (const part of header.body) {
    if (part.type === 'table') {
      if (part.rows.some((row) => row.length > 0)) add(toTable(part.rows))
      continue
    }
    const item = isListed(part.text) ? undefined : outline(part.text)
    if (item) add(`${'#'.repeat(item.depth)} ${escapeHeading(item.heading)}`)
    const words = item ? item.text : part.text
    if (words !== '') text(words)
  }
  return { markdown: `${head}${blocks.join('\n\n')}\n`, header, candidates }
}

/** Tells the lines of a 目录 from the headings they repeat: the first one that comes again ends it. */
function contentsReader(): (line: string) => boolean {
  let isInside = false
  const seen = new Set<string>()
  return (line) => {
    if (/^目\s*[录次]$/.test(line)) {
      isInside = true
      return true
    }
    const kind = readNumber(line)?.kind
    if (!isInside) return false
    isInside = kind !== undefined && kind !== '条' && !seen.has(line)
    seen.add(line)
    return isInside
  }
}

/** A responsibility line names offices, not promises. */
function withCandidates(line: string, found: (words: string) => string): string {
  const [, words = line, responsibility = ''] = /^(.*?)([（(]\s*责任单位\s*[:：].*[）)])?$/s.exec(line) ?? []
  return replaceCandidates(words, found) + responsibility
}

function toTable(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length))
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => escapeMarks(row[index] ?? '').replaceAll('|', '\\|')).join(' | ')} |`
  const [head = [], ...rest] = rows
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n')
}

/** What would become a heading, a quotation, a list or a rule at the start of a line stays text. */
function escapeLine(text: string): string {
  return escapeMarks(text)
    .replace(/^(?=[#>+=-])/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
}

/** Signs at the end of a heading would close it. */
function escapeHeading(text: string): string {
  return escapeMarks(text).replace(/#(?=#*$)/g, '\\#')
}

/**
 * Characters that Markdown would take for marks, and words that would name one of ours. An address stays a link only
 * where nothing in it had to be escaped: a link shows its escapes.
 */
function escapeMarks(text: string): string {
  return text
    .replace(/[\\`*_<[\]~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/:(?=:|[a-zA-Z]|[^\s{:]*\{)/g, '\\:')
    .replace(/(https?|ftp|www)(?=(?::\/\/|\.)\S*\\)/gi, '$1\\')
}
