import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { targetChart } from '../../src/charts/target-chart.ts'
import { addDays } from '../../src/model/number/date.ts'
import { targetKinds } from '../../src/model/target/target.ts'
import { judge, row, targetWith } from '../progress/fixture.ts'
import { clippedOf, images, overlapsOf, textBoxes, xmlFault } from './charts.ts'

const adopted = { day: '2021-11-08', name: '成文' }

describe('the chart of a target without figures', () => {
  const target = targetWith({ title: '新增小微企业' })
  const verdict = judge(target, [row('2020', 49_000, { unit: '户', printed: '4.9万户' })])
  const markup = targetChart(target, verdict, { id: 'h', event: adopted })

  test('is drawn in two widths, each an image with a whole sentence for a name', () => {
    expect(images(markup).map((svg) => /viewBox="0 0 (\d+)/.exec(svg)?.[1])).toEqual(['800', '328'])
    expect(markup).toContain('class="chart--wide"')
    expect(markup).toContain('class="chart--narrow"')
    for (const svg of images(markup)) {
      expect(svg).toContain('role="img"')
      expect(svg).toContain(
        '新增小微企业：目标 ≥ 52,000 家，期限 2023年12月31日；期内没有检索到公开完成数；2020年 4.9万户，在规划期前。未检索到公开完成数</title>',
      )
    }
  })

  test('shows the figure from before the period as a hollow diamond and joins it to nothing', () => {
    for (const svg of images(markup)) {
      expect(svg.match(/<path class="base"/g)).toHaveLength(1)
      expect(svg).not.toContain('class="series"')
      expect(svg).not.toContain('class="point"')
    }
  })

  test('hatches the whole period and says why', () => {
    for (const svg of images(markup)) {
      expect(svg).toContain('fill="url(#h-')
      expect(textBoxes(svg).map((box) => box.text)).toContain('没有检索到公开完成数')
    }
  })

  test('has ids of its own in each picture', () => {
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('a sum is drawn as it grew: nothing at the start, 230, then 490 of 700', () => {
  const target = targetWith({ value: 700, unit: '件' })
  const rows = [row('2021', 230, { unit: '件' }), row('2022', 260, { unit: '件' })]
  const [wide = ''] = images(targetChart(target, judge(target, rows), { id: 's' }))
  const texts = textBoxes(wide).map((box) => box.text)
  expect(texts).toContain('490 件')
  expect(texts).toContain('目标 ≥ 700 件')
  expect(/class="series" d="([^"]+)"/.exec(wide)?.[1]?.split('L')).toHaveLength(3)
})

test('a line is not drawn over a missing year', () => {
  const target = targetWith({ value: 700, unit: '件' })
  const rows = [row('2021', 230, { unit: '件' }), row('2023', 260, { unit: '件' })]
  const [wide = ''] = images(targetChart(target, judge(target, rows), { id: 's' }))
  expect(/class="series" d="([^"]+)"/.exec(wide)?.[1]?.split('L')).toHaveLength(2)
  expect(wide.match(/class="point"/g)).toHaveLength(2)
})

test('a target without number, date and figure has no chart', () => {
  const target = targetWith({ kind: 'qualitative', value: undefined, deadline: undefined })
  expect(targetChart(target, judge(target, []), { id: 'q' })).toBe('')
})

test('names with markup characters stay text', () => {
  const target = targetWith({ title: '<b>"A&B"</b>' })
  const markup = targetChart(target, judge(target, []), { id: 'x' })
  expect(markup).not.toContain('<b>')
  expect(images(markup).map(xmlFault)).toEqual([undefined, undefined])
})

const anyTarget = fc.record({
  kind: fc.constantFrom(...targetKinds),
  comparator: fc.constantFrom('ge', 'gt', 'le', 'eq') as fc.Arbitrary<'ge' | 'gt' | 'le' | 'eq'>,
  unit: fc.constantFrom('家', '元', '比率', '批次', '人次／年'),
  size: fc.constantFrom(0.01, 1, 100, 5e4, 3e10),
  value: fc.double({ min: 0.1, max: 9, noNaN: true }),
  years: fc.integer({ min: 1, max: 12 }),
  based: fc.boolean(),
})
const anyFigures = fc.array(
  fc.record({ day: fc.integer({ min: -900, max: 4000 }), share: fc.double({ min: -0.5, max: 3, noNaN: true }) }),
  {
    maxLength: 6,
  },
)

test('whatever is promised and found, every label stays inside, none covers another, and the markup is valid', () => {
  fc.assert(
    fc.property(anyTarget, anyFigures, ({ kind, comparator, unit, size, value, years, based }, figures) => {
      const goal = Number((value * size).toPrecision(3))
      const target = targetWith({
        title: '目标',
        kind,
        comparator,
        unit,
        value: goal,
        valueTo: kind === 'range' ? goal * 1.2 : undefined,
        deadline: `${2020 + years}-12-31`,
        baseline: based ? { value: goal / 2, on: '2020-12-31' } : undefined,
      })
      const rows = figures.map(({ day, share }, index) =>
        row(addDays('2021-01-01', day), Number((goal * share).toPrecision(4)), { unit, id: `r${index}` }),
      )
      const markup = targetChart(target, judge(target, rows), { id: 'p', event: adopted })
      for (const svg of images(markup)) {
        expect(xmlFault(svg)).toBeUndefined()
        expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/)
        expect(clippedOf(svg)).toEqual([])
        expect(overlapsOf(textBoxes(svg))).toEqual([])
      }
    }),
    { numRuns: 120 },
  )
})

test('in the narrow picture too, the label of a steep line stands beside it: 184.6 of 200 on 10 June', () => {
  const target = targetWith({ value: 200e8, unit: '元', from: '2020-01-01', deadline: '2020-12-31' })
  const rows = [row('2020-06-10', 184.6e8, { unit: '元', printed: '184.6亿元' })]
  for (const svg of images(targetChart(target, judge(target, rows), { id: 's' }))) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] =
      /class="series" d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? []
    const along = Array.from(
      { length: 101 },
      (_, step) => [x1 + ((x2 - x1) * step) / 100, y1 + ((y2 - y1) * step) / 100] as const,
    )
    const labels = textBoxes(svg).filter(({ text }) => /184\.6|6月10日/.test(text))
    expect(labels).toHaveLength(2)
    for (const box of labels) {
      expect(along.filter(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom)).toEqual([])
    }
  }
})

test('the label stands at the figure the verdict rests on, not at a later one', () => {
  const target = targetWith({ kind: 'level', value: 240, unit: '家', deadline: '2023-12-31' })
  const rows = [row('2022-12-31', 230), row('2023-12-31', 241), row('2024-03-31', 250)]
  const verdict = judge(target, rows)
  expect(verdict.latest?.value).toBe(241)
  for (const svg of images(targetChart(target, verdict, { id: 's' }))) {
    const texts = textBoxes(svg).map((box) => box.text)
    expect(texts).toContain('截至2023年12月31日')
    expect(texts).not.toContain('截至2024年3月31日')
  }
})
