/** Text by dictionary: `values[codes[row]]`; `values[0]` is the empty text, which is a missing value. */
export interface TextColumn {
  readonly kind: 'text'
  readonly codes: Uint32Array
  readonly values: readonly string[]
}

/** Numbers as doubles; NaN is a missing value, never zero. */
export interface NumberColumn {
  readonly kind: 'number'
  readonly numbers: Float64Array
}

/** One column of an open table. Typed arrays, because a million row objects do not fit on a phone. */
export type Column = TextColumn | NumberColumn

/** One value for people and for files; undefined is missing. */
export type Cell = string | number | undefined

export function cellOf(column: Column, row: number): Cell {
  if (column.kind === 'text') return column.values[column.codes[row] ?? 0] || undefined
  const number = column.numbers[row]
  return number === undefined || Number.isNaN(number) ? undefined : number
}

/** Collects the values of one column in order. `missing`: texts that mean that there is no value. */
export function columnBuilder(type: string, missing: readonly string[] = ['']): ColumnBuilder {
  return isNumeric(type) ? numberBuilder(missing) : textBuilder(type, missing)
}

export interface ColumnBuilder {
  /** As a CSV writes it or as Parquet stores it: text, number, bigint, boolean, Date, null. */
  push(value: unknown): void
  finish(): Column
}

/** Types of Table Schema whose values can be calculated with. */
export function isNumeric(type: string): boolean {
  return type === 'number' || type === 'integer' || type === 'year'
}

function textBuilder(type: string, missing: readonly string[]): ColumnBuilder {
  const known = new Map<string, number>(['', ...missing].map((text) => [text, 0]))
  const values = ['']
  let codes = new Uint32Array(1024)
  let length = 0
  return {
    push(value) {
      const text = typeof value === 'string' ? value : textOf(value, type)
      let code = known.get(text)
      if (code === undefined) {
        code = values.push(text) - 1
        known.set(text, code)
      }
      if (length === codes.length) codes = grown(codes, new Uint32Array(2 * length))
      codes[length++] = code
    },
    finish: () => ({ kind: 'text', codes: codes.subarray(0, length), values }),
  }
}

function numberBuilder(missing: readonly string[]): ColumnBuilder {
  let numbers = new Float64Array(1024)
  let length = 0
  return {
    push(value) {
      if (length === numbers.length) numbers = grown(numbers, new Float64Array(2 * length))
      numbers[length++] = numberOf(value, missing)
    },
    finish: () => ({ kind: 'number', numbers: numbers.subarray(0, length) }),
  }
}

function numberOf(value: unknown, missing: readonly string[]): number {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'string' || value.trim() === '' || missing.includes(value)) return Number.NaN
  return Number(value)
}

function textOf(value: unknown, type: string): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value)
  const iso = value.toISOString()
  return type === 'date' ? iso.slice(0, 10) : iso.replace('.000Z', 'Z')
}

function grown<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}
