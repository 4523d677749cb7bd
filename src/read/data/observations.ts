import { oddDigits, ratioScale, unitMismatch, valueMismatch } from '../../issues/num.ts'
import {
  absurdYear,
  approxDiffers,
  approxDropped,
  badPeriod,
  doubtInNote,
  doubtWithoutReason,
  negativeCount,
  periodMismatch,
  printedWithoutNumber,
} from '../../issues/obs.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { addDays } from '../../model/number/date.ts'
import { hedgeIn } from '../../model/number/hedge.ts'
import { parsePeriod } from '../../model/number/period.ts'
import { plainDigits } from '../../model/number/plain-digits.ts'
import type { Quantity } from '../../model/number/quantity.ts'
import { findQuantities, parseQuantity } from '../../model/number/quantity.ts'
import type { Indicator } from '../../model/register/indicator.ts'
import type { Approximation, Observation } from '../../model/register/observation.ts'
import { observationRow, observationStatuses } from '../../model/register/observation.ts'
import type { TableRow } from '../table/table-result.ts'
import type { Registers } from './registers.ts'
import { checkRegisterReference } from './registers.ts'
import type { ReadRow } from './row-reader.ts'
import { rowReader } from './row-reader.ts'

/** An observation with the row it was read from: rules point at its cells. */
export interface ObservedRow {
  readonly observation: Observation
  readonly row: TableRow
}

export interface ObservationContext {
  readonly dataset: string
  /** What stands before the line in an id, e.g. "yw-economy/". */
  readonly idPrefix: string
  /** Figures of later periods must be forecasts or plans. */
  readonly today: string
  readonly registers: Registers
}

/**
 * Rows of a table with profile `observations`, each checked by itself: references, unit, period, and the
 * value against the figure as printed. A row whose cells were reported as faulty is left out.
 */
export function readObservations(
  rows: readonly TableRow[],
  context: ObservationContext,
): { rows: ObservedRow[]; issues: Issue[] } {
  const issues: Issue[] = []
  const read = rowReader(observationRow)
  const observed = rows.flatMap((row) => {
    const observation = toObservation(row, read, context, issues)
    issues.push(...checkReferences(row, context.registers))
    if (!observation) return []
    issues.push(...checkFigure(observation, row, context.registers))
    return [{ observation, row }]
  })
  return { rows: observed, issues }
}

/** A cell that has been reported counts as missing. */
function toObservation(
  row: TableRow,
  read: (row: TableRow) => ReadRow<typeof observationRow>,
  context: ObservationContext,
  issues: Issue[],
): Observation | undefined {
  const sound = row.faulty.size === 0 ? row : withoutFaulty(row)
  const { values } = sound
  const { value: figure, issues: faults } = read(sound)
  issues.push(...faults)
  const status = observationStatuses.find((one) => one === values.get('status'))
  const written = values.get('period')
  const period = written === undefined ? undefined : parsePeriod(written)
  if (written !== undefined && !period) {
    const suggestion = periodGuess(written)
    const guess = suggestion === undefined ? {} : { suggestion }
    issues.push(issue(badPeriod, row.at('period'), { found: written.slice(0, 40), what: 'form', ...guess }))
  }
  if (period && written !== undefined && /[^\d/QH-]/.test(written)) {
    issues.push(issue(badPeriod, row.at('period'), { found: written, what: 'words', suggestion: period.text }))
  }
  const absurd =
    period && [period.start, period.end].map((on) => on.slice(0, 4)).find((year) => isAbsurd(year, context))
  if (absurd) issues.push(issue(absurdYear, row.at('period'), { found: period.text, year: absurd }))
  if (period && !absurd && period.end > context.today && status !== '预计' && status !== '计划') {
    issues.push(issue(badPeriod, row.at('period'), { found: period.text, what: 'future', asOf: context.today }))
  }
  if (!figure || !period) return undefined
  return {
    id: `${context.idPrefix}${row.line}`,
    dataset: context.dataset,
    place: row.at('value'),
    ...figure,
    period,
  }
}

function withoutFaulty(row: TableRow): TableRow {
  const values = new Map([...row.values].filter(([column]) => !row.faulty.has(column)))
  return { ...row, values, faulty: new Set() }
}

/** What was probably meant by a period in the form of a spreadsheet: `2020/6`, `2020.6`, `2020Q3`, `2020-6`, `44508`. */
function periodGuess(written: string): string | undefined {
  const plain = plainDigits(written.trim())
  const [, year = '', month = '', day] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(plain) ?? []
  const [, of = '', part = ''] = /^(\d{4})[-/. ]?([QHqh]\d)$/.exec(plain) ?? []
  const isSerial = /^[2-6]\d{4}$/.test(plain)
  const guess = isSerial
    ? addDays('1899-12-30', Number(plain))
    : year
      ? [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')
      : `${of}-${part.toUpperCase()}`
  return guess !== written && parsePeriod(guess) ? guess : undefined
}

/** Before there were such figures, or later than any plan reaches. */
function isAbsurd(year: string, { today }: ObservationContext): boolean {
  return Number(year) < 1800 || Number(year) > Number(today.slice(0, 4)) + 100
}

function checkReferences(row: TableRow, registers: Registers): Issue[] {
  const each = (kind: 'indicators' | 'regions' | 'sources', column: string) =>
    row.faulty.has(column) ? [] : checkRegisterReference(registers, kind, row.values.get(column), row.at(column))
  return [...each('indicators', 'indicator'), ...each('regions', 'region'), ...each('sources', 'source')]
}

/** One figure: its unit against the indicator, its value and hedging word against what is printed. */
function checkFigure(one: Observation, row: TableRow, registers: Registers): Issue[] {
  const issues: Issue[] = []
  const indicator = registers.indicators.get(one.indicator)
  if (indicator?.unit && indicator.unit !== one.unit) {
    const params = { indicator: indicator.name, expected: indicator.unit, found: one.unit }
    issues.push(issue(unitMismatch, row.at('unit'), params))
  }
  if (indicator?.periods && !indicator.periods.includes(one.period.kind)) {
    const allowed = indicator.periods.map((kind) => periodKindNames[kind])
    const params = { indicator: indicator.name, found: one.period.text, allowed }
    issues.push(issue(periodMismatch, row.at('period'), params))
  }
  const printed = printedQuantity(one)
  issues.push(...checkDigits(one, row), ...checkValue(one, row, printed))
  if (!printed && one.value !== 0 && !/[\p{N}一二三四五六七八九十百千万两半倍双成全翻]/u.test(one.printed)) {
    issues.push(issue(printedWithoutNumber, row.at('printed'), { printed: one.printed }))
  }
  if (indicator && one.value < 0 && isCount(indicator)) {
    issues.push(issue(negativeCount, row.at('value'), { indicator: indicator.name, found: String(one.value) }))
  }
  const approx = printed?.approx ?? looseApproximation(one.printed)
  if (approx && one.approx && approx.approx !== one.approx && !row.faulty.has('approx')) {
    const params = { printed: one.printed, word: approx.word, approx: one.approx }
    issues.push(issue(approxDiffers, row.at('approx'), params))
  }
  if (approx && !one.approx && !row.faulty.has('approx')) {
    const params = { printed: one.printed, word: approx.word, approx: approx.approx }
    issues.push(issue(approxDropped, row.at('printed'), params))
  }
  return [...issues, ...checkDoubt(one, row)]
}

/** OBS-020 where a doubt stands in the note alone, OBS-021 where only its day is given. */
function checkDoubt({ doubt, doubtSince, note = '' }: Observation, row: TableRow): Issue[] {
  if (doubt !== undefined) return []
  const word = doubtWords.exec(note)?.[0]
  return [
    ...(word === undefined ? [] : [issue(doubtInNote, row.at('note'), { word })]),
    ...(doubtSince === undefined ? [] : [issue(doubtWithoutReason, row.at('doubtSince'), { since: doubtSince })]),
  ]
}

/** How a note says that the figure itself may be wrong; “待核” and “口径不同” do not. */
const doubtWords =
  /存疑|可疑|(?<!质)疑(?:似|为|有误|应为|不同|是)|(?:误译|误印|误排|印错|抄错)|不宜(?:直接)?(?:使用|引用)/

/** Money, shares and changes may be below zero; a number of things may not. */
function isCount({ name, definition, unit, kind }: Indicator): boolean {
  const isNet = /净|增减|变动|变化|差|温|盈亏|利润|平衡/.test(`${name}${definition}`)
  return !isNet && kind !== 'growth' && !/元|率|百分点|℃|度|指数|分/.test(unit)
}

const periodKindNames = { year: '年', half: '半年', quarter: '季', month: '月', day: '日', range: '起止区间' } as const

interface Printed {
  readonly value: number
  readonly approx?: { readonly word: string; readonly approx: Approximation }
}

/** The figure in `printed`, with the unit of the table head where the figure alone was printed. */
function printedQuantity(one: Observation): Printed | undefined {
  const texts = one.printedUnit ? [`${one.printed}${one.printedUnit}`, one.printed] : [one.printed]
  for (const text of texts) {
    const whole = parseQuantity(text)
    if (whole) return withApproximation(whole, one.printed)
  }
  // More words than a quantity: any figure among them may be the one.
  const found = texts.flatMap(findQuantities)
  const match = found.find((quantity) => isSame(quantity.value, one.value)) ?? found[0]
  return match && withApproximation(match, one.printed)
}

function withApproximation({ value, approx }: Quantity, printed: string): Printed {
  return approx ? { value, approx: { word: hedgeIn(printed)?.word ?? approx, approx } } : { value }
}

/** A hedging word in a figure that could not be read as a quantity. */
function looseApproximation(printed: string): Printed['approx'] {
  return findQuantities(printed).length > 0 || !/\d/.test(printed) ? undefined : hedgeIn(printed)
}

/** NUM-004 where a percentage was entered as a number, else NUM-001. */
function checkValue(one: Observation, row: TableRow, printed: Printed | undefined): Issue[] {
  if (!printed || isSame(printed.value, one.value)) return []
  const at = row.at('value')
  if (one.unit === '比率' && isSame(printed.value * 100, one.value)) {
    return [issue(ratioScale, at, { found: String(one.value), suggestion: plain(printed.value) })]
  }
  const shown =
    one.printedUnit && !one.printed.endsWith(one.printedUnit) ? `${one.printed}${one.printedUnit}` : one.printed
  const factor = factorBetween(printed.value, one.value)
  const params = { printed: shown, expected: plain(printed.value), found: plain(one.value) }
  return [issue(valueMismatch, at, { ...params, ...(factor ? { factor } : {}) })]
}

/** NUM-007 in the printed figure; thousands commas are how sources print, and stay. */
function checkDigits(one: Observation, row: TableRow): Issue[] {
  const halfWidth = plainDigits(one.printed).replace(/(?<=\d)，(?=\d{3})/g, ',')
  if (plainDigits(one.printed) !== one.printed) {
    return [issue(oddDigits, row.at('printed'), { found: one.printed, what: 'full-width', suggestion: halfWidth })]
  }
  const numerals = one.printed.replace(/(?<=[一二三四五六七八九〇零])[OoＯ○]+(?=[一二三四五六七八九〇零年])/g, (o) =>
    '〇'.repeat(o.length),
  )
  const fixed = numerals.replace(/(?<=\d)[OoＯ]+(?=[\d万亿%]|$)/g, (o) => '0'.repeat(o.length))
  if (fixed === one.printed) return []
  return [issue(oddDigits, row.at('printed'), { found: one.printed, what: 'letter-o', suggestion: fixed })]
}

/** Equal but for the noise of binary fractions. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}

/** By how many times two values differ, where that is a power of ten: the usual slip. */
function factorBetween(a: number, b: number): string | undefined {
  const power = Math.log10(Math.abs(a / b))
  const whole = Math.round(Math.abs(power))
  return whole > 0 && Math.abs(Math.abs(power) - whole) < 1e-9 ? String(10 ** whole) : undefined
}

/** A number without exponent and binary noise. */
function plain(value: number): string {
  const short = Number(value.toPrecision(15))
  return Math.abs(short) < 1e21 && (short === 0 || Math.abs(short) >= 1e-6) ? String(short) : short.toFixed(12)
}
