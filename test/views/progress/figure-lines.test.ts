import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/model/register/indicator.ts'
import type { Observation } from '../../../src/model/register/observation.ts'
import type { Assessment } from '../../../src/progress/assessment.ts'
import { figureLines, paceNote } from '../../../src/views/progress/figure-lines.ts'

const site = { indicators: new Map([['entities-new', { name: '新设市场主体' } as Indicator]]) }
const target = { from: '2021-01-01', deadline: '2023-12-31', kind: 'cumulative' } as const

describe('figureLines', () => {
  it('shows the latest figure that counts, as printed, with the share it makes', () => {
    const latest = figure('2020-06-10', '184.6亿元')
    expect(figureLines(site, target, assessment({ latest, p: 0.923, before: [figure('2019', '1')] }))).toEqual([
      { kind: 'latest', text: '2020年6月10日 184.6亿元', note: '为目标的 92.3%' },
    ])
  })

  it('shows figures from before the period and near ones from inside it or the year before, and says that neither counts', () => {
    const near = [
      { observation: figure('2022', '18.06万户', 'entities-new'), why: '含个体户' },
      { observation: figure('2021', '15万户', 'entities-new'), why: '含个体户' },
      { observation: figure('2018', '9万户', 'other'), why: '含个体户' },
    ]
    expect(
      figureLines(site, target, assessment({ before: [figure('2019', '1'), figure('2020', '4.9万户')], near })),
    ).toEqual([
      { kind: 'before', text: '2020年 4.9万户', note: '规划期前，只作参照' },
      { kind: 'near', text: '', note: '相近：2022年新设市场主体 18.06万户，不计入' },
    ])
  })

  it('has nothing to show where nothing was found', () => {
    expect(figureLines(site, target, assessment({}))).toEqual([])
  })
})

describe('paceNote', () => {
  it('gives the pace to two digits, and none for what is done', () => {
    expect(paceNote({ pace: 2.0944, status: 'ontrack' })).toBe('快慢比 2.09')
    expect(paceNote({ pace: 2.0944, status: 'achieved' })).toBeUndefined()
    expect(paceNote({ status: 'nofigure' })).toBeUndefined()
  })
})

function figure(when: string, printed: string, indicator = 'msme-new'): Observation {
  const period = /^\d{4}$/.test(when)
    ? ({ text: when, start: `${when}-01-01`, end: `${when}-12-31`, kind: 'year' } as const)
    : ({ text: when, start: when, end: when, kind: 'day' } as const)
  return { id: `a/${when}`, indicator, period, printed } as Observation
}

function assessment(over: Partial<Assessment>): Assessment {
  return { status: 'nofigure', series: [], before: [], near: [], inputs: [], ...over } as unknown as Assessment
}
