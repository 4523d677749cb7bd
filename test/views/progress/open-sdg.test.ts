import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openSdgIndicator, openSdgProgress, openSdgStatuses } from '../../../src/views/progress/open-sdg.ts'
import { firstYear, fromHalf, fromParity, yearNumber } from '../../../src/views/progress/open-sdg-input.ts'

const points = (...pairs: [number, number][]) => pairs.map(([year, value]) => ({ year, value }))
const up = { direction: 'positive' } as const

describe('with a target of twice the value in ten years: 7.177 % a year are required', () => {
  const required = 2 ** (1 / 10) - 1
  const at = (value: number, year = 2020) =>
    openSdgProgress({ points: points([2015, 100], [year, value]), target: 200, targetYear: 2025, ...up })

  test('141.42 after five years is the required growth: ratio 1, substantial, 7.1429 − 4.2857 = 2.8572', () => {
    const found = at(100 * Math.sqrt(2))
    expect(found.status).toBe('substantial')
    expect(found.value).toBeCloseTo(1, 9)
    expect(found.score).toBeCloseTo(2.8572, 9)
  })

  test('127.63 is 5 % a year, 0.6966 of what is required: moderate, 7.1429 × 0.6966 − 4.2857 = 0.690', () => {
    const found = at(100 * 1.05 ** 5)
    expect(found.status).toBe('moderate')
    expect(found.value).toBeCloseTo(0.05 / required, 9)
    expect(found.score).toBeCloseTo(7.1429 * (0.05 / required) - 4.2857, 9)
  })

  test('110.41 is 2 % a year, 0.2787: limited, 4.1667 × 0.2787 − 2.5 = −1.339', () => {
    const found = at(100 * 1.02 ** 5)
    expect(found).toMatchObject({ status: 'limited' })
    expect(found.score).toBeCloseTo(4.1667 * (0.02 / required) - 2.5, 9)
  })

  test('90.39 is −2 % a year: deterioration, −3.661', () => {
    const found = at(100 * 0.98 ** 5)
    expect(found.status).toBe('deterioration')
    expect(found.score).toBeCloseTo(4.1667 * (-0.02 / required) - 2.5, 9)
  })

  test('59.05 is −10 % a year, beyond −60 % of the required growth: the lowest score', () => {
    expect(at(100 * 0.9 ** 5).score).toBe(-5)
  })

  test('200 is achieved with the highest score, also after a fall', () => {
    expect(at(200)).toMatchObject({ status: 'achieved', score: 5 })
    const fallen = openSdgProgress({ points: points([2015, 300], [2020, 210]), target: 200, targetYear: 2025, ...up })
    expect(fallen).toMatchObject({ status: 'achieved', score: 5 })
  })

  test('a path at 130 % of the required growth has the highest score: 7.1429 × 1.3 − 4.2857 = 5', () => {
    expect(at(100 * (1 + 1.3 * required) ** 5 - 1e-9).score).toBeCloseTo(5, 3)
  })
})

describe('defaults', () => {
  test('lower is better, from 2015 to 2030: 50 → 40 of 25 in five years is 0.966 of the required fall', () => {
    const found = openSdgProgress({ points: points([2013, 90], [2015, 50], [2020, 40]), target: 25 })
    expect(found.value).toBeCloseTo((1 - 0.8 ** (1 / 5)) / (1 - 0.5 ** (1 / 15)), 9)
    expect(found.status).toBe('substantial')
  })

  test('where 2015 has no value the next year that has one is the base', () => {
    const found = openSdgProgress({ points: points([2010, 1], [2017, 100], [2019, 121]), ...up })
    expect(found.value).toBeCloseTo(0.1, 9)
  })

  test('a target of zero is 0.001, and so is a base of zero', () => {
    const falling = openSdgProgress({ points: points([2015, 1], [2020, 0.1]), target: 0 })
    expect(falling.value).toBeCloseTo((1 - 0.1 ** (1 / 5)) / (1 - 0.001 ** (1 / 15)), 9)
    const rising = openSdgProgress({ points: points([2015, 0], [2020, 0.032]), ...up })
    expect(rising.value).toBeCloseTo(1, 9)
  })

  test('below zero the direction turns: −50 → −40 with less loss being better is progress', () => {
    const found = openSdgProgress({ points: points([2015, -50], [2020, -40]), target: -25, ...up })
    expect(found.value).toBeCloseTo((1 - 0.8 ** (1 / 5)) / (1 - 0.5 ** (1 / 15)), 9)
    expect(openSdgProgress({ points: points([2015, -50], [2020, -60]), target: -25, ...up }).status).toBe(
      'deterioration',
    )
  })
})

describe('what it does not assess', () => {
  test.each([
    ['no-data', points()],
    ['no-data', points([2012, 1])],
    ['under-a-year', points([2016, 1])],
    ['opposite-signs', points([2015, -1], [2020, 1])],
    ['duplicate-years', points([2015, 1], [2015, 2])],
  ] as const)('%s', (why, given) => {
    expect(openSdgProgress({ points: given })).toEqual({ status: 'unable', why })
  })

  test('a base at the target needs no growth, and one across zero has none', () => {
    const flat = openSdgProgress({ points: points([2015, 10], [2020, 9]), target: 10, ...up })
    expect(flat).toEqual({ status: 'unable', why: 'no-way' })
    const across = openSdgProgress({ points: points([2015, -10], [2020, -9]), target: 10, ...up })
    expect(across).toEqual({ status: 'unable', why: 'no-way' })
  })
})

describe('without a target', () => {
  const grown = (rate: number, over: object = {}) =>
    openSdgProgress({ points: points([2015, 50], [2020, 50 * (1 + rate) ** 5]), ...up, ...over })

  test.each([
    [0.02, 'substantial', 500 * 0.02 - 5],
    [0.01, 'moderate', 250 * 0.01 - 1.25],
    [0.002, 'limited', 500 * 0.002 - 2.5],
    [-0.01, 'deterioration', 125 * -0.01 - 2.5],
    [0.04, 'substantial', 5],
    [-0.05, 'deterioration', -5],
  ] as const)('growth of %d a year is %s with %d', (rate, status, score) => {
    expect(grown(rate)).toMatchObject({ status, score: expect.closeTo(score, 6) })
  })

  test('near a limit less is asked for: 50 of 60 reduces by 1 − (50/60)^4.44 = 0.555', () => {
    const c = 1 - (50 / 60) ** 4.44
    expect(grown(0.01, { limit: 60 })).toMatchObject({ status: 'substantial', score: expect.closeTo(5 / c - 5, 6) })
    expect(grown(0.01, { limit: 25 }).status).toBe('moderate')
  })

  test('above a limit of 40, 50 reduces by 1 − (30/40)^4.44; at the limit nothing is asked for', () => {
    const c = 1 - (30 / 40) ** 4.44
    expect(grown(0.002, { limit: 40 }).score).toBeCloseTo((500 * 0.002) / c - 2.5, 6)
    expect(grown(0, { limit: 50 })).toMatchObject({ status: 'substantial', score: 5 })
  })
})

describe('an indicator of several series', () => {
  const score = (value: number, status: 'achieved' | 'limited' = 'limited') => ({ status, score: value })

  test('has the mean of the scores: (4 + 1) ÷ 2 = 2.5 is substantial, (1 − 1) ÷ 2 = 0 moderate', () => {
    expect(openSdgIndicator([score(4), score(1)])).toEqual({ status: 'substantial', score: 2.5 })
    expect(openSdgIndicator([score(1), score(-1)])).toEqual({ status: 'moderate', score: 0 })
    expect(openSdgIndicator([score(-2)]).status).toBe('limited')
    expect(openSdgIndicator([score(-4)]).status).toBe('deterioration')
  })

  test('is achieved only where each series is; those that cannot be assessed do not count', () => {
    const unable = { status: 'unable', why: 'no-data' } as const
    expect(openSdgIndicator([score(5, 'achieved'), score(5, 'achieved'), unable]).status).toBe('achieved')
    expect(openSdgIndicator([score(5, 'achieved'), score(2)])).toEqual({ status: 'substantial', score: 3.5 })
    expect(openSdgIndicator([unable])).toEqual({ status: 'unable', why: 'no-data' })
  })
})

test('years, parity and halves are brought into its form', () => {
  expect(firstYear('2015-16')).toBe(2015)
  expect([0.8, 1.25, 0.98, 1].map(fromParity)).toEqual([1.25, 1.25, 1, 1])
  expect([40, 60, 50].map(fromHalf)).toEqual([60, 60, 50])
  expect(['2023-12-31', '2025-06-30', '2024-02-29'].map(yearNumber)).toEqual([2024, 2025.5, 2024 + 2 / 12])
})

test('whatever is given, there is a status and no score beyond −5 and 5', () => {
  const value = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constantFrom(0, 1, -1, 1e-300))
  const point = fc.record({ year: fc.integer({ min: 2010, max: 2030 }), value })
  const given = fc.record(
    {
      points: fc.array(point, { maxLength: 6 }),
      target: value,
      limit: value,
      targetYear: fc.integer({ min: 2010, max: 2040 }),
      direction: fc.constantFrom('positive' as const, 'negative' as const),
    },
    { requiredKeys: ['points'] },
  )
  fc.assert(
    fc.property(given, (series) => {
      const { status, score = 0, value: found = 0 } = openSdgProgress(series)
      expect(openSdgStatuses).toContain(status)
      expect(Number.isFinite(found)).toBe(true)
      expect(Math.abs(score)).toBeLessThanOrEqual(5)
    }),
    { numRuns: 1000 },
  )
})
