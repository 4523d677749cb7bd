import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/model/number/date.ts'
import { theilSen } from '../../../src/progress/paths/trend.ts'
import { forecasting } from '../../../src/progress/thresholds.ts'
import { judge, row, targetWith } from '../fixture.ts'

const level = targetWith({
  kind: 'level',
  value: 200,
  deadline: '2024-12-31',
  baseline: { value: 100, on: '2020-12-31' },
})
const asOf = '2024-02-01'
const yearly = (...values: number[]) => values.map((value, index) => row(`${2020 + index + 1}-12-31`, value))
const halves = (...values: number[]) =>
  values.map((value, index) => row(`${2021 + (index >> 1)}-${index % 2 ? '12-31' : '06-30'}`, value))

describe('the median slope', () => {
  test('of 0, 1, 2, 30: slopes 1, 1, 10, 1, 14.5, 28 have the median 5.5; the mean line would be steeper', () => {
    const trend = theilSen([0, 1, 2, 30].map((y, x) => ({ x, y })))
    expect(trend?.slope).toBe(5.5)
    // y − 5.5 x: 0, −4.5, −9, 13.5, of which the middle is between −4.5 and 0.
    expect(trend?.start).toBe(-2.25)
  })

  test('one point, or points above each other, have none', () => {
    expect(theilSen([{ x: 1, y: 1 }])).toBeUndefined()
    expect(
      theilSen([
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ]),
    ).toBeUndefined()
  })
})

describe('a level that has to rise from 100 to 200 by the end of 2024', () => {
  test('120, 135, 150, 165, 180, 195 in half years: about 15 each, two to come: about 225, expected to be reached', () => {
    const { forecast, status } = judge(level, halves(120, 135, 150, 165, 180, 195), { asOf })
    expect(status).toBe('ontrack')
    expect(forecast).toMatchObject({ outcome: 'likely', points: 6, since: '2021-06-30', until: '2023-12-31' })
    expect(forecast?.linear).toBeGreaterThan(224)
    expect(forecast?.linear).toBeLessThan(227)
    // Growth of about 10 % each half year on logarithms leads further than the line.
    expect(forecast?.growth).toBeGreaterThan(forecast?.linear ?? 0)
    expect(forecast?.low).toBe(forecast?.linear)
  })

  test('101, 102, 103, 104 leads to about 106 both ways: hardly to be reached, and the status is its own', () => {
    const { forecast, status } = judge(level, halves(101, 101, 102, 102, 103, 103), { asOf })
    expect(forecast?.outcome).toBe('unlikely')
    expect(status).toBe('far')
  })

  test('where the line falls short and growth does not, it is possible', () => {
    const { forecast } = judge(level, halves(110, 120, 132, 145, 160, 175), { asOf })
    expect(forecast?.linear).toBeLessThan(201)
    expect(forecast?.growth).toBeGreaterThan(208)
    const short = judge({ ...level, value: 205 }, halves(110, 120, 132, 145, 160, 175), { asOf })
    expect(short.forecast?.outcome).toBe('possible')
  })

  test('three figures are too few, and so is less than a quarter of the time', () => {
    expect(judge(level, yearly(110, 120, 130), { asOf }).forecast).toBeUndefined()
    const months = [1, 2, 3, 4].map((month) => row(`2021-0${month}`, 100 + month))
    expect(judge(level, months, { asOf: '2021-05-15' }).forecast).toBeUndefined()
  })

  test('what is reached, or over, needs no forecast', () => {
    expect(judge(level, halves(120, 150, 170, 180, 190, 210), { asOf })).toMatchObject({
      status: 'achieved',
      forecast: undefined,
    })
    expect(judge(level, halves(110, 120, 130, 140, 150, 160), { asOf: '2025-06-01' })).toMatchObject({
      status: 'pending',
      forecast: undefined,
    })
  })

  test('no more than the twelve latest figures count', () => {
    const months = Array.from({ length: 30 }, (_, index) =>
      row(`${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`, 100 + index),
    )
    expect(judge(level, months, { asOf }).forecast).toMatchObject({ points: 12, since: '2022-07-31' })
    expect(forecasting.recent).toBe(12)
  })
})

describe('limits', () => {
  test('a share that rose from 80 % to 95 % to 101 % on the line does not pass 100 %', () => {
    const share = targetWith({ kind: 'ratio', value: 1, unit: '比率', deadline: '2024-12-31' })
    const rows = halves(0.8, 0.83, 0.86, 0.89, 0.92, 0.95).map((one) => ({ ...one, unit: '比率' }))
    const { forecast } = judge(share, rows, { asOf: '2024-02-01' })
    expect(forecast).toMatchObject({ linear: 1, high: 1, outcome: 'likely' })
  })

  test('a count that falls from 50 to 10 does not pass below nothing', () => {
    const falling = targetWith({ kind: 'level', comparator: 'le', value: 0, deadline: '2025-12-31' })
    const { forecast } = judge(falling, halves(50, 42, 34, 26, 18, 10), { asOf })
    expect(forecast).toMatchObject({ linear: 0, low: 0 })
  })
})

describe('a total of 900 in 2021–2024', () => {
  const total = targetWith({ value: 900, deadline: '2024-12-31' })
  const quarters = [60, 55, 50, 65, 60, 50, 55, 60].map((value, index) =>
    row(
      `${2021 + (index >> 2)}-${['01', '04', '07', '10'][index % 4]}/${2021 + (index >> 2)}-${['03', '06', '09', '12'][index % 4]}`,
      value,
    ),
  )

  test('455 in eight quarters, about 57 each: with eight more about 912, expected; there is no growth from nothing', () => {
    const { forecast } = judge(total, quarters, { asOf: '2023-02-01' })
    expect(forecast).toMatchObject({ outcome: 'likely', points: 8 })
    expect(forecast?.growth).toBeUndefined()
    expect(forecast?.linear).toBeGreaterThan(900)
    expect(forecast?.linear).toBeLessThan(930)
  })

  test('with a quarter missing there is none', () => {
    const gap = quarters.filter((_, index) => index !== 3)
    expect(judge(total, gap, { asOf: '2023-02-01' }).forecast).toBeUndefined()
  })
})

test('on an exact line the forecast is on the line, and no forecast ever changes a status', () => {
  const slope = fc.integer({ min: -50, max: 50 })
  fc.assert(
    fc.property(slope, fc.integer({ min: 60, max: 500 }), fc.integer({ min: 4, max: 12 }), (step, start, count) => {
      const rows = Array.from({ length: count }, (_, index) => {
        const days = 300 + index * 20
        return row(addDays('2020-12-31', days), start * 1000 + step * days)
      })
      const target = { ...level, value: 1e9, baseline: { value: 1, on: '2020-12-31' }, deadline: '2022-12-31' }
      const verdict = judge(target, rows, { asOf: '2022-02-01' })
      expect(verdict.forecast?.linear).toBeCloseTo(start * 1000 + step * 730, 4)
      expect(verdict.status).toBe('far')
    }),
    { numRuns: 300 },
  )
})
