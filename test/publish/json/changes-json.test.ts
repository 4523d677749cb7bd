import { expect, test } from 'vitest'
import { changesJson } from '../../../src/publish/json/changes.ts'
import { feeds } from '../../../src/publish/web/feeds.ts'
import { exampleCity } from '../../example-city.ts'

const options = { origin: 'https://example.test', base: '/b', published: new Map() }

async function history() {
  const { site } = await exampleCity()
  const dataset = site.datasets.get('lc-history')
  if (!dataset) throw new Error('no dataset')
  return { site, dataset }
}

test('the log tells each changed cell with its reason, and each new row by its columns', async () => {
  const { site, dataset } = await history()
  const { releases } = changesJson({ site, options }, dataset)
  expect(releases.map(({ version, page }) => [version, page])).toEqual([
    ['1.1.0', 'https://example.test/b/data/lc-history/1.1.0/'],
    ['1.0.0', 'https://example.test/b/data/lc-history/1.0.0/'],
  ])
  const [table] = releases[0]?.tables ?? []
  if (!table || !('changed' in table)) throw new Error('nothing changed')
  expect(table.changed).toEqual([
    {
      key: { indicator: 'jobs-new', region: '990300', period: '2022', source: 'lc-gb-2022' },
      cells: [
        { column: 'value', old: '1700', new: '1750', reason: expect.stringContaining('核定数') },
        { column: 'printed', old: '1700人', new: '1750人', reason: expect.stringContaining('核定数') },
      ],
    },
  ])
  expect(table.added[0]).toMatchObject({ indicator: 'jobs-new', period: '2023', value: '2030' })
})

test('what a figure was on a day can be read from the days its values stood', async () => {
  const { site, dataset } = await history()
  const { revised } = changesJson({ site, options }, dataset)
  const value = revised.find(({ column }) => column === 'value')
  const on = (day: string) => value?.states.find((one) => one.on <= day && (one.until ?? '9999') > day)?.value
  expect([on('2023-03-20'), on('2024-03-14'), on('2024-03-15'), on('2026-06-30')]).toEqual([
    '1700',
    '1700',
    '1750',
    '1750',
  ])
})

test('each release is an entry of the feed of its dataset and of that of all data', async () => {
  const { site } = await history()
  const all = feeds(site, options)
  const own = all.get('/data/lc-history/feed.xml') ?? ''
  expect(own.match(/<entry>/g)).toHaveLength(2)
  expect(own).toContain('<id>https://example.test/b/data/lc-history/1.1.0/</id>')
  expect(all.get('/data/feed.xml')).toContain('https://example.test/b/data/lc-history/1.0.0/')
  expect(all.has('/data/lc-monthly/feed.xml')).toBe(false)
})
