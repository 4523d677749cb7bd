import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matrixChart } from '../../src/charts/matrix.ts'
import { statusIds } from '../../src/model/progress/assessment.ts'
import { clippedOf, images, overlapsOf, textBoxes, xmlFault } from './charts.ts'

const rows = [
  { name: '新增小微企业', cells: [undefined, { status: 'slight', figure: '68%' }, { status: 'achieved' }] },
  { name: '户均贷款', cells: [{ status: 'unable' }, { status: 'unable' }, { status: 'missed', figure: '91%' }] },
] as const
const options = { id: 'm', title: '示例计划', columns: ['2021', '2022', '2023'] }

test('a row has a cell for each year, and a mark where the target was running', () => {
  const [wide = ''] = images(matrixChart(rows, options))
  expect(wide.match(/<rect class="cell/g)).toHaveLength(6)
  expect(wide.match(/<g class="mark/g)).toHaveLength(5)
  expect(wide).toContain('cell--none')
  expect(wide).toContain('mark--slight')
})

test('the description says every status in words', () => {
  for (const svg of images(matrixChart(rows, options))) {
    expect(svg).toContain('<title id="m-')
    expect(svg).toContain('示例计划：2 项，2021—2023</title>')
    expect(svg).toContain('新增小微企业：2022 略有滞后 68%，2023 已完成。户均贷款：2021 无法评估')
  }
})

test('a figure that does not fit its cell is left out of the picture and kept in the description', () => {
  const columns = Array.from({ length: 12 }, (_, index) => String(2010 + index))
  const cells = columns.map(() => ({ status: 'far' as const, figure: '12,345 万家' }))
  const [, narrow = ''] = images(matrixChart([{ name: '目标', cells }], { ...options, columns }))
  expect(textBoxes(narrow).map(({ text }) => text)).not.toContain('12,345 万家')
  expect(narrow).toContain('12,345 万家')
})

test('without rows or columns there is no picture', () => {
  expect(matrixChart([], options)).toBe('')
  expect(matrixChart(rows, { ...options, columns: [] })).toBe('')
})

test('whatever is in it, labels stay inside and apart and the markup is valid', () => {
  const cell = fc.option(
    fc.record({
      status: fc.constantFrom(...statusIds),
      figure: fc.option(fc.constantFrom('1%', '92.3%', '1,234 万家'), { nil: undefined }),
    }),
    { nil: undefined },
  )
  const name = fc.constantFrom('甲', '新增小微企业和个体工商户数量合计', '<b>"A&B"</b>', '全社会研发投入'.repeat(9))
  fc.assert(
    fc.property(
      fc.array(fc.record({ name, cells: fc.array(cell, { maxLength: 14 }) }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 14 }),
      (some, count) => {
        const columns = Array.from({ length: count }, (_, index) => String(2015 + index))
        for (const svg of images(matrixChart(some, { ...options, columns }))) {
          expect(xmlFault(svg)).toBeUndefined()
          expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/)
          expect(clippedOf(svg)).toEqual([])
          expect(overlapsOf(textBoxes(svg))).toEqual([])
        }
      },
    ),
    { numRuns: 200 },
  )
})
