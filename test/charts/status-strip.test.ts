import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type StripCell, statusStrip } from '../../src/charts/status-strip.ts'
import { parsePeriod } from '../../src/model/number/period.ts'
import { type StatusId, statusIds } from '../../src/progress/assessment.ts'
import { clippedOf, images, overlapsOf, textBoxes, xmlFault } from './charts.ts'

const options = { id: 's', title: '示例项目' }

function cell(text: string, status?: StatusId): StripCell {
  const period = parsePeriod(text)
  if (!period) throw new Error(text)
  return { period, status }
}

test('months stand in one row per year, each with the shape of its status', () => {
  const [wide = ''] = images(
    statusStrip([cell('2024-11', 'far'), cell('2024-12'), cell('2025-01', 'ontrack')], options),
  )
  expect(wide.match(/<rect class="cell/g)).toHaveLength(3)
  expect(wide.match(/<g class="mark/g)).toHaveLength(2)
  expect(textBoxes(wide).map(({ text }) => text)).toEqual([
    ...Array.from({ length: 12 }, (_, index) => String(index + 1)),
    '2024',
    '2025',
  ])
})

test('the description names runs of one status once, and says where nothing was judged', () => {
  const markup = statusStrip(
    [cell('2024-Q1', 'far'), cell('2024-Q2', 'far'), cell('2024-Q3'), cell('2024-Q4', 'achieved')],
    options,
  )
  expect(markup).toContain(
    '2024年第一季度至2024年第二季度 明显滞后；2024年第三季度 没有判定；2024年第四季度 已完成</desc>',
  )
})

test('years stand side by side under their numbers', () => {
  const [wide = ''] = images(statusStrip([cell('2021', 'far'), cell('2022', 'slight')], options))
  expect(textBoxes(wide).map(({ text }) => text)).toEqual(['2021', '2022'])
})

test('one period is drawn once, in the order of time', () => {
  const markup = statusStrip([cell('2022', 'slight'), cell('2021', 'far'), cell('2021', 'missed')], options)
  expect(markup).toContain('2021年 未完成；2022年 略有滞后</desc>')
})

test('without periods there is no picture', () => {
  expect(statusStrip([], options)).toBe('')
})

test('whatever is judged, labels stay inside and apart and the markup is valid', () => {
  const form = fc.constantFrom(
    (n: number) => String(2000 + n),
    (n: number) => `${2000 + Math.floor(n / 2)}-H${(n % 2) + 1}`,
    (n: number) => `${2000 + Math.floor(n / 4)}-Q${(n % 4) + 1}`,
    (n: number) => `${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
  )
  const statuses = fc.array(fc.option(fc.constantFrom(...statusIds), { nil: undefined }), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(form, statuses, (text, all) => {
      const cells = all.map((status, index) => cell(text(index), status))
      for (const svg of images(statusStrip(cells, options))) {
        expect(xmlFault(svg)).toBeUndefined()
        expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/)
        expect(svg.match(/<rect class="cell/g)).toHaveLength(all.length)
        expect(clippedOf(svg)).toEqual([])
        expect(overlapsOf(textBoxes(svg))).toEqual([])
      }
    }),
    { numRuns: 200 },
  )
})
