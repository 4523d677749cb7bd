import { expect, test } from 'vitest'
import { sparkBars } from '../../src/charts/spark-bars.ts'
import { sparkLine } from '../../src/charts/spark-line.ts'
import { row } from '../progress/fixture.ts'
import { xmlFault } from './charts.ts'

test('the tallest bar fills the height, zero has no bar, and a small count can still be seen', () => {
  const svg = sparkBars([0, 1, 1000], '三段，各有 0、1、1000 行')
  const heights = [...svg.matchAll(/v-([\d.]+)h/g)].map(([, height]) => Number(height))
  expect(heights).toEqual([2, 29])
  expect(svg).toContain('role="img" aria-label="三段，各有 0、1、1000 行"')
  expect(xmlFault(svg)).toBeUndefined()
})

test('bars never leave the picture', () => {
  for (const count of [1, 2, 12, 40, 120]) {
    const svg = sparkBars(
      Array.from({ length: count }, () => 1),
      'x',
    )
    const right = [...svg.matchAll(/M([\d.]+) [\d.]+v-[\d.]+h([\d.]+)/g)].map(
      ([, x, width]) => Number(x) + Number(width),
    )
    expect(right).toHaveLength(count)
    expect(Math.max(...right)).toBeLessThanOrEqual(132.2)
  }
})

test('a series in a cell starts at zero, joins years that follow each other, and leaves a gap otherwise', () => {
  const joined = sparkLine([row('2020', 50), row('2021', 100)], true)
  expect(joined).toContain('<path d="M3 12L117 3"/>')
  expect(sparkLine([row('2018', 50), row('2021', 100)], true)).not.toContain('<path')
})

test('one figure makes no picture, values below zero stay inside', () => {
  expect(sparkLine([row('2020', 1)], true)).toBe('')
  const svg = sparkLine([row('2020', -5), row('2021', 5)], true)
  const heights = [...svg.matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y))
  expect(heights).toEqual([21, 3])
})
