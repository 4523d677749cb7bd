import type { Dataset } from '../../model/data/dataset.ts'
import type { Site } from '../../model/site.ts'
import { compareText } from '../../model/text-order.ts'
import { type DatasetFacts, datasetFacts } from './dataset-facts.ts'

/** Figures are read over time, lists row by row, and registers give both their names. */
export type DatasetSort = 'figures' | 'lists' | 'registers'

/** A dataset with the values by which the catalogue is narrowed and searched. */
export interface CatalogueRow {
  readonly dataset: Dataset
  readonly facts: DatasetFacts
  readonly sort: DatasetSort
  readonly topics: readonly string[]
  /** Codes of places with figures. */
  readonly regions: readonly string[]
  /** Spans of five years, as plans run: `2021-2025`. */
  readonly years: readonly string[]
  readonly licence: string
  /** What search looks at beside the text of the entry: columns, tables, keywords, indicators, places. */
  readonly words: string
}

/** Name of the licence facet where nothing was chosen. */
export const noLicence = '未选定'

const order: readonly DatasetSort[] = ['figures', 'lists', 'registers']

/** All datasets: figures first, then lists, then registers; those with most rows first. */
export function catalogueRows(
  site: Pick<Site, 'datasets' | 'observations' | 'indicators' | 'regions' | 'config'>,
): CatalogueRow[] {
  return [...site.datasets.values()]
    .map((dataset) => rowOf(site, dataset))
    .sort(
      (a, b) =>
        order.indexOf(a.sort) - order.indexOf(b.sort) ||
        b.facts.rows - a.facts.rows ||
        compareText(a.dataset.id, b.dataset.id),
    )
}

/** The span of five years that a year belongs to, as five-year plans count: 2021 → `2021-2025`. */
export function fiveYears(year: number): string {
  const from = year - ((year - 1) % 5)
  return `${from}-${from + 4}`
}

function rowOf(site: Pick<Site, 'observations' | 'indicators' | 'regions' | 'config'>, dataset: Dataset): CatalogueRow {
  const figures = site.observations.filter((one) => one.dataset === dataset.id)
  const indicators = unique(figures.map((one) => one.indicator)).flatMap((id) => site.indicators.get(id) ?? [])
  const regions = unique(figures.map((one) => one.region))
  const licence = dataset.licenses[0]
  return {
    dataset,
    facts: datasetFacts(site, dataset),
    sort: sortOf(dataset),
    topics: unique(indicators.map((one) => one.topic)),
    regions,
    years: unique(figures.map(({ period }) => fiveYears(Number(period.end.slice(0, 4))))),
    licence: licence?.title ?? licence?.name ?? site.config.licence?.title ?? noLicence,
    words: unique([
      dataset.id,
      ...dataset.keywords,
      ...dataset.tables.flatMap(({ name, title = '', schema }) => [
        name,
        title,
        ...schema.fields.flatMap((field) => [field.name, field.title ?? '']),
      ]),
      ...indicators.map((one) => one.name),
      ...regions.map((code) => site.regions.get(code)?.name ?? code),
    ]).join(' '),
  }
}

function sortOf({ tables }: Dataset): DatasetSort {
  const profiles = tables.map((table) => table['gongbao:profile'])
  if (profiles.length > 0 && profiles.every((profile) => profile === 'register')) return 'registers'
  return profiles.includes('observations') ? 'figures' : 'lists'
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '')
}
