import { expect, test } from 'vitest'
import { boardHistory } from '../../../src/progress/history.ts'
import { statusFiles } from '../../../src/publish/json/status-file.ts'
import { publishSite } from '../../../src/publish/publish-site.ts'
import { readRoot } from '../../../src/read/root.ts'
import { exampleOptions, exampleRoot, exampleSite } from '../../example-site.ts'

async function filesOn(asOf: string): Promise<Map<string, string>> {
  const { site } = await readRoot(exampleRoot, { asOf, today: '2026-11-20' })
  if (!site) throw new Error('the fixtures have errors')
  return new Map(
    [...statusFiles(site, boardHistory(site), exampleOptions)].map(([path, value]) => [path, JSON.stringify(value)]),
  )
}

test('every past board has a file with counts, statuses, reasons and figures, and the index lists it', async () => {
  const files = await filesOn('2025-06-30')
  const index = JSON.parse(files.get('/status/index.json') ?? '')
  expect(index.boards.length).toBeGreaterThan(0)
  for (const { date, tally, json } of index.boards) {
    expect(json).toBe(`https://example.test/status/${date}.json`)
    const board = JSON.parse(files.get(`/status/${date}.json`) ?? '')
    expect(board).toMatchObject({ date, tally, method: { version: 'gongbao-1' } })
    expect(board.targets).toHaveLength(tally.total)
    for (const one of board.targets) {
      expect(one.status.zh).toBeTruthy()
      expect(one.reason.zh).toBeTruthy()
    }
    expect(board.changes.length).toBeGreaterThan(0)
  }
  expect(files.size).toBe(index.boards.length + 1)
})

test('a later build writes the same files for earlier days', async () => {
  const [early, late] = [await filesOn('2025-06-30'), await filesOn('2026-11-20')]
  for (const [path, text] of early) if (path !== '/status/index.json') expect(late.get(path)).toBe(text)
  expect(await filesOn('2025-06-30')).toEqual(early)
})

test('the JSON of a target has its history, whose last verdict is the one of today', async () => {
  const { site, board } = await exampleSite()
  const files = new Map(publishSite(site, board, exampleOptions))
  for (const [key, { status, latest }] of board.assessments) {
    const { history, assessment } = JSON.parse(files.get(`/progress/${key}.json`) ?? '')
    expect(history.at(-1).status.id).toBe(status)
    expect(history.at(-1).figure).toBe(latest?.id)
    expect(assessment.status.id).toBe(status)
    expect(history[0].why).toBe('document')
  }
})

test('the JSON of an indicator compares its promises', async () => {
  const { site, board } = await exampleSite()
  const files = new Map(publishSite(site, board, exampleOptions))
  for (const { id } of site.indicators.values()) {
    const { comparison, targets } = JSON.parse(files.get(`/data/indicators/${id}.json`) ?? '')
    expect(comparison.map((one: { target: string }) => one.target).sort()).toEqual([...targets].sort())
  }
})
