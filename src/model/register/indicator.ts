import { z } from 'zod'
import { id, line, named } from '../field.ts'
import { periodKinds } from '../number/period.ts'

/** 指标类别: what kind of quantity it is decides how periods add up. */
export const indicatorKinds = [
  'flow',
  'stock',
  'ratio',
  'growth',
  'index',
  'duration',
  'count',
  'rank',
  'coverage',
] as const

export const indicator = z.strictObject({
  id: named('标识', id),
  name: named('名称', line),
  /** 口径: what is counted, by whom, what is left out. */
  definition: named('口径', line),
  unit: named('单位', line), // canonical: 家 户 元 比率 …
  kind: named('类别', z.enum(indicatorKinds)),
  direction: named('方向', z.enum(['up', 'down', 'none'])),
  topic: named('主题', line),
  aggregation: named('汇总', z.enum(['sum', 'last', 'mean', 'none'])),
  /** Kinds of period its figures have; anything where it is not said. */
  periods: named('时期', z.array(z.enum(periodKinds)).optional()),
  responsible: named('责任单位', id.optional()),
  /** Indicators that look the same and are not, with why: shown, never added together. */
  nearMatches: named('相近指标', z.array(z.strictObject({ indicator: id, why: line })).default([])),
  note: named('说明', line.optional()),
})
export type Indicator = z.output<typeof indicator>
