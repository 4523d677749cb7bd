import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallMultiples } from '../../src/charts/small-multiples.ts'
import { row } from '../progress/fixture.ts'
import { clippedOf, images, overlapsOf, textBoxes, xmlFault } from './charts.ts'

const options = { id: 'm', title: '经营主体', unit: '家', stock: true }
const places = [
  { name: '义乌市', observations: [row('2020', 100), row('2021', 200)] },
  { name: '东阳市', observations: [row('2020', 40), row('2021', 50)] },
]

test('every place has a panel with its name and last figure, all on one scale', () => {
  const [wide = ''] = images(smallMultiples(places, options))
  const lines = [...wide.matchAll(/class="series" d="M[\d.]+,([\d.]+)L[\d.]+,([\d.]+)"/g)].map((one) =>
    one.slice(1).map(Number),
  )
  // 200 stands at the top of 76 px, 100 half-way; 50 is a quarter of the way up.
  expect(lines).toEqual([
    [38, 0],
    [60.8, 57],
  ])
  expect(wide).toContain('经营主体，2 处同一刻度：义乌市 200 家（2021年）；东阳市 50 家（2021年）</title>')
})

test('the upper line of each panel says its value', () => {
  const [wide = ''] = images(smallMultiples(places, options))
  expect(textBoxes(wide).filter(({ text }) => text === '200')).toHaveLength(2)
})

test('a year without a figure is not drawn over', () => {
  const [wide = ''] = images(smallMultiples([{ name: '', observations: [row('2018', 1), row('2020', 2)] }], options))
  expect(wide).not.toContain('class="series"')
  expect(wide.match(/class="point"/g)).toHaveLength(2)
})

test('without figures there is no picture', () => {
  expect(smallMultiples([{ name: '义乌市', observations: [] }], options)).toBe('')
})

test('whatever the figures, labels stay inside and apart and the markup is valid', () => {
  const figures = fc.array(
    fc.record({ year: fc.integer({ min: 2005, max: 2025 }), value: fc.integer({ min: -9e5, max: 9e9 }) }),
    {
      maxLength: 8,
    },
  )
  const panel = fc.record({
    name: fc.constantFrom('义乌市', '浙江省', '金华市武义县某某工业园区管委会', '<a&b>'),
    figures,
  })
  fc.assert(
    fc.property(fc.array(panel, { minLength: 1, maxLength: 9 }), (panels) => {
      const series = panels.map(({ name, figures }, place) => ({
        name,
        observations: figures.map(({ year, value }, index) => row(String(year), value, { id: `r${place}-${index}` })),
      }))
      for (const svg of images(smallMultiples(series, options))) {
        expect(xmlFault(svg)).toBeUndefined()
        expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/)
        expect(clippedOf(svg)).toEqual([])
        expect(overlapsOf(textBoxes(svg))).toEqual([])
      }
    }),
    { numRuns: 150 },
  )
})
