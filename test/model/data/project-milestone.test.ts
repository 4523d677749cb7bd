import { expect, it } from 'vitest'
import {
  milestoneOutcome,
  type PrintedPeriod,
  type ProjectMilestone,
} from '../../../src/model/data/project-milestone.ts'
import { parsePeriod } from '../../../src/model/number/period.ts'

const asOf = '2026-11-20'

it('compares when a thing was done with when it was planned', () => {
  expect(outcome({ planned: at('2021年底'), actual: at('2021-12-31') })).toBe('kept')
  expect(outcome({ planned: at('2022年7月底'), actual: at('2022-08-01') })).toBe('late')
  // August 2022 holds both days that are late and days that are not.
  expect(outcome({ planned: at('2022-08-15'), actual: at('2022-08') })).toBe('done')
  expect(outcome({ actual: at('2020-03-03') })).toBe('done')
})

it('does not take silence for a delay', () => {
  expect(outcome({ planned: at('2021年底') })).toBe('unknown')
  expect(outcome({ planned: at('2026-11-20') })).toBe('ahead')
  expect(outcome({ planned: at('2027年底') })).toBe('ahead')
  expect(outcome({})).toBe('none')
})

it('leaves the word to the source where there is no date', () => {
  expect(outcome({ planned: at('2021年底'), state: '已完成' })).toBe('said')
})

function outcome(over: Partial<ProjectMilestone>) {
  return milestoneOutcome({ project: 'p', dataset: 'd', name: '投运', source: 's', ...over }, asOf)
}

function at(printed: string): PrintedPeriod {
  const period = parsePeriod(printed)
  if (!period) throw new Error(printed)
  return { printed, period }
}
