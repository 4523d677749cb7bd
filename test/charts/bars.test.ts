import { describe, expect, test } from 'vitest'
import { beforeAfterSvg } from '../../src/charts/before-after.ts'
import { elapsedSvg } from '../../src/charts/elapsed.ts'
import { clippedOf, images, overlapsOf, textBoxes, xmlFault } from './charts.ts'

describe('the time bar', () => {
  const plan = { from: '2021-01-01', to: '2023-12-31', at: '2023-12-31', event: '2021-11-08', label: '三年' }

  test('three years have two turns, at 365 and 730 of 1,095 days, and day 312 in red', () => {
    const svg = elapsedSvg(plan)
    expect(svg).toContain('d="M333.3 4v12M666.7 4v12"')
    expect(svg).toContain('<path class="elapsed__event" d="M284.9 0v20"/>')
    expect(svg).toContain('class="elapsed__past" x="0" y="4" width="1000"')
  })

  test('10 June is day 162 of the 366 of 2020: 44.3 % filled, without turns', () => {
    const svg = elapsedSvg({ from: '2020-01-01', to: '2020-12-31', at: '2020-06-10', label: '2020年' })
    expect(svg).toContain('width="442.6"')
    expect(svg).not.toContain('elapsed__tick')
  })

  test('a day outside the period fills nothing or everything', () => {
    expect(elapsedSvg({ ...plan, at: '2020-05-05' })).toContain('class="elapsed__past" x="0" y="4" width="0"')
    expect(elapsedSvg({ ...plan, at: '2026-11-20' })).toContain('class="elapsed__past" x="0" y="4" width="1000"')
  })
})

describe('before and after', () => {
  const markup = beforeAfterSvg(
    [
      { name: '水电气网报装办理时间', before: 73, after: 5, unit: '工作日' },
      { name: '环节', before: 24, after: 4, unit: '个' },
    ],
    'ba',
    '10000 模式',
  )

  test('says what changed in one sentence', () => {
    expect(markup).toContain('10000 模式：水电气网报装办理时间由 73 工作日变为 5 工作日；环节由 24 个变为 4 个</title>')
  })

  test('73 and 5 are drawn in proportion', () => {
    const [wide = ''] = images(markup)
    const widths = [...wide.matchAll(/<rect class="(?:base|point)"[^>]*width="([\d.]+)"/g)].map((match) =>
      Number(match[1]),
    )
    expect(((widths[1] ?? 0) + 1) / ((widths[0] ?? 0) + 1)).toBeCloseTo(5 / 73, 2)
  })

  test('labels stay inside and apart', () => {
    for (const svg of images(markup)) {
      expect(xmlFault(svg)).toBeUndefined()
      expect(clippedOf(svg)).toEqual([])
      expect(overlapsOf(textBoxes(svg))).toEqual([])
    }
  })
})
