import { expect, test } from 'vitest'
import { datasetQuality } from '../../../src/views/data/dataset-quality.ts'
import { datasetWords } from '../../../src/views/data/dataset-words.ts'
import { exampleCity } from '../../example-city.ts'

const { site, issues } = await exampleCity()

test('figures: when, where, how many, of what, from how many sources, when updated', () => {
  const [first, second] = wordsOf('lc-progress')
  const own = site.observations.filter((one) => one.dataset === 'lc-progress')
  expect(first).toContain(`的${own.length} 个数字：`)
  expect(first).toContain(`等 ${new Set(own.map((one) => one.indicator)).size} 个指标；`)
  expect(first).toContain(`出自 ${new Set(own.map((one) => one.source)).size} 篇来源`)
  expect(first).toMatch(/\d{4}年\d+月\d+日更新。$/)
  expect(second).toContain(`${own.filter((one) => one.locator === undefined).length} 个没有写明在来源里的位置`)
})

test('other tables: rows and columns of each, and the cells that are empty', () => {
  const [first, second] = wordsOf('lc-projects')
  const tables = site.datasets.get('lc-projects')?.tables ?? []
  expect(first).toContain(`${tables.length} 张表：`)
  for (const { name, title = name, summary, schema } of tables) {
    expect(first).toContain(`${title} ${summary.rows} 行、${schema.fields.length} 列`)
  }
  const empty = tables.flatMap(({ summary }) => summary.columns.map(({ filled }) => summary.rows - filled))
  expect(second).toContain(`${empty.reduce((sum, cells) => sum + cells, 0)} 格空着`)
})

test('of a dataset that is not open nothing but that is said', () => {
  const dataset = site.datasets.get('lc-progress')
  if (!dataset) throw new Error('the city has figures')
  const closed = { ...dataset, tables: [], gongbao: { ...dataset.gongbao, disclosure: '受限开放' as const } }
  expect(datasetWords(site, closed, datasetQuality({ ...site, observations: [] }, closed, []))).toEqual([
    expect.stringMatching(/^受限开放，这里只登记它，不登内容。.+更新。$/),
  ])
})

test('no sentence is said of nothing', () => {
  for (const id of site.datasets.keys()) {
    const sentences = wordsOf(id)
    expect(sentences.length).toBeGreaterThan(0)
    expect(
      sentences.filter((sentence) => !/[^。]。$/.test(sentence) || /undefined|NaN|(?<!\d)0 [个组格]/.test(sentence)),
    ).toEqual([])
  }
})

function wordsOf(id: string): string[] {
  const dataset = site.datasets.get(id)
  if (!dataset) throw new Error(`no dataset ${id}`)
  return datasetWords(site, dataset, datasetQuality(site, dataset, issues))
}
