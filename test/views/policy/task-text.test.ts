import { expect, it } from 'vitest'
import { taskText } from '../../../src/views/policy/task-text.ts'
import { taskSample } from './policy-sample.ts'

it.each([
  [
    [
      ['甲局', '牵头'],
      ['乙局', '配合'],
      ['丙局', '配合'],
    ],
    '甲局牵头，2 个单位配合',
  ],
  [[['甲局', '牵头']], '甲局牵头'],
  [
    [
      ['甲局', '责任'],
      ['乙局', '责任'],
    ],
    '2 个责任单位，没有写谁牵头',
  ],
  [[], '没有写责任单位'],
] as const)('says who does a task: %j', (units, words) => {
  expect(taskText(taskSample('c1', 'p', units))).toBe(words)
})
