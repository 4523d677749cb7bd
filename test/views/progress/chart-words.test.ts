import { describe, expect, it } from 'vitest'
import type { Target } from '../../../src/model/target/target.ts'
import type { Assessment } from '../../../src/progress/assessment.ts'
import { chartSubtitle, chartTitle } from '../../../src/views/progress/chart-words.ts'

const target = {
  title: '新增小微企业',
  comparator: 'ge',
  value: 52000,
  unit: '家',
  deadline: '2023-12-31',
  words: '',
} as Target
const none = { series: [] as readonly unknown[], inputs: [] as readonly unknown[] } as Assessment

describe('chartTitle', () => {
  it('says where the figures have got to', () => {
    const latest = {
      period: { text: '2020-06-10', start: '2020-06-10', end: '2020-06-10', kind: 'day' },
      printed: '184.6亿元',
    } as Assessment['latest']
    expect(chartTitle(target, { ...none, latest, series: [latest], p: 0.923 } as Assessment)).toBe(
      '新增小微企业：截至2020年6月10日 184.6亿元，为目标的 92.3%',
    )
  })

  it('says that nothing is public where nothing is', () => {
    expect(chartTitle(target, none)).toBe('新增小微企业：到2023年底要 ≥ 52,000 家，走到哪里没有公开')
    expect(chartTitle({ ...target, deadline: '2020-07-15' }, none)).toContain('到2020年7月15日')
    expect(chartTitle({ ...target, every: 'year' }, none)).toBe('新增小微企业：每年 ≥ 52,000 家，有没有做到没有公开')
    expect(chartTitle({ ...target, deadline: undefined }, none)).toContain('没有期限')
  })
})

describe('chartSubtitle', () => {
  it('explains only what is drawn', () => {
    const nothing = { path: false, figures: false, before: false, empty: false }
    expect(chartSubtitle('累计', '家', { ...nothing, path: true, empty: true })).toBe(
      '累计，家；虚线为目标路径，斜纹为没有数字的时段',
    )
    expect(chartSubtitle('比率', '比率', { ...nothing, figures: true })).toBe('比率，%；实线与圆点为公开数字')
    expect(chartSubtitle('定性', undefined, nothing)).toBe('定性')
  })
})
