import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seriesChart } from '../../src/charts/series-chart.ts'
import { row } from '../progress/fixture.ts'
import { clippedOf, images, overlapsOf, textBoxes, xmlFault } from './charts.ts'

const options = { id: 'g', title: '地区生产总值', unit: '元', stock: false }
const gdp = (period: string, yi: number) => row(period, yi * 1e8, { unit: '元', id: `${period}=${yi}` })

function lineLengths(svg: string): number[] {
  return [...svg.matchAll(/class="series[^"]*"[^>]* d="([^"]+)"/g)].map((match) => match[1]?.split('L').length ?? 0)
}

describe('an indicator over time', () => {
  test('years that follow each other are joined, a missing year ends the line', () => {
    const observations = [gdp('2019', 1421), gdp('2020', 1486), gdp('2021', 1730), gdp('2023', 2056)]
    const [wide = ''] = images(seriesChart([{ name: '义乌市', observations }], options))
    expect(lineLengths(wide)).toEqual([3])
    expect(wide.match(/<circle class="point/g)).toHaveLength(4)
  })

  test('a quarter is never joined to a year, and stands hollow among years', () => {
    const observations = [gdp('2022', 1835), gdp('2023', 2056), gdp('2023-01/2023-03', 500)]
    const [wide = ''] = images(seriesChart([{ name: '义乌市', observations }], options))
    expect(lineLengths(wide)).toEqual([2])
    expect(wide.match(/<circle class="base"/g)).toHaveLength(1)
  })

  test('where two sources disagree both stand and the line leaves the year out', () => {
    const observations = [gdp('2020', 1486), gdp('2021', 1730), gdp('2021', 1731), gdp('2022', 1835)]
    const [wide = ''] = images(seriesChart([{ name: '义乌市', observations }], options))
    expect(lineLengths(wide)).toEqual([])
    expect(wide.match(/<circle class="point/g)).toHaveLength(4)
  })

  test('one figure is one point with its value and time', () => {
    const observations = [row('2022-09-30', 871_800, { unit: '户' })]
    const chart = seriesChart([{ name: '', observations }], { ...options, title: '市场主体', unit: '户', stock: true })
    for (const svg of images(chart)) {
      expect(textBoxes(svg).map((box) => box.text)).toContain('871,800 户，2022年9月30日')
      expect(svg).toContain('市场主体：2022年9月30日 871,800 户</title>')
    }
  })

  test('superseded, withdrawn and planned figures are left out', () => {
    const observations = [
      gdp('2020', 1486),
      { ...gdp('2020', 1490), supersedes: '2020=1486' },
      { ...gdp('2021', 1), status: '作废' as const },
      { ...gdp('2025', 9999), status: '计划' as const },
    ]
    const [wide = ''] = images(seriesChart([{ name: '', observations }], options))
    expect(wide.match(/class="point/g)).toHaveLength(1)
    expect(wide).toContain('1,490 亿元')
  })

  test('without figures there is no chart', () => {
    expect(seriesChart([{ name: '义乌市', observations: [] }], options)).toBe('')
  })
})

test('whatever the figures, labels stay inside and apart, and the markup is valid', () => {
  const figure = fc.record({
    year: fc.integer({ min: 1978, max: 2030 }),
    value: fc.double({ min: -1e11, max: 1e13, noNaN: true }),
  })
  const place = fc.record({
    name: fc.constantFrom('义乌市', '金华市（含义乌）', '浙江省', ''),
    figures: fc.array(figure, { maxLength: 12 }),
  })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 4 }), (places) => {
      const series = places.map(({ name, figures }, line) => ({
        name,
        observations: figures.map(({ year, value }, index) =>
          row(String(year), value, { unit: '元', id: `${line}/${index}` }),
        ),
      }))
      for (const svg of images(seriesChart(series, options))) {
        expect(xmlFault(svg)).toBeUndefined()
        expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/)
        expect(clippedOf(svg)).toEqual([])
        expect(overlapsOf(textBoxes(svg))).toEqual([])
      }
    }),
    { numRuns: 80 },
  )
})
