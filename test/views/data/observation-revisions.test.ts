import { expect, test } from 'vitest'
import { observationRevision, revisionAnchor, revisionWords } from '../../../src/views/data/observation-revisions.ts'
import { rowWords } from '../../../src/views/data/row-words.ts'
import { exampleCity } from '../../example-city.ts'

async function jobs(period: string) {
  const { site } = await exampleCity()
  const one = site.observations.find((row) => row.indicator === 'jobs-new' && row.period.text === period)
  if (!one) throw new Error('no such figure')
  return { site, revision: observationRevision(site, one) }
}

test('a figure corrected by a later release knows how it was printed, when it changed, and why', async () => {
  const { site, revision } = await jobs('2022')
  if (!revision) throw new Error('not revised')
  expect(revisionWords(revision.figure)).toBe(
    '原为 1700人（1.0.0），2024-03-15 的 1.1.0 改正：虚构示例：2022年新增就业按年报核定数更正，原为快报数',
  )
  expect(revisionAnchor(revision.dataset, revision.figure)).toBe('row-1')
  expect(rowWords(site, revision.figure.key)).toBe('小店新增就业 · 例城市 · 2022年 · 例城市统计局')
})

test('a figure that stayed, or came with the later release, is not marked', async () => {
  expect((await jobs('2021')).revision).toBeUndefined()
  expect((await jobs('2023')).revision).toBeUndefined()
})
