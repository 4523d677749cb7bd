import { expect, it } from 'vitest'
import { validityText } from '../../../src/views/policy/validity-text.ts'

const text = { zh: '未登记失效、废止或替代', en: 'none' }
const inForce = { is: '有效', because: { type: 'date', text } } as const

it('does not explain what is plainly in force', () => {
  expect(validityText({}, inForce, '2026-11-20')).toBe('有效')
})

it('says why something is not in force', () => {
  const because = { type: 'relation', text: { zh: '被《甲》废止', en: 'Repealed' } } as const
  expect(validityText({}, { is: '废止', because }, '2026-11-20')).toBe('废止（被《甲》废止）')
})

it('adds the period of a plan and whether it is over', () => {
  const planPeriod = { from: '2021-01-01', to: '2023-12-31' }
  expect(validityText({ planPeriod }, inForce, '2023-12-31')).toBe('有效；规划期 2021—2023年')
  expect(validityText({ planPeriod }, inForce, '2024-01-01')).toBe('有效；规划期 2021—2023年，已满')
})

it('writes a plan of one year as one year', () => {
  const planPeriod = { from: '2020-01-01', to: '2020-12-31' }
  expect(validityText({ planPeriod }, inForce, '2026-11-20')).toBe('有效；规划期 2020年，已满')
})

it('says that a period is over once', () => {
  const because = { type: 'date', text } as const
  const planPeriod = { from: '2021-01-01', to: '2023-12-31' }
  expect(validityText({ planPeriod }, { is: '规划期满', because }, '2026-11-20')).toBe('规划期满；规划期 2021—2023年')
  const activePeriod = { from: '2022-12-12', to: '2023-02-02' }
  const words = '已过实施期；实施期 2022-12-12 至 2023-02-02'
  expect(validityText({ activePeriod }, { is: '已过实施期', because }, '2026-11-20')).toBe(words)
})
