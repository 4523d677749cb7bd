import { expect, it } from 'vitest'
import { organizationGroups } from '../../../src/views/place/organization-list.ts'
import { policySample, taskSample } from '../policy/policy-sample.ts'

const region = (code: string, level: string) => [code, { code, name: code, level }] as const
const unit = (id: string, code: string) => [id, { id, name: id, region: code, shortNames: [] }] as const
const site = {
  config: { region: '330782' },
  regions: new Map([region('330000', '省'), region('100000', '国'), region('330782', '县')]),
  organizations: new Map([
    unit('miit', '100000'),
    unit('idle', '330782'),
    unit('helper', '330782'),
    unit('leader', '330782'),
    unit('province', '330000'),
  ]),
  policies: new Map([
    [
      'p',
      policySample('p', {
        issuers: ['province'],
        tasks: [
          taskSample('c1', 'p', [
            ['leader', '牵头'],
            ['helper', '配合'],
          ]),
        ],
      }),
    ],
  ]),
  measures: new Map(),
  indicators: new Map(),
  services: [{ organization: 'helper' }],
} as unknown as Parameters<typeof organizationGroups>[0]

const groups = organizationGroups(site)

it('puts the own place first, then goes from the country down', () => {
  expect(groups.map((group) => group.region)).toEqual(['330782', '100000', '330000'])
})

it('counts what a unit does, leaders first, and sets those only mentioned apart', () => {
  const own = groups[0]
  expect(own?.rows.map((row) => [row.organization.id, row.leads, row.supports, row.services])).toEqual([
    ['leader', 1, 0, 0],
    ['helper', 0, 1, 1],
  ])
  expect(own?.mentioned.map((one) => one.id)).toEqual(['idle'])
})
