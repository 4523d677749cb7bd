import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { workedOut } from '../../src/model/number/rounding.ts'
import { targetKey } from '../../src/model/target/target.ts'
import { assessAll } from '../../src/progress/board.ts'
import { recompute } from '../../src/progress/recompute.ts'
import { publishSite } from '../../src/publish/publish-site.ts'
import { exampleDay, exampleOptions, exampleRoot } from '../example-site.ts'
import { fullDay, fullRoot } from '../full-root.ts'
import { readOnce } from '../read-once.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every target of a site: what was judged, and its twin as text. */
async function twinsOf(folder: string, asOf: string) {
  const { site } = await readOnce(folder, { asOf })
  if (!site) throw new Error(`${folder} has errors`)
  const board = assessAll(site)
  const files = new Map(publishSite(site, board, exampleOptions))
  const targets = [...site.policies.values()].flatMap((policy) => policy.targets)
  return targets.map((target) => ({
    key: targetKey(target),
    assessment: board.assessments.get(targetKey(target)),
    twin: String(files.get(`/progress/${targetKey(target)}.json`)),
  }))
}

const numbers = ({ p, q, pace }: { p?: number; q?: number; pace?: number }) => workedOut({ p, q, pace })

describe.each([
  { name: 'the real site', folder: () => root, asOf: '2026-11-20', least: 68 },
  { name: 'the example city', folder: () => `${root}/test/fixtures/example-city`, asOf: '2026-06-30', least: 45 },
  { name: 'the fictional site', folder: () => exampleRoot, asOf: exampleDay, least: 3 },
  { name: 'the fictional site with every record', folder: fullRoot, asOf: fullDay, least: 3 },
])('from the JSON text of $name', ({ folder, asOf, least }) => {
  test('every target gets the status and the numbers that were judged and printed', async () => {
    const twins = await twinsOf(folder(), asOf)
    expect(twins.length).toBeGreaterThanOrEqual(least)
    for (const { key, assessment, twin } of twins) {
      const read = JSON.parse(twin)
      const again = recompute(read)
      expect([key, again.status]).toEqual([key, read.assessment.status.id])
      expect([key, again.status]).toEqual([key, assessment?.status])
      expect([key, numbers(again)]).toEqual([key, numbers(read.assessment)])
      expect([key, numbers(again)]).toEqual([key, numbers(assessment ?? {})])
    }
  })
})

describe('a twin', () => {
  const one = async () => JSON.parse((await twinsOf(exampleRoot, exampleDay))[0]?.twin ?? '')

  test('lists every figure with period, value, unit, printed form and source', async () => {
    const { observations } = await one()
    const rows = [...observations.inPeriod, ...observations.before, ...observations.near, ...observations.unused]
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row).toMatchObject({
        period: { text: expect.any(String), end: expect.any(String) },
        value: expect.any(Number),
        unit: expect.any(String),
        printed: expect.any(String),
        source: { id: expect.any(String) },
      })
    }
    for (const row of [...observations.near, ...observations.unused]) expect(row.notCounted).not.toBe('')
  })

  test('of other rules, of other thresholds or of another kind of page is refused', async () => {
    const twin = await one()
    expect(() => recompute({ ...twin, method: { ...twin.method, version: 'gongbao-0' } })).toThrow()
    expect(() => recompute({ ...twin, method: { ...twin.method, thresholds: { onTrack: 0.9 } } })).toThrow()
    expect(() => recompute({ page: '/', items: [] })).toThrow()
  })
})
