import { compareText } from '../text-order.ts'
import type { ColumnSummary, Table, TableField } from './dataset.ts'
import { missingTexts } from './missing-texts.ts'

/** How the values of a column are spread, small enough to be drawn in a cell. */
export type Distribution =
  /** Counts of equal steps from `from` to `to`; steps of the logarithm where values span three orders and more. */
  | {
      readonly sort: 'numbers'
      readonly from: number
      readonly to: number
      readonly log: boolean
      readonly counts: readonly number[]
    }
  /** Counts by year, the first of which is `from`. */
  | { readonly sort: 'years'; readonly from: number; readonly counts: readonly number[] }
  /** The most frequent values; `others` is how many further values there are, `rest` how many rows have one of them. */
  | {
      readonly sort: 'values'
      readonly top: readonly (readonly [string, number])[]
      readonly others: number
      readonly rest: number
    }
  /** Nothing to draw: no value, every value another, or nearly so, more values than are counted, or numbers in several units. */
  | { readonly sort: 'none'; readonly why: 'empty' | 'unique' | 'various' | 'many' | 'units' }

export interface ColumnDistribution {
  readonly shape: Distribution
  /** Words that stand for a missing value, with how many cells hold them; empty cells are not among them. */
  readonly missing: readonly (readonly [string, number])[]
}

/** Distributions of one table, by the name of the column. */
export type TableDistributions = Readonly<Record<string, ColumnDistribution>>

const steps = 12
const shownValues = 3
/** Texts of which more than this share are different are remarks, not categories. */
const nearlyAll = 0.7
/** Different values are counted up to here; a column with more is no list of categories. */
const mostValues = 1000
/** A longer span of years would not fit a cell. */
const mostYears = 120

/**
 * Counts the rows of a table as they stream by, once; memory stays constant. Bounds of number columns come from the
 * summary that the check has made, so a second pass is not needed.
 */
export function distributionCounter(table: Pick<Table, 'header' | 'schema' | 'summary' | 'gongbao:profile'>) {
  const fields = new Map(table.schema.fields.map((field) => [field.name, field]))
  const summaries = new Map(table.summary.columns.map((column) => [column.name, column]))
  const columns = table.header.map((name) => {
    const field = fields.get(name)
    const words = new Set(missingTexts(table.schema, field))
    const counter = field ? counterOf(table, field, summaries) : undefined
    return { name, words, missing: new Map<string, number>(), counter }
  })

  function add(row: readonly string[]): void {
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]
      const text = row[index] ?? ''
      if (text === '' || !column) continue
      if (column.words.has(text)) column.missing.set(text, (column.missing.get(text) ?? 0) + 1)
      else column.counter?.add(text)
    }
  }

  function result(): TableDistributions {
    return Object.fromEntries(
      columns.flatMap(({ name, counter, missing }) =>
        counter ? [[name, { shape: counter.shape(), missing: [...missing].sort(byCount) }]] : [],
      ),
    )
  }

  return { add, result }
}

interface Counter {
  add(text: string): void
  shape(): Distribution
}

function counterOf(
  table: Pick<Table, 'gongbao:profile'>,
  field: TableField,
  summaries: ReadonlyMap<string, ColumnSummary>,
): Counter {
  const summary = summaries.get(field.name)
  const observations = table['gongbao:profile'] === 'observations'
  if (field.type === 'number' || field.type === 'integer') {
    // Figures of different units have no common scale.
    const units = observations && field.name === 'value' ? (summaries.get('unit')?.distinct ?? 2) : 1
    if (units > 1) return nothing('units')
    const read = numberReader(field)
    const [from, to] = [read(summary?.minimum ?? ''), read(summary?.maximum ?? '')]
    return from < to ? numberCounter(from, to, read) : valueCounter()
  }
  const dated = ['date', 'datetime', 'year', 'yearmonth'].includes(field.type)
  return dated || (observations && field.name === 'period') ? yearCounter() : valueCounter()
}

function nothing(why: 'units'): Counter {
  return { add() {}, shape: () => ({ sort: 'none', why }) }
}

/** A number as its column writes it (Table Schema decimalChar, groupChar, bareNumber). */
function numberReader({ decimalChar = '.', groupChar, bareNumber = true }: TableField): (text: string) => number {
  if (decimalChar === '.' && groupChar === undefined && bareNumber)
    return (text) => (text === '' ? Number.NaN : Number(text))
  return (text) => {
    const plain = (groupChar ? text.replaceAll(groupChar, '') : text).replace(decimalChar, '.')
    return Number.parseFloat(bareNumber ? plain : plain.replace(/^[^\d+-]+/, ''))
  }
}

function numberCounter(from: number, to: number, read: (text: string) => number): Counter {
  const log = from > 0 && to / from >= 1000
  const scale = log ? Math.log10 : (value: number) => value
  const [low, span] = [scale(from), scale(to) - scale(from)]
  const counts = new Array<number>(steps).fill(0)
  return {
    add(text) {
      const value = read(text)
      if (!(value >= from && value <= to)) return
      const step = Math.min(steps - 1, Math.floor(((scale(value) - low) / span) * steps))
      counts[step] = (counts[step] ?? 0) + 1
    },
    shape: () => (counts.some((count) => count > 0) ? { sort: 'numbers', from, to, log, counts } : none('empty')),
  }
}

function yearCounter(): Counter {
  const years = new Map<number, number>()
  return {
    add(text) {
      const year = Number(text.slice(0, 4))
      if (Number.isInteger(year) && year > 0) years.set(year, (years.get(year) ?? 0) + 1)
    },
    shape() {
      const all = [...years.keys()].sort((a, b) => a - b)
      const [from, to] = [all[0], all.at(-1)]
      if (from === undefined || to === undefined) return none('empty')
      if (to - from >= mostYears) return none('many')
      return { sort: 'years', from, counts: Array.from({ length: to - from + 1 }, (_, n) => years.get(from + n) ?? 0) }
    },
  }
}

function valueCounter(): Counter {
  const counts = new Map<string, number>()
  let many = false
  let filled = 0
  return {
    add(text) {
      filled += 1
      const known = counts.get(text)
      if (known !== undefined) counts.set(text, known + 1)
      else if (counts.size < mostValues) counts.set(text, 1)
      else many = true
    },
    shape() {
      if (filled === 0) return none('empty')
      if (many) return none('many')
      if (counts.size === filled && filled > shownValues) return none('unique')
      if (counts.size > shownValues && counts.size > filled * nearlyAll) return none('various')
      const sorted = [...counts].sort(byCount)
      const top = sorted.slice(0, shownValues)
      const rest = filled - top.reduce((sum, [, count]) => sum + count, 0)
      return { sort: 'values', top, others: sorted.length - top.length, rest }
    },
  }
}

function none(why: 'empty' | 'unique' | 'various' | 'many'): Distribution {
  return { sort: 'none', why }
}

function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || compareText(a[0], b[0])
}
