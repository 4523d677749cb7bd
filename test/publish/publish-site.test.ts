import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Site } from '../../src/model/site.ts'
import { assessAll, type Board } from '../../src/progress/board.ts'
import { publishSite } from '../../src/publish/publish-site.ts'
import { readRoot } from '../../src/read/root.ts'
import { exampleDay, exampleOptions, exampleRoot, exampleSite } from '../example-site.ts'

let site: Site
let board: Board
let files: Map<string, string>

beforeAll(async () => {
  const example = await exampleSite()
  site = example.site
  board = example.board
  files = new Map(publishSite(site, board, exampleOptions))
})

// biome-ignore lint/suspicious/noExplicitAny: the shape of each file is what the tests look at
function json(path: string): any {
  return JSON.parse(files.get(path) ?? 'null')
}

test('the same site gives the same bytes, whatever the clock says', async () => {
  vi.useFakeTimers({ now: new Date('2031-05-05T05:05:05Z'), toFake: ['Date'] })
  const again = (await readRoot(exampleRoot, { asOf: exampleDay })).site ?? expect.fail('the fixtures have errors')
  const written = [...publishSite(again, assessAll(again), exampleOptions)]
  vi.useRealTimers()
  expect(written).toEqual([...files])
})

test('every page of data has its twin', () => {
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      '/policies.json',
      '/policies/sl-zbf-2024-1.json',
      '/measures/sl-shop-grant.json',
      '/progress.json',
      '/progress/sl-zbf-2024-1.json',
      '/progress/sl-zbf-2024-1/t01.json',
      '/progress/sl-zbf-2024-1/t01.csv',
      '/organizations/sl-scjgj.json',
      '/data/example.json',
      '/data/indicators/shop-new.json',
      '/sources/sl-doc.json',
    ]),
  )
})

test('a twin says its page, its day, and on what terms it may be used', () => {
  expect(json('/policies/sl-zbf-2024-1.json')).toMatchObject({
    page: 'https://example.test/policies/sl-zbf-2024-1/',
    asOf: exampleDay,
    licence: { id: 'CC-BY-4.0' },
  })
})

test('the twin of a target holds everything its status is made of', () => {
  const { assessment, method, observations, sources } = json('/progress/sl-zbf-2024-1/t01.json')
  expect(assessment.status.id).toBe(board.assessments.get('sl-zbf-2024-1/t01')?.status)
  expect(method.thresholds.onTrack).toBe(0.95)
  expect(assessment.formula.length + assessment.inputs.length).toBeGreaterThan(0)
  const ids = new Set(observations.inPeriod.map((one: { id: string }) => one.id))
  const used = assessment.inputs.flatMap((input: { origin: { type: string; id?: string } }) => input.origin.id ?? [])
  expect(used.filter((id: string) => !ids.has(id))).toEqual([])
  for (const one of observations.inPeriod) expect(sources.map(({ id }: { id: string }) => id)).toContain(one.source.id)
})

test('the figures of a target are a CSV with one row each', () => {
  const rows = (files.get('/progress/sl-zbf-2024-1/t01.csv') ?? '').trimEnd().split('\n')
  const { series = [], before = [], near = [] } = board.assessments.get('sl-zbf-2024-1/t01') ?? {}
  expect(rows[0]).toMatch(/^role,indicator,region,period,/)
  expect(rows).toHaveLength(1 + series.length + before.length + near.length)
})

test('the catalogue describes each dataset and each download', () => {
  const graph: { '@id': string; [fact: string]: unknown }[] = json('/catalog.jsonld')['@graph']
  const of = (type: string) => graph.filter((one) => one['@type'] === type)
  expect(of('dcat:Catalog')).toHaveLength(1)
  expect(of('dcat:Dataset')).toHaveLength(site.datasets.size)
  expect(of('dcat:Distribution')).toEqual([
    expect.objectContaining({
      '@id': 'https://example.test/data/example/latest/observations.csv',
      'dcat:mediaType': { '@id': 'https://www.iana.org/assignments/media-types/text/csv' },
      'dcat:byteSize': { '@value': '12', '@type': 'xsd:nonNegativeInteger' },
    }),
  ])
  expect(files.get('/catalog.ttl')).toContain('data/example/latest/observations.csv')
})

test('data.json lists the same datasets', () => {
  expect(json('/data.json').dataset.map((one: { title: string }) => one.title)).toEqual(
    [...site.datasets.values()].map(({ title }) => title),
  )
})

test.each(['/feed.xml', '/policies/feed.xml', '/data/feed.xml', '/sitemap.xml', '/opensearch.xml'])(
  '%s is well-formed',
  (path) => {
    expect(XMLValidator.validate(files.get(path) ?? '')).toBe(true)
  },
)

test('a feed is as new as its newest entry', () => {
  const { feed } = new XMLParser().parse(files.get('/policies/feed.xml') ?? '')
  const entries = [feed.entry].flat()
  expect(feed.updated).toBe(entries[0].updated)
  expect(entries.map(({ id }) => id)).toContain('https://example.test/policies/sl-zbf-2024-1/')
})

test('the sitemap lists every policy, target and page once', () => {
  const { urlset } = new XMLParser().parse(files.get('/sitemap.xml') ?? '')
  const places = urlset.url.map(({ loc }: { loc: string }) => loc)
  expect(new Set(places).size).toBe(places.length)
  expect(places).toEqual(
    expect.arrayContaining(['https://example.test/', 'https://example.test/progress/sl-zbf-2024-1/t01/']),
  )
})

test('addresses carry the base path', () => {
  const based = new Map(publishSite(site, board, { ...exampleOptions, base: '/gongbao' }))
  expect(based.get('/robots.txt')).toContain('https://example.test/gongbao/sitemap.xml')
  expect(based.get('/llms.txt')).not.toMatch(/example\.test\/(?!gongbao)/)
  expect(based.get('/_headers')).toMatch(/^\/gongbao\/\*$/m)
})
