import { expect, test } from 'vitest'
import { promiseWords, updatePromise } from '../../../src/views/data/update-promise.ts'

test.each([
  ['每日', '2026-01-01', '2026-01-02'],
  ['每周', '2026-01-01', '2026-01-08'],
  ['每月', '2026-01-31', '2026-02-28'],
  ['每季', '2026-11-30', '2027-02-28'],
  ['每年', '2024-02-29', '2025-02-28'],
] as const)('%s after %s is due on %s, and late the day after', (updateCycle, updatedOn, due) => {
  expect(updatePromise({ updateCycle, updatedOn }, due)).toEqual({ state: 'kept', due })
  const after = new Date(Date.parse(`${due}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  expect(updatePromise({ updateCycle, updatedOn }, after)).toEqual({ state: 'late', due, days: 1 })
})

test('without a promised day nothing is late', () => {
  const on = { updatedOn: '2001-01-01' }
  expect(updatePromise({ ...on, updateCycle: '不定期' }, '2026-01-01')).toEqual({ state: 'open' })
  expect(updatePromise({ ...on, updateCycle: '一次性' }, '2026-01-01')).toEqual({ state: 'once' })
})

test('the words say by how many days it is late', () => {
  const promise = updatePromise({ updateCycle: '每月', updatedOn: '2026-01-15' }, '2026-03-01')
  expect(promiseWords(promise)).toBe('已过期 14 天，应在 2026-02-15 前更新')
  expect(promiseWords({ state: 'kept', due: '2026-02-15' })).toBe('按期，下一版应在 2026-02-15 前')
})
