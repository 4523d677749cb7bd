import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../src/model/register/observation.ts'
import type { Site } from '../../../src/model/site.ts'
import type { Target } from '../../../src/model/target/target.ts'
import { sheetRow } from '../../../src/views/place/sheet-row.ts'
import { indicatorWith, judge, row, targetWith } from '../../progress/fixture.ts'

describe('sheetRow', () => {
  it('says the last figure with its time and its share of the goal', () => {
    const line = rowOf(targetWith({ title: '新增小微企业' }), [row('2023-09-30', 26_000)])
    expect(line).toMatchObject({ id: 't01', title: '新增小微企业', promise: '≥ 52,000 家', deadline: '2023-12-31' })
    expect(line.figure).toBe('2023年9月30日 26,000 家（为目标的 50%）')
    expect(line.isBefore).toBe(false)
  })

  it('marks a figure from before the period', () => {
    const line = rowOf(targetWith(), [row('2020', 49_000)])
    expect([line.figure, line.isBefore]).toEqual(['2020年 49,000 家', true])
  })

  it('marks a unit that only the register names, by its short name', () => {
    const line = rowOf(targetWith(), [])
    expect([line.lead, line.isAdded, line.figure]).toEqual(['市场监管局', true, undefined])
  })

  it('does not repeat a promise that is its own title', () => {
    const target = targetWith({ title: '保持增长', comparator: 'up', kind: 'direction', value: undefined })
    expect(rowOf(target, []).promise).toBeUndefined()
  })
})

function rowOf(target: Target, rows: readonly Observation[]) {
  const indicator = indicatorWith({ responsible: 'scjgj' })
  const site = {
    policies: new Map(),
    indicators: new Map([['thing', indicator]]),
    organizations: new Map([['scjgj', { id: 'scjgj', name: '某市市场监督管理局', shortNames: ['市场监管局'] }]]),
  } as unknown as Site
  return sheetRow(site, target, judge(target, rows, { indicator }))
}
