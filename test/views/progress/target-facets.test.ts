import { expect, test } from 'vitest'
import { targetKey } from '../../../src/model/target/target.ts'
import { assessAll } from '../../../src/progress/board.ts'
import { allTargets } from '../../../src/views/progress/elsewhere.ts'
import { noLead, noTopic, targetFacets, termOf, topicOf } from '../../../src/views/progress/target-facets.ts'
import { exampleSite } from '../../example-site.ts'

const { site } = await exampleSite()
const { assessments } = assessAll(site)
const standings = allTargets(site).flatMap((target) => {
  const assessment = assessments.get(targetKey(target))
  return assessment ? [{ target, assessment }] : []
})
const facets = targetFacets(site, standings)
const sum = (values: readonly (readonly [string, number])[]) => values.reduce((all, [, count]) => all + count, 0)

test('every promise has one place and one status', () => {
  expect(standings.length).toBeGreaterThan(0)
  expect([sum(facets.region), sum(facets.status)]).toEqual([standings.length, standings.length])
})

test('a promise that nobody leads counts as such, after those with a name', () => {
  expect(sum(facets.lead)).toBeGreaterThanOrEqual(standings.length)
  const index = facets.lead.findIndex(([unit]) => unit === noLead)
  expect([-1, facets.lead.length - 1]).toContain(index)
})

test('every promise has one topic and one term, and those without a topic stand last', () => {
  expect([sum(facets.topic), sum(facets.term)]).toEqual([standings.length, standings.length])
  const index = facets.topic.findIndex(([topic]) => topic === noTopic)
  expect([-1, facets.topic.length - 1]).toContain(index)
})

test('a promise has the topic of its indicator', () => {
  const [id, indicator] = [...site.indicators][0] ?? []
  expect(topicOf(site, { indicator: id })).toBe(indicator?.topic)
  expect(topicOf(site, { indicator: 'nothing-such' })).toBe(noTopic)
  expect(topicOf(site, {})).toBe(noTopic)
})

test('the day of the deadline is not past, and a year ends on the same day of the next', () => {
  const term = (deadline?: string) => termOf({ deadline }, '2026-11-20')
  expect(['2026-11-19', '2026-11-20', '2027-11-20', '2027-11-21'].map(term)).toEqual(['past', 'year', 'year', 'later'])
  expect(term()).toBe('open')
})
