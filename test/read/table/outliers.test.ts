import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlierWatch } from '../../../src/read/table/outliers.ts'

function found(values: readonly number[], interval: number): number[] {
  const watch = outlierWatch<number>(interval)
  for (const [index, value] of values.entries()) watch.add(value, index)
  return watch
    .outliers()
    .map((one) => one.of)
    .sort((a, b) => a - b)
}

test('finds what two passes over all values would find', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 90 }),
      fc.constantFrom(0.5, 1, 2),
      (values, interval) => {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length
        const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
        // On the very edge rounding decides.
        fc.pre(
          values.every((value) => Math.abs(Math.abs(value - mean) - interval * deviation) > 1e-6 * (1 + deviation)),
        )
        const expected = values.flatMap((value, index) =>
          Math.abs(value - mean) > interval * deviation ? [index] : [],
        )
        expect(found(values, interval)).toEqual(expected)
      },
    ),
  )
})

test('keeps the farthest of very many', () => {
  const values = Array.from({ length: 10_000 }, (_, index) => index % 10)
  values[5000] = 1e6
  values[7000] = -1e6
  expect(found(values, 3)).toEqual([5000, 7000])
})

test('nothing stands out among equals', () => {
  expect(found([5, 5, 5], 1)).toEqual([])
  expect(found([5], 1)).toEqual([])
})
