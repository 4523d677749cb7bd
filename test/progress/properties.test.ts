import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/model/number/date.ts'
import type { Observation } from '../../src/model/register/observation.ts'
import { comparators, targetKinds } from '../../src/model/target/target.ts'
import type { Assessment } from '../../src/progress/assessment.ts'
import { reasonCodes, statusIds } from '../../src/progress/assessment.ts'
import { judge, row, targetWith } from './fixture.ts'
import { possible } from './statuses.ts'

const day = fc.integer({ min: -1500, max: 4000 }).map((days) => addDays('2021-01-01', days))
const amount = fc.oneof(
  fc.double({ min: -1e15, max: 1e15, noNaN: true }),
  fc.integer({ min: -10, max: 10 }),
  fc.constantFrom(0, 1, -1, 1e-300, 5e-324),
)
const parts = {
  from: day,
  days: fc.constantFrom(0, 0, 29, 89, 364, 365, 800),
  value: amount,
  unit: fc.constantFrom('家', '比率', '元'),
  approx: fc.constantFrom(undefined, '约', '超', '近', '不足', '以上', '余'),
}
const figure = fc.record({
  ...parts,
  status: fc.constantFrom(undefined, '初步', '正式', '修订', '预计', '作废', '计划'),
})
const promise = fc.record({
  kind: fc.constantFrom(...targetKinds),
  comparator: fc.constantFrom(...comparators),
  value: fc.option(amount, { nil: undefined }),
  valueTo: fc.option(amount, { nil: undefined }),
  unit: fc.constantFrom('家', '比率', undefined),
  from: fc.option(day, { nil: undefined }),
  deadline: fc.option(day, { nil: undefined }),
  baseline: fc.option(fc.record({ value: amount, on: day }), { nil: undefined }),
})

type Figure = Pick<Observation, 'value' | 'unit' | 'approx' | 'status'> & {
  readonly from: string
  readonly days: number
}

function rowsOf(figures: readonly Figure[], name = 'r'): Observation[] {
  return figures.map(({ from, days, value, ...rest }, index) =>
    row(days === 0 ? from : `${from}/${addDays(from, days)}`, value, { ...rest, id: `${name}${index}` }),
  )
}

function numbersOf(verdict: Assessment): number[] {
  const { p, q, pace, required, observed, inputs } = verdict
  const values = [p, q, pace, required?.perDay, observed?.perDay, ...inputs.map((input) => input.value)]
  return values.filter((value) => typeof value === 'number')
}

test('every target with any figures gets a status and a reason, and no number is NaN or infinite', () => {
  fc.assert(
    fc.property(promise, fc.array(figure, { maxLength: 8 }), day, (target, figures, asOf) => {
      const verdict = judge(targetWith(target), rowsOf(figures), { asOf })
      expect(statusIds).toContain(verdict.status)
      expect(reasonCodes).toContain(verdict.reason)
      expect(numbersOf(verdict).filter((value) => !Number.isFinite(value))).toEqual([])
      expect(JSON.stringify(verdict.formula)).not.toMatch(/NaN|Infinity|undefined/)
    }),
    { numRuns: 3000 },
  )
})

test('no kind of target has a status that its table of statuses does not list', () => {
  fc.assert(
    fc.property(promise, fc.array(figure, { maxLength: 6 }), day, (target, figures, asOf) => {
      const verdict = judge(targetWith(target), rowsOf(figures), { asOf })
      expect(possible[target.kind]).toContain(verdict.status)
    }),
    { numRuns: 2000 },
  )
})

test('forecasts, plans and withdrawn figures change nothing that is judged', () => {
  const unjudged = fc.record({ ...parts, status: fc.constantFrom('预计' as const, '作废' as const, '计划' as const) })
  fc.assert(
    fc.property(promise, fc.array(figure, { maxLength: 5 }), unjudged, day, (target, figures, more, asOf) => {
      const rows = rowsOf(figures)
      const judged = (all: typeof rows) => {
        const { flags, unused, near, before, ...rest } = judge(targetWith(target), all, { asOf })
        return rest
      }
      expect(judged([...rows, ...rowsOf([more], 'more')])).toEqual(judged(rows))
    }),
    { numRuns: 1000 },
  )
})

describe('a level from 100 at the end of 2020 to 200 at the end of 2023', () => {
  const target = targetWith({ kind: 'level', value: 200, baseline: { value: 100, on: '2020-12-31' } })
  const from = (scale: number, shift = 0) =>
    targetWith({
      kind: 'level',
      value: 200 * scale + shift,
      comparator: scale < 0 ? 'le' : 'ge',
      baseline: { value: 100 * scale + shift, on: '2020-12-31' },
    })
  const when = fc.integer({ min: 120, max: 1094 }).map((days) => addDays('2020-12-31', days))
  const value = fc.integer({ min: 0, max: 300 })
  const order = ['reverse', 'far', 'slight', 'ontrack', 'achieved']

  test('another unit of measure changes nothing', () => {
    fc.assert(
      fc.property(when, value, fc.constantFrom(0.5, 2, 1024, -1, -4), (at, y, scale) => {
        const before = judge(target, [row(at, y)], { asOf: at })
        const after = judge(from(scale), [row(at, y * scale)], { asOf: at })
        expect([after.status, after.p, after.pace]).toEqual([before.status, before.p, before.pace])
      }),
      { numRuns: 650 },
    )
  })

  test('more is never judged worse', () => {
    fc.assert(
      fc.property(when, value, value, (at, a, b) => {
        const rank = (y: number) => order.indexOf(judge(target, [row(at, y)], { asOf: at }).status)
        expect(rank(Math.max(a, b))).toBeGreaterThanOrEqual(rank(Math.min(a, b)))
      }),
      { numRuns: 650 },
    )
  })

  test('on the path the pace is 1 and the target is on track', () => {
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 1094 }), (days) => {
        const at = addDays('2020-12-31', days)
        const verdict = judge(target, [row(at, 100 + (100 * days) / 1095)], { asOf: at })
        expect(verdict.pace).toBeCloseTo(1, 9)
        expect(verdict.status).toBe('ontrack')
      }),
      { numRuns: 650 },
    )
  })

  test('before the deadline it is achieved exactly when p is at least 1', () => {
    fc.assert(
      fc.property(when, value, (at, y) => {
        const verdict = judge(target, [row(at, y)], { asOf: at })
        expect(verdict.status === 'achieved').toBe((verdict.p ?? 0) >= 1)
      }),
      { numRuns: 650 },
    )
  })

  test('a later day of judging with the same figures changes nothing until the deadline, but for staleness', () => {
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 700 }), fc.integer({ min: 0, max: 390 }), value, (days, later, y) => {
        const at = addDays('2020-12-31', days)
        const first = judge(target, [row(at, y)], { asOf: at })
        const second = judge(target, [row(at, y)], { asOf: addDays(at, later) })
        expect({ ...second, flags: [], asOf: '' }).toEqual({ ...first, flags: [], asOf: '' })
      }),
      { numRuns: 650 },
    )
  })
})

test('the order of the figures does not matter', () => {
  const rows = [row('2021', 17_000), row('2022', 18_000), row('2022', 18_100), row('2023-06-30', 41_000)]
  const verdict = judge(targetWith(), rows)
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(judge(targetWith(), shuffled)).toEqual(verdict)
    }),
    { numRuns: 250 },
  )
})
