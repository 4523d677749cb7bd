import { expect, it } from 'vitest'
import { planGroups } from '../../../src/views/progress/plan-groups.ts'
import { exampleSite } from '../../example-site.ts'

const { site } = await exampleSite()

it('keeps every target once, in the order of the text, under the clause that promises it', () => {
  const plans = [...site.policies.values()].filter((policy) => policy.targets.length > 0)
  expect(plans.length).toBeGreaterThan(0)
  for (const policy of plans) {
    const groups = planGroups(policy)
    expect(
      groups
        .flatMap((group) => group.targets)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(policy.targets.map(({ id }) => id).sort())
    expect(groups.every((group) => group.targets.every((target) => target.clause === group.id))).toBe(true)
    expect(groups.every((group) => group.name.length > 0)).toBe(true)
  }
})
