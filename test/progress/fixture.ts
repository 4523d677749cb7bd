import { addDays } from '../../src/model/number/date.ts'
import type { Period } from '../../src/model/number/period.ts'
import type { Indicator } from '../../src/model/register/indicator.ts'
import type { Observation } from '../../src/model/register/observation.ts'
import type { Target } from '../../src/model/target/target.ts'
import { assess, type Context } from '../../src/progress/assess.ts'
import type { Assessment } from '../../src/progress/assessment.ts'

const place = { file: 'test', line: 1, column: 1 }

/** A cumulative target of 52,000 家 for 2021–2023, changed by `over`. */
export function targetWith(over: Partial<Target> = {}): Target {
  return {
    id: 't01',
    policy: 'plan',
    clause: 'c1-1',
    place,
    words: 'words',
    title: 'title',
    indicator: 'thing',
    kind: 'cumulative',
    comparator: 'ge',
    comparatorWord: '以上',
    value: 52_000,
    unit: '家',
    from: '2021-01-01',
    deadline: '2023-12-31',
    deadlineBasis: '原文明示',
    region: '330782',
    ...over,
  }
}

/** A figure of `thing` in 330782; the period as statistics write it: year, month, day, or from/to days. */
export function row(period: string, value: number, over: Partial<Observation> = {}): Observation {
  return {
    id: `${period}=${value}`,
    dataset: 'set',
    place,
    indicator: 'thing',
    region: '330782',
    period: periodOf(period),
    value,
    unit: '家',
    printed: String(value),
    source: 'source',
    ...over,
  }
}

export function indicatorWith(over: Partial<Indicator> = {}): Indicator {
  return {
    id: 'thing',
    name: 'thing',
    definition: 'what is counted',
    unit: '家',
    kind: 'flow',
    direction: 'up',
    topic: 'topic',
    aggregation: 'sum',
    nearMatches: [],
    ...over,
  }
}

/** Judges as of 2026-11-20 unless told otherwise. */
export function judge(target: Target, rows: readonly Observation[], over: Partial<Context> = {}): Assessment {
  return assess(target, { observations: rows, near: [], asOf: '2026-11-20', ...over })
}

/** The worked formula, a line of text for each of its lines; blanks in 〔〕. */
export function textOf(verdict: Assessment): string[] {
  return verdict.formula.map(
    (line) =>
      `${line.label.zh} ${line.parts.map((part) => (typeof part === 'string' ? part : part.text || `〔${line.blank?.zh}〕`)).join('')}`,
  )
}

function periodOf(text: string): Period {
  const [a = '', b] = text.split('/')
  if (b !== undefined) return { text, start: first(a), end: last(b), kind: 'range' }
  const kind = a.length === 4 ? 'year' : a.length === 7 ? 'month' : 'day'
  return { text, start: first(a), end: last(a), kind }
}

function first(text: string): string {
  return text.length === 7 ? `${text}-01` : text.length === 4 ? `${text}-01-01` : text
}

function last(text: string): string {
  if (text.length === 4) return `${text}-12-31`
  if (text.length === 10) return text
  const [year = 0, month = 0] = text.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}
