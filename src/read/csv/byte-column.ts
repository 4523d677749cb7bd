import type { TableField } from '../../model/data/dataset.ts'
import type { Column, PassableTable } from '../table/table-reader.ts'
import { plainDate, plainInteger, plainNumber, plainText } from './byte-cell.ts'
import type { ByteIndex } from './byte-index.ts'
import { byteIndex } from './byte-index.ts'

/** What a cell is to its column: `unsure` sends the row to those who read text. */
export const unsure = 0
export const filled = 1
export const missing = 2

/** One column that is read as bytes. All of them have one shape, because every cell of a table goes through here. */
export interface ByteColumn {
  readonly column: Column
  readonly table: PassableTable
  /** Cells that have been found fine as text, and whether each is missing; absent once there are too many. */
  known: ByteIndex | undefined
  outcomes: Uint8Array
  readonly words: ByteIndex
  readonly longestWord: number
  /** Judges bytes by rules that make text needless; `none` where there are no such rules. */
  readonly way: Way
  /** What the way gives must lie between these. */
  readonly least: number
  readonly most: number
  /** Numbers that may be telephones have to be looked at. */
  readonly isSuspect: boolean
  /** The range of what the way has given so far. */
  low: number
  high: number
  /** Cells with a value that have not been counted in the statistics yet. */
  count: number
}

type Way = typeof none | typeof byNumber | typeof byInteger | typeof byDate | typeof byText
const none = 0
const byNumber = 1
const byInteger = 2
const byDate = 3
const byText = 4

const maxKnown = 32_768
const longestKnown = 200

export function byteColumn(column: Column, table: PassableTable): ByteColumn {
  const words = byteIndex()
  for (const word of column.words) {
    const data = Buffer.from(word)
    words.put(data, 0, data.length)
  }
  return {
    column,
    table,
    known: byteIndex(),
    outcomes: new Uint8Array(64),
    words,
    longestWord: Math.max(0, ...column.words.map((word) => Buffer.byteLength(word))),
    ...wayOf(column),
    isSuspect: column.scan.way === 'mostly',
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
    count: 0,
  }
}

/** Judges the cell that stands from `from` up to `to`, and takes its value into the statistics. */
export function judge(own: ByteColumn, data: Buffer, from: number, to: number): number {
  if (own.known) {
    const number = own.known.find(data, from, to)
    return number >= 0 ? (own.outcomes[number] as number) : learn(own, own.known, data, from, to)
  }
  if (own.way === none || from === to) return asText(own, data, from, to)
  if (to - from <= own.longestWord && own.words.find(data, from, to) >= 0) return asText(own, data, from, to)
  if (own.way === byText) {
    const characters = plainText(data, from, to)
    if (characters < 0 || characters < own.least || characters > own.most) return asText(own, data, from, to)
    return filled
  }
  const value = measure(own.way, data, from, to)
  if (!(value >= own.least && value <= own.most)) return asText(own, data, from, to)
  if (own.isSuspect && value > 1.3e10 && value < 2e10) return asText(own, data, from, to)
  if (value < own.low || value > own.high) {
    if (value < own.low) own.low = value
    if (value > own.high) own.high = value
    own.column.statistics.see(data.toString('utf8', from, to))
  }
  return filled
}

function measure(way: Way, data: Uint8Array, from: number, to: number): number {
  if (way === byNumber) return plainNumber(data, from, to)
  return way === byInteger ? plainInteger(data, from, to) : plainDate(data, from, to)
}

/** A cell that comes for the first time; the next time its bytes are enough. */
function learn(own: ByteColumn, known: ByteIndex, data: Buffer, from: number, to: number): number {
  const outcome = asText(own, data, from, to)
  if (outcome === unsure || to - from > longestKnown) return outcome
  if (known.size < maxKnown) {
    const number = ~known.put(data, from, to)
    if (number >= own.outcomes.length) {
      const more = new Uint8Array(2 * own.outcomes.length)
      more.set(own.outcomes)
      own.outcomes = more
    }
    own.outcomes[number] = outcome
  }
  // Where values are too many to be counted and bytes can be judged by rules, looking them up is the longer way.
  if (own.way !== none && own.column.statistics.isVaried()) own.known = undefined
  return outcome
}

function asText(own: ByteColumn, data: Buffer, from: number, to: number): number {
  const { column, table } = own
  const text = data.toString('utf8', from, to)
  if (!table.isFine(column, text)) return unsure
  if (column.isMissing(text)) return missing
  column.statistics.see(text)
  return filled
}

/** Rules are known only for fields that ask for nothing else. */
function wayOf({ field, scan }: Column): Pick<ByteColumn, 'way' | 'least' | 'most'> {
  const free = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }
  const { type, format = 'default', constraints } = field
  const asksMore = [...Object.keys(field).filter((key) => !plainKeys.has(key) && !key.startsWith('gongbao:'))]
  const limits = Object.entries(constraints).filter(([, limit]) => limit !== undefined)
  const { required: _, unique: __, ...bounds } = Object.fromEntries(limits)
  const names = Object.keys(bounds)
  if (asksMore.length > 0 || format !== 'default' || scan.way === 'always') return { way: none, ...free }
  if (type === 'string' || type === 'any') {
    if (names.some((name) => name !== 'minLength' && name !== 'maxLength')) return { way: none, ...free }
    const { minLength = free.least, maxLength = free.most } = constraints
    return { way: byText, least: minLength, most: maxLength }
  }
  if (type !== 'number' && type !== 'integer' && type !== 'date') return { way: none, ...free }
  const range = rangeOf(field)
  if (!range || names.some((name) => name !== 'minimum' && name !== 'maximum')) return { way: none, ...free }
  return { way: type === 'number' ? byNumber : type === 'integer' ? byInteger : byDate, ...range }
}

const plainKeys = new Set([
  'name',
  'title',
  'description',
  'type',
  'format',
  'constraints',
  'missingValues',
  'rdfType',
  'example',
])

/** The limits of a field as numbers that its values are compared with; undefined where they are written otherwise. */
function rangeOf({ type, constraints }: TableField): { least: number; most: number } | undefined {
  const number = (limit: number | string): number => {
    const data = Buffer.from(String(limit))
    return type === 'date' ? plainDate(data, 0, data.length) : plainNumber(data, 0, data.length)
  }
  const least = constraints.minimum === undefined ? Number.NEGATIVE_INFINITY : number(constraints.minimum)
  const most = constraints.maximum === undefined ? Number.POSITIVE_INFINITY : number(constraints.maximum)
  return Number.isNaN(least) || Number.isNaN(most) ? undefined : { least, most }
}
