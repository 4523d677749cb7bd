import { expect, it } from 'vitest'
import type { ServiceItem } from '../../../src/model/data/service-item.ts'
import { savingsSummary, serviceSavings } from '../../../src/views/place/service-savings.ts'

it('says what is saved, from the numbers on both sides', () => {
  const change = {
    daysBefore: 73,
    daysAfter: 5,
    stepsBefore: 24,
    stepsAfter: 4,
    materialsBefore: 14,
    materialsAfter: 4,
  }
  expect(serviceSavings(item('报装', change))).toEqual(['少交 10 项材料', '少走 20 个环节', '省 68 个工作日'])
})

it('keeps the word of the source where no time is left', () => {
  expect(serviceSavings(item('许可', { daysBefore: 5, daysAfter: 0, timeAfter: '当场' }))).toEqual([
    '省 5 个工作日（当场）',
  ])
})

it('says what became more, and nothing where nothing changed or one side is missing', () => {
  expect(serviceSavings(item('a', { materialsBefore: 2, materialsAfter: 3 }))).toEqual(['多交 1 项材料'])
  expect(serviceSavings(item('a', { materialsBefore: 2, materialsAfter: 2, stepsAfter: 1 }))).toEqual([])
})

it('counts the items with numbers, and names no more than three', () => {
  const saving = ['甲', '乙', '丙', '丁'].map((name) => item(name, { materialsBefore: 6, materialsAfter: 1 }))
  expect(savingsSummary([...saving.slice(0, 1), item('戊', {})])).toBe(
    '2 项中 1 项同时写了改革前和改革后的数字：甲少交 5 项材料。',
  )
  expect(savingsSummary(saving)).toBe(
    '4 项中 4 项同时写了改革前和改革后的数字：甲少交 5 项材料；乙少交 5 项材料；丙少交 5 项材料；等等。',
  )
  expect(savingsSummary([item('戊', {})])).toBe('1 项中没有一项同时写了改革前和改革后的数字。')
})

function item(name: string, over: Partial<ServiceItem>): ServiceItem {
  return { id: name, dataset: 'd', name, category: '许可', mode: '普通', region: '330782', source: 's', ...over }
}
