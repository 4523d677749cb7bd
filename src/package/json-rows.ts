import { isDouble } from '../model/exact-double.ts'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { badFormat } from '../model/issues/pkg.ts'
import { parseJson } from '../read/json-source.ts'
import { lineStartsOf } from '../read/line-starts.ts'
import type { Path, Yaml } from '../read/yaml.ts'
import { isDeepJson } from './json-depth.ts'
import { jsonItems, valueOffsets } from './json-items.ts'

/** A row of JSON: its value, with the place of the row and of its parts. */
export interface JsonRow {
  readonly value: unknown
  readonly line: number
  at(part?: string | number): Place
}

/** The rows of one file, as often as they are asked for; an issue in place of what cannot be read. */
export type JsonRows = () => AsyncIterable<JsonRow | Issue>

/** Rows of a JSON file, in an array at the top or under a property. */
export function rowsOfJson(read: () => Promise<string>, file: string, property: string | undefined): JsonRows {
  let rows: readonly (JsonRow | Issue)[] | undefined
  return async function* () {
    rows ??= parseRows(await read(), file, property)
    yield* rows
  }
}

function parseRows(text: string, file: string, property: string | undefined): (JsonRow | Issue)[] {
  const fault = jsonFault(text, file)
  if (fault) return [fault]
  const items = jsonItems(text, property)
  if (!items) {
    const what = { zh: '没有找到行的列表（JSON 数组）', en: 'no array of rows was found' }
    return [issue(badFormat, { file, line: 1, column: 1 }, { path: file, ...what })]
  }
  const lines = lineStartsOf(text)
  return items.map((item): JsonRow => {
    const at = (part?: string | number): Place => {
      const inner = part === undefined ? 0 : (valueOffsets(item.text).get(part) ?? 0)
      return { file, ...lines.placeOf(item.offset + inner) }
    }
    return { value: parsed(item.text), line: lines.placeOf(item.offset).line, at }
  })
}

/** Rows of an NDJSON file, one a line. */
export function rowsOfNdjson(read: () => AsyncIterable<string>, file: string): JsonRows {
  return async function* () {
    let line = 0
    for await (const text of linesOf(read())) {
      line++
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

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest !== '') yield rest
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
