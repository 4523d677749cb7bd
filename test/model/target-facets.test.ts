import { expect, test } from 'vitest'
import { allTargets } from '../../src/model/elsewhere.ts'
import { assessAll } from '../../src/model/progress/board.ts'
import { targetKey } from '../../src/model/target.ts'
import { noLead, targetFacets } from '../../src/model/target-facets.ts'
import { exampleSite } from '../example-site.ts'

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
