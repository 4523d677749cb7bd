import { expect, test } from 'vitest'
import type { Site } from '../../../src/model/site.ts'
import { targetSchema } from '../../../src/publish/metadata/target-schema.ts'
import { judge, row, targetWith } from '../../progress/fixture.ts'

const site = {
  config: { name: '公报', publisher: '公报' },
  regions: new Map([['330782', { name: '义乌市' }]]),
} as unknown as Site
const address = { origin: 'https://a.b', base: '/g' }

test('a promise with a figure tells search engines its status and the unrounded share', () => {
  const target = targetWith({ value: 700 })
  expect(targetSchema(site, target, judge(target, [row('2021/2023', 490)]), address)).toMatchObject({
    '@type': 'Dataset',
    url: 'https://a.b/g/progress/plan/t01/',
    isBasedOn: 'https://a.b/g/policies/plan/#t01',
    temporalCoverage: '2021-01-01/2023-12-31',
    description: expect.stringContaining('未完成，完成比例 70%'),
    variableMeasured: [
      { propertyID: 'status', value: '未完成' },
      { propertyID: 'p', name: '完成比例', value: 0.7 },
    ],
  })
})

test('a rate has a pace instead of a share: 4 % of the promised 6 % is 0.67', () => {
  const target = targetWith({ kind: 'rate', value: 0.06, unit: '比率' })
  const verdict = judge(target, [row('2021', 0.04, { unit: '比率' })], { asOf: '2022-03-01' })
  expect(targetSchema(site, target, verdict, address)).toMatchObject({
    description: expect.stringContaining('略有滞后，快慢比 0.67'),
    variableMeasured: [{}, { propertyID: 'pace', value: expect.closeTo(2 / 3, 9) }],
  })
})

test('without figures and dates there is a status and nothing else', () => {
  const target = targetWith({ from: undefined, deadline: undefined })
  const schema = targetSchema(site, target, judge(target, []), address)
  expect(schema).toMatchObject({ temporalCoverage: undefined, variableMeasured: [{ value: '无法评估' }] })
})
