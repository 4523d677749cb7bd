import { describe, expect, it } from 'vitest'
import { promiseNumber, promiseText } from '../../../src/model/target/promise.ts'

const base = { comparator: 'ge', words: '新增小微企业 5.2 万家以上' } as const

describe('promiseText', () => {
  it('names the sign, the number and the unit', () => {
    expect(promiseText({ ...base, value: 52000, unit: '家' })).toBe('≥ 52,000 家')
    expect(promiseText({ ...base, comparator: 'gt', value: 1.5e10, unit: '元' })).toBe('＞ 150 亿元')
    expect(promiseText({ ...base, comparator: 'le', value: 0.01, unit: '比率' })).toBe('≤ 1%')
    expect(promiseText({ ...base, comparator: 'eq', value: 1, unit: '比率' })).toBe('100%')
  })

  it('says “every year” once, whether or not the unit says it too', () => {
    expect(promiseText({ ...base, value: 350, unit: '台次/年', every: 'year' })).toBe('每年 ≥ 350 台次')
    expect(promiseText({ ...base, value: 350, unit: '台次', every: 'year' })).toBe('每年 ≥ 350 台次')
  })

  it('gives both edges of a range', () => {
    expect(promiseText({ ...base, value: 0.08, valueTo: 0.1, unit: '比率' })).toBe('8%—10%')
  })

  it('counts ranks from the front', () => {
    const rank = { ...base, kind: 'rank', value: 3, unit: '位' } as const
    expect([promiseText(rank), promiseNumber(rank)]).toEqual(['前 3 位', '≤ 3'])
  })

  it('keeps the words where there is no number', () => {
    expect(promiseText({ ...base, comparator: 'up' })).toBe('保持增长')
    expect(promiseText({ ...base, comparator: 'none', words: '保持在合理水平' })).toBe('保持在合理水平')
  })
})

describe('promiseNumber', () => {
  it('leaves the unit to its own column, except the percent sign', () => {
    expect(promiseNumber({ ...base, value: 52000, unit: '家' })).toBe('≥ 52,000')
    expect(promiseNumber({ ...base, value: 0.06, unit: '比率' })).toBe('≥ 6%')
    expect(promiseNumber({ ...base, comparator: 'none' })).toBeUndefined()
  })
})
