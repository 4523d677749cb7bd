import { describe, expect, test } from 'vitest'
import { judge, row, targetWith, textOf } from '../fixture.ts'

const share = { unit: '比率' }

describe('占比 and 覆盖', () => {
  const floor = targetWith({ kind: 'ratio', value: 0.025, ...share })

  test('2.4 % of 2.5 % at the end is missed by 0.1 percentage points', () => {
    const verdict = judge(floor, [row('2023-12-31', 0.024, share)])
    expect(verdict.status).toBe('missed')
    expect(textOf(verdict)).toContain('差距 2.5% − 2.4% ＝ 0.1 个百分点')
  })

  test('a ceiling of 1 % without a deadline holds at 0.9 %, is narrowly missed at 1.04 % and broken at 1.2 %', () => {
    const fee = targetWith({ kind: 'ratio', comparator: 'le', value: 0.01, ...share, deadline: undefined })
    const now = (value: number) => judge(fee, [row('2022-12-31', value, share)])
    expect(now(0.009)).toMatchObject({ status: 'ontrack', reason: 'holding' })
    expect(now(0.0104)).toMatchObject({ status: 'slight', reason: 'within-tolerance' })
    expect(now(0.012)).toMatchObject({ status: 'far', reason: 'breached' })
  })

  test('全覆盖 without a number is 100 %', () => {
    const all = targetWith({ kind: 'coverage', comparator: 'eq', value: undefined, unit: undefined })
    expect(judge(all, [row('2023-12-31', 1, share)]).status).toBe('achieved')
    expect(judge(all, [row('2023-12-31', 0.98, share)]).status).toBe('missed')
    expect(judge({ ...all, deadline: undefined }, [])).toMatchObject({ reason: 'no-deadline-no-figure' })
  })
})
