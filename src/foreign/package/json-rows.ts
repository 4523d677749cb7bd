import { badFormat } from '../../issues/pkg.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { isDouble } from '../../model/number/exact-double.ts'
import { parseJson } from '../../read/json/json-source.ts'
import { lineStartsOf } from '../../read/text/line-starts.ts'
import type { Path, Yaml } from '../../read/text/yaml.ts'
import { isDeepJson } from './json-depth.ts'
import type { JsonItem } from './json-items.ts'
import { jsonItems, valueOffsets } from './json-items.ts'
import { maxJsonLength, maxLineLength, tooLong } from './limits.ts'

/** A row of JSON: its value, with the place of the row and of its parts. */
export interface JsonRow {
  readonly value: unknown
  readonly line: number
  at(part?: string | number): Place
}

/** The rows of one file, as often as they are asked for; an issue in place of what cannot be read. */
export type JsonRows = () => AsyncIterable<JsonRow | Issue>

/** Rows of a JSON file, in an array at the top or under a property. Its text is held, its rows are not. */
export function rowsOfJson(read: () => AsyncIterable<string>, file: string, property: string | undefined): JsonRows {
  let found: { readonly rows: () => Iterable<JsonRow> } | Issue | undefined
  return async function* () {
    found ??= findRows(await textWithin(read(), maxJsonLength), file, property)
    if ('rows' in found) yield* found.rows()
    else yield found
  }
}

/** The whole of a text, unless it is longer than can be held. */
async function textWithin(chunks: AsyncIterable<string>, limit: number): Promise<string | undefined> {
  const parts: string[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > limit) return undefined
    parts.push(chunk)
  }
  return parts.join('')
}

function findRows(text: string | undefined, file: string, property: string | undefined) {
  const start = { file, line: 1, column: 1 }
  if (text === undefined) return tooLong('json', start)
  const fault = jsonFault(text, file)
  if (fault) return fault
  if (!jsonItems(text, property)) {
    const what = { zh: '没有找到行的列表（JSON 数组）', en: 'no array of rows was found' }
    return issue(badFormat, start, { path: file, ...what })
  }
  const lines = lineStartsOf(text)
  const rowOf = (item: JsonItem): JsonRow => {
    const at = (part?: string | number): Place => {
      const inner = part === undefined ? 0 : (valueOffsets(item.text).get(part) ?? 0)
      return { file, ...lines.placeOf(item.offset + inner) }
    }
    return { value: parsed(item.text), line: lines.placeOf(item.offset).line, at }
  }
  return { rows: () => jsonItems(text, property)?.map(rowOf) ?? [] }
}

/** Rows of an NDJSON file, one a line. */
export function rowsOfNdjson(read: () => AsyncIterable<string>, file: string): JsonRows {
  return async function* () {
    let line = 0
    for await (const text of linesOf(read())) {
      line++
      if (text === undefined) {
        yield tooLong('line', { file, line, column: 1 })
        continue
      }
      if (text.trim() === '') continue
      yield rowOfLine(text, file, line)
    }
  }
}

function rowOfLine(text: string, file: string, line: number): JsonRow | Issue {
  const fault = jsonFault(text, file)
  if (fault) return { ...fault, line }
  const at = (part?: string | number): Place => {
    const column = part === undefined ? 1 : (valueOffsets(text).get(part) ?? 0) + 1
    return { file, line, column }
  }
  return { value: parsed(text), line, at }
}

/** A number with more digits than a double holds, or too large for one, stays as it is written. */
export class WideNumber {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  toJSON(): number {
    return Number(this.source)
  }
}

/** What the reviver is told beside the value (ECMAScript 2025); its type is not in the library yet. */
type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

function parsed(text: string): unknown {
  const revive: Reviver = (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && !isDouble(source) ? new WideNumber(source) : value
  return JSON.parse(text, revive as (key: string, value: unknown) => unknown)
}

/** The lines of a text; undefined in place of one that is too long to be held. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string | undefined> {
  let parts: string[] = []
  let length = 0
  const whole = () => (length > maxLineLength ? undefined : parts.join(''))
  for await (const chunk of chunks) {
    let from = 0
    for (let feed = chunk.indexOf('\n'); feed !== -1; feed = chunk.indexOf('\n', from)) {
      take(chunk.slice(from, feed))
      yield whole()
      parts = []
      length = 0
      from = feed + 1
    }
    take(chunk.slice(from))
  }
  if (length > 0) yield whole()

  function take(part: string): void {
    length += part.length
    if (length > maxLineLength) parts = []
    else if (part !== '') parts.push(part)
  }
}

/** Rows written in the descriptor itself. */
export function rowsInline(rows: readonly unknown[], yaml: Yaml, path: Path): JsonRows {
  return async function* () {
    for (const [index, value] of rows.entries()) {
      const at = (part?: string | number) => yaml.at(part === undefined ? [...path, index] : [...path, index, part])
      yield { value, line: at().line, at }
    }
  }
}

/** Rows of a text that stands at one place of the descriptor. */
export function rowsAt(place: Place, rows: JsonRows): JsonRows {
  return async function* () {
    for await (const row of rows()) {
      yield 'value' in row ? { ...row, line: place.line, at: () => place } : { ...row, ...place }
    }
  }
}

function jsonFault(text: string, file: string): Issue | undefined {
  if (isJson(text) && !isDeepJson(text)) return undefined
  const parsed = parseJson(text, file)
  if (!('fault' in parsed)) return undefined
  const { at, reason } = parsed.fault
  return issue(badFormat, at, {
    path: file,
    zh: `不是有效的 JSON：${reason.zh}`,
    en: `not valid JSON: ${reason.en}`,
  })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
