import { describe, expect, it } from 'vitest'
import type { ServiceItem } from '../../src/model/data/service-item.ts'
import { serviceGroups } from '../../src/model/services.ts'
import { serviceChanges } from '../../src/views/place/service-changes.ts'

describe('serviceChanges', () => {
  it('pairs what has a number on both sides, and leaves the rest out', () => {
    expect(
      serviceChanges(item('a', { materialsBefore: 6, materialsAfter: 1, daysBefore: 5, daysAfter: 0, stepsAfter: 2 })),
    ).toEqual([
      { name: '材料', before: 6, after: 1, unit: '项' },
      { name: '时间', before: 5, after: 0, unit: '个工作日' },
    ])
  })

  it('keeps the words of the source where nothing is left to count', () => {
    expect(serviceChanges(item('a', { daysBefore: 5, daysAfter: 0, timeAfter: '当场' }))[0]?.afterWords).toBe('当场')
    expect(
      serviceChanges(item('a', { daysBefore: 73, daysAfter: 5, timeAfter: '5工作日' }))[0]?.afterWords,
    ).toBeUndefined()
  })
})

describe('serviceGroups', () => {
  it('groups by category and office in the order of the rows', () => {
    const services = [
      item('a', { category: '许可', organization: 'gaj' }),
      item('b', { category: '登记' }),
      item('c', { category: '许可', organization: 'wjj' }),
      item('d', { category: '许可', organization: 'gaj' }),
    ]
    expect(serviceGroups({ services }).map((group) => [group.category, group.items.map((one) => one.id)])).toEqual([
      ['许可', ['a', 'd', 'c']],
      ['登记', ['b']],
    ])
  })
})

function item(id: string, over: Partial<ServiceItem>): ServiceItem {
  return { id, dataset: 'd', name: id, category: '许可', mode: '普通', region: '330782', source: 's', ...over }
}
