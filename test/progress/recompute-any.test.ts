import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/model/number/date.ts'
import { indicatorKinds } from '../../src/model/register/indicator.ts'
import type { Site } from '../../src/model/site.ts'
import { comparators, targetKinds, targetPaths } from '../../src/model/target/target.ts'
import { recompute } from '../../src/progress/recompute.ts'
import { targetJson } from '../../src/publish/json/target.ts'
import { indicatorWith, judge, row, targetWith } from './fixture.ts'

const amount = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: -3, max: 300 }))
const day = fc.integer({ min: -800, max: 1500 }).map((days) => addDays('2021-01-01', days))
const period = fc.oneof(
  day,
  fc.constantFrom('2019', '2020', '2021', '2022', '2021-06', '2020-01/2020-06', '2019-01/2019-06', '2021-01/2021-06'),
)
const figure = fc.record({
  period,
  value: amount,
  unit: fc.constantFrom('家', '家', '比率'),
  approx: fc.constantFrom(undefined, '约', '超', '近'),
  status: fc.constantFrom(undefined, undefined, '初步', '修订', '预计', '作废', '计划'),
})
const promise = fc.record({
  kind: fc.constantFrom(...targetKinds),
  comparator: fc.constantFrom(...comparators),
  value: fc.option(amount, { nil: undefined }),
  valueTo: fc.option(amount, { nil: undefined }),
  from: fc.option(day, { nil: undefined }),
  deadline: fc.option(day, { nil: undefined }),
  baseline: fc.option(fc.record({ value: amount, on: day }), { nil: undefined }),
  path: fc.option(fc.constantFrom(...targetPaths), { nil: undefined }),
  milestones: fc.option(fc.array(fc.record({ value: amount, on: day }), { maxLength: 2 }), { nil: undefined }),
})
const counting = fc.record({
  kind: fc.constantFrom(...indicatorKinds),
  aggregation: fc.constantFrom('sum' as const, 'last' as const),
})

test('any verdict at all can be worked out again from the text of its twin', () => {
  fc.assert(
    fc.property(promise, fc.array(figure, { maxLength: 7 }), counting, day, (given, figures, how, asOf) => {
      const rows = figures.map(({ period: text, value, ...rest }, index) =>
        row(text, value, { ...rest, id: `r${index}`, ...(index === 2 && { supersedes: 'r0' }) }),
      )
      const indicator = indicatorWith(how)
      const target = targetWith(given)
      const verdict = judge(target, rows, { asOf, indicator })
      const options = { origin: 'https://a.b', base: '', published: new Map() }
      const twin = JSON.stringify(targetJson({ site: siteWith(indicator, asOf), options }, target, verdict, []))
      const { status, p, q, pace } = verdict
      expect(recompute(JSON.parse(twin))).toEqual({ status, p, q, pace })
    }),
    { numRuns: 1500 },
  )
})

function siteWith(indicator: ReturnType<typeof indicatorWith>, asOf: string): Site {
  const none = new Map()
  return {
    config: { publisher: '公报' },
    asOf,
    indicators: new Map([[indicator.id, indicator]]),
    policies: none,
    sources: none,
    regions: none,
    organizations: none,
  } as unknown as Site
}
