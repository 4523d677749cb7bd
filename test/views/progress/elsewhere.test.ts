import { describe, expect, it } from 'vitest'
import type { Policy } from '../../../src/model/policy/policy.ts'
import type { Target } from '../../../src/model/target/target.ts'
import { sameElsewhere } from '../../../src/views/progress/elsewhere.ts'

describe('sameElsewhere', () => {
  const here = target('yw', 't01', '330782', 'msme-new')
  const policies = new Map(
    [
      policy('zj', [target('zj', 't01', '330000', 'msme-new')]),
      policy('yw', [here, target('yw', 't02', '330782', 'msme-new')]),
      policy('jx', [target('jx', 't01', '330400', 'msme-new'), target('jx', 't02', '330400', 'loans')]),
    ].map((one) => [one.id, one]),
  )

  it('lists targets of other policies with the same indicator, by region', () => {
    expect(sameElsewhere({ policies }, here).map((one) => `${one.policy}/${one.id}`)).toEqual(['zj/t01', 'jx/t01'])
  })

  it('finds nothing for a promise without an indicator', () => {
    expect(sameElsewhere({ policies }, { ...here, indicator: undefined })).toEqual([])
  })
})

function policy(id: string, targets: readonly Target[]): Policy {
  return { id, targets } as unknown as Policy
}

function target(of: string, id: string, region: string, indicator: string): Target {
  return {
    id,
    policy: of,
    clause: 'c1-1',
    place: { file: `content/policies/${of}.md`, line: 1, column: 1 },
    words: '5.2 万家以上',
    title: '新增小微企业',
    indicator,
    kind: 'cumulative',
    comparator: 'ge',
    comparatorWord: '以上',
    deadlineBasis: '规划期',
    region,
  }
}
