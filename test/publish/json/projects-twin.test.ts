import { expect, test } from 'vitest'
import { parsePeriod } from '../../../src/model/number/period.ts'
import { publishSite } from '../../../src/publish/publish-site.ts'
import { twin, urls } from '../../../src/publish/urls.ts'
import { exampleOptions, exampleSite } from '../../example-site.ts'

const { site, board } = await exampleSite()
const period = parsePeriod('2024-12')
if (!period) throw new Error('2024-12 is a period')
const common = { dataset: 'd', source: 'sl-news' }

test('the JSON of the projects has their plans and scorecards, each with its source', () => {
  const more = {
    ...site,
    projects: [{ ...common, id: 'qiao', name: '小桥', region: '990100', status: '在建' }],
    milestones: [{ ...common, project: 'qiao', name: '开工', planned: { printed: '2024年12月', period } }],
    scorecards: [{ ...common, subject: 'qiao', name: '月通报', period, rank: 1, colour: '绿' }],
  }
  const text = new Map(publishSite(more, board, exampleOptions)).get(twin(urls.projects())) ?? ''
  expect(JSON.parse(text)).toMatchObject({
    items: [{ id: 'qiao', source: { id: 'sl-news' } }],
    milestones: [{ project: 'qiao', planned: { printed: '2024年12月' }, source: { id: 'sl-news' } }],
    scorecards: [{ subject: 'qiao', rank: 1, colour: '绿', source: { id: 'sl-news' } }],
  })
})
