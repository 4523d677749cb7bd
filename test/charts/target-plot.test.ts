import { expect, test } from 'vitest'
import { targetChart } from '../../src/charts/target-chart.ts'
import { targetPlot } from '../../src/charts/target-plot.ts'
import { judge, row, targetWith } from '../progress/fixture.ts'
import { images } from './charts.ts'

const target = targetWith({
  kind: 'level',
  value: 160,
  baseline: { value: 100, on: '2020-12-31' },
  milestones: [
    { on: '2021-12-31', value: 110 },
    { on: '2022-12-31', value: 140 },
  ],
})
const verdict = judge(target, [row('2022-06-30', 124)], { asOf: '2022-08-01' })

test('the path runs through the published values, and the figure is held against the path', () => {
  const plot = targetPlot(target, verdict)
  expect(plot?.paths.map((path) => path.map((point) => point.value))).toEqual([[100, 110, 140, 160]])
  // 110 + 30 × 181 ÷ 365 on 30 June 2022.
  expect(plot?.expected?.day).toBe('2022-06-30')
  expect(plot?.expected?.value).toBeCloseTo(110 + (30 * 181) / 365, 9)
})

test('a bent path is one dashed line with a corner for each value', () => {
  for (const svg of images(targetChart(target, verdict, { id: 'w' }))) {
    expect(/class="path" d="([^"]+)"/.exec(svg)?.[1]?.split('L')).toHaveLength(4)
  }
})

test('an even path is still one straight line', () => {
  const even = { ...target, milestones: undefined }
  const [path] = targetPlot(even, judge(even, [row('2022-06-30', 124)], { asOf: '2022-08-01' }))?.paths ?? []
  expect(path).toHaveLength(2)
})
