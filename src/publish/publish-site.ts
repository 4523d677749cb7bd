import type { Site } from '../model/site.ts'
import { targetKey } from '../model/target/target.ts'
import type { Board } from '../progress/board.ts'
import { type BoardHistory, boardHistory } from '../progress/history.ts'
import { indicatorCsv } from './json/indicator-csv.ts'
import { jsonTwins } from './json/json-twins.ts'
import { statusFiles } from './json/status-file.ts'
import { targetCsv } from './json/target-csv.ts'
import { catalogNodes } from './metadata/catalog.ts'
import { dataJson } from './metadata/data-json.ts'
import { toJsonLd, toTurtle } from './metadata/rdf.ts'
import type { PublishOptions } from './options.ts'
import { queryDataset } from './query/query-data.ts'
import { beside, twin, urls } from './urls.ts'
import { calendarIcs } from './web/calendar-ics.ts'
import { feeds } from './web/feeds.ts'
import { headerRules, headersFile } from './web/headers.ts'
import { llms } from './web/llms.ts'
import { apiRecorder } from './web/openapi.ts'
import { opensearch } from './web/opensearch.ts'
import { robots } from './web/robots.ts'
import { sitePages } from './web/site-pages.ts'
import { sitemap } from './web/sitemap.ts'

/**
 * Every small text file of the site, one at a time, by root-relative path. Large tables are written by the table
 * stage, pictures by `pictures.ts`. The same site, board and options give the same bytes.
 */
export function* publishSite(
  site: Site,
  board: Board,
  options: PublishOptions,
  history: BoardHistory = boardHistory(site),
): Generator<[path: string, text: string]> {
  const api = apiRecorder()
  for (const { path } of [...options.published.values()].flat()) api.record(path)
  for (const file of siteFiles(site, board, options, history)) {
    api.record(...file)
    yield file
  }
  yield [urls.openapi(), toJson(api.document(site.config, options))]
}

function* siteFiles(
  site: Site,
  board: Board,
  options: PublishOptions,
  history: BoardHistory,
): Generator<[path: string, text: string]> {
  for (const [page, value] of jsonTwins(site, board, history, options)) yield [twin(page), toJson(value)]
  yield* targetCsvs(site, board)
  for (const dataset of site.datasets.values()) {
    const files = options.published.get(dataset.id) ?? []
    yield [urls.queryFile(dataset.id), `${JSON.stringify(queryDataset(site, dataset, files))}\n`]
  }
  for (const indicator of site.indicators.values()) {
    yield [beside(urls.indicator(indicator.id), 'csv'), indicatorCsv(site, indicator)]
  }
  for (const [path, value] of statusFiles(site, history, options)) yield [path, toJson(value)]
  const catalog = catalogNodes(site, options)
  yield ['/catalog.jsonld', toJson(toJsonLd(catalog))]
  yield ['/catalog.ttl', toTurtle(catalog)]
  yield ['/data.json', toJson(dataJson(site, options))]
  yield* feeds(site, options)
  yield ['/calendar.ics', calendarIcs(site, options)]
  yield ['/sitemap.xml', sitemap(sitePages(site, board), options)]
  yield ['/opensearch.xml', opensearch(site, options)]
  yield ['/llms.txt', llms(site, board, options)]
  yield ['/robots.txt', robots(options)]
  yield ['/_headers', headersFile(headerRules(options.base))]
}

function* targetCsvs(site: Site, board: Board): Generator<[string, string]> {
  for (const { policy } of board.plans) {
    for (const target of site.policies.get(policy)?.targets ?? []) {
      const assessment = board.assessments.get(targetKey(target))
      if (assessment) yield [beside(urls.target(policy, target.id), 'csv'), targetCsv(site, assessment)]
    }
  }
}

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
