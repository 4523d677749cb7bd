import { cumulativeBreak, growthDiffers, subsetExceeds, sumMismatch } from '../../issues/obs.ts'
import type { TableField } from '../../model/data/dataset.ts'
import type { TableRule } from '../../model/data/table-rule.ts'
import { columnsOf } from '../../model/data/table-rule.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Period } from '../../model/number/period.ts'
import { comparePeriods, parsePeriod, yearBefore } from '../../model/number/period.ts'
import { agrees, halfDigitOf } from '../../model/number/rounding.ts'
import type { TableRecord } from './table-records.ts'

type Rule<T extends TableRule['type']> = Extract<TableRule, { type: T }>

/** A rule at work: rows go in, in any order; what they owe each other is known at the end. */
interface RuleCheck {
  add(row: TableRecord): void
  finish(): Issue[]
}

/** `gongbao:rules` of one table: OBS-005, OBS-008, OBS-012, OBS-013 between its columns and rows. */
export function tableRuleChecks(rules: readonly TableRule[], fields: readonly TableField[]): RuleCheck[] {
  const titles = new Map(fields.map((field) => [field.name, field.title ?? field.name]))
  const label = (column: string) => titles.get(column) ?? column
  const isWhole = (column: string) => fields.find((field) => field.name === column)?.type === 'integer'
  const toCheck = (rule: TableRule): RuleCheck => {
    switch (rule.type) {
      case 'sum':
        return perRow((row) => checkSum(rule, row, isWhole))
      case 'subset':
        return perRow((row) => checkSubset(rule, row, label))
      case 'cumulative':
        return cumulativeCheck(rule)
      case 'growth':
        return growthCheck(rule, fields)
    }
  }
  return rules.filter((rule) => columnsOf(rule).every((column) => titles.has(column))).map(toCheck)
}

function perRow(check: (row: TableRecord) => Issue | undefined): RuleCheck {
  const issues: Issue[] = []
  return {
    add(row) {
      const found = check(row)
      if (found) issues.push(found)
    },
    finish: () => issues,
  }
}

function checkSum(rule: Rule<'sum'>, row: TableRecord, isWhole: (column: string) => boolean): Issue | undefined {
  const total = numberIn(row, rule.total)
  const parts = rule.parts.map((part) => numberIn(row, part))
  // A part that is missing or kept back leaves the sum open.
  if (total === undefined || parts.some((part) => part === undefined)) return undefined
  const sum = parts.reduce<number>((so, part) => so + (part ?? 0), 0)
  const slack = [rule.total, ...rule.parts].reduce(
    (so, column) => so + halfDigitOf(row.value(column) ?? '', isWhole(column)),
    rule.tolerance,
  )
  if (agrees(sum, total, slack)) return undefined
  const params = { sum: show(sum), total: show(total), difference: show(Math.abs(sum - total)) }
  return issue(sumMismatch, row.at(rule.total), params)
}

function checkSubset(rule: Rule<'subset'>, row: TableRecord, label: (column: string) => string): Issue | undefined {
  const [part, total] = [numberIn(row, rule.part), numberIn(row, rule.total)]
  if (part === undefined || total === undefined || part <= total || agrees(part, total, 0)) return undefined
  const params = { part: label(rule.part), total: label(rule.total), partValue: show(part), totalValue: show(total) }
  return issue(subsetExceeds, row.at(rule.part), params)
}

interface Point {
  readonly period: Period
  readonly value: number
  readonly text: string
  readonly place: Place
}

function cumulativeCheck(rule: Rule<'cumulative'>): RuleCheck {
  const series = pointsBySeries(rule.within, rule.period, rule.value, (period) => period.end.slice(0, 4))
  return {
    add: series.add,
    finish: () =>
      [...series.sorted().values()].flatMap((points) =>
        points.flatMap((after, index) => {
          const before = points[index - 1]
          if (!before || before.period.end === after.period.end || after.value >= before.value) return []
          return [issue(cumulativeBreak, after.place, { what: 'falls', before: before.text, after: after.text })]
        }),
      ),
  }
}

function growthCheck(rule: Rule<'growth'>, fields: readonly TableField[]): RuleCheck {
  const unit = fields.find((field) => field.name === rule.rate)?.['gongbao:unit']
  const scale = unit === '%' || unit === '百分点' ? 0.01 : 1
  const values = pointsBySeries(rule.within, rule.period, rule.value, () => '')
  const rates: { series: string; point: Point; rate: number; text: string; place: Place }[] = []
  return {
    add(row) {
      const added = values.add(row)
      const rate = numberIn(row, rule.rate)
      if (!added || rate === undefined) return
      rates.push({ ...added, rate: rate * scale, text: row.value(rule.rate) ?? '', place: row.at(rule.rate) })
    },
    finish() {
      const sorted = values.sorted()
      return rates.flatMap(({ series, point, rate, text, place }) => {
        const before = pointBefore(sorted.get(series) ?? [], point, rule.over)
        const computed = before && growthBetween(before, point)
        if (!computed || agrees(computed.rate, rate, computed.slack + halfDigitOf(text) * scale)) return []
        return [
          issue(growthDiffers, place, {
            before: before.text,
            after: point.text,
            period: before.period.text,
            stated: percent(rate),
            computed: percent(computed.rate),
          }),
        ]
      })
    },
  }
}

function pointBefore(points: readonly Point[], point: Point, over: Rule<'growth'>['over']): Point | undefined {
  if (over === 'previous') return points[points.indexOf(point) - 1]
  const period = yearBefore(point.period)
  return period && points.find((one) => one.period.text === period.text)
}

/** The growth between two figures as written, and how far rounding of either may move it. */
function growthBetween(before: Point, after: Point): { rate: number; slack: number } | undefined {
  if (before.value <= 0) return undefined
  const share = halfDigitOf(before.text) / before.value + halfDigitOf(after.text) / Math.max(after.value, 1e-300)
  const times = after.value / before.value
  return { rate: times - 1, slack: Math.abs(times) * share }
}

/** Figures of each series; `restart` names what begins a new one beside `within`. */
function pointsBySeries(within: readonly string[], period: string, value: string, restart: (period: Period) => string) {
  const series = new Map<string, Point[]>()
  return {
    add(row: TableRecord): { series: string; point: Point } | undefined {
      const time = parsePeriod(row.value(period) ?? '')
      const figure = numberIn(row, value)
      if (!time || figure === undefined) return undefined
      const point = { period: time, value: figure, text: row.value(value) ?? '', place: row.at(value) }
      const key = JSON.stringify([...within.map((column) => row.value(column) ?? ''), restart(time)])
      const points = series.get(key)
      if (points) points.push(point)
      else series.set(key, [point])
      return { series: key, point }
    },
    /** In the order of time. */
    sorted: () =>
      new Map([...series].map(([key, points]) => [key, points.toSorted((a, b) => comparePeriods(a.period, b.period))])),
  }
}

function numberIn(row: TableRecord, column: string): number | undefined {
  const text = row.value(column)
  const value = text === undefined ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}

function show(value: number): string {
  return String(Number(value.toPrecision(12)))
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(4))}%`
}
