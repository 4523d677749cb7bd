import { datasetCitations } from '../../model/data/data-citation.ts'
import { type Dataset, type Table, tableField } from '../../model/data/dataset.ts'
import { missingTexts } from '../../model/data/missing-texts.ts'
import { sourceName } from '../../model/register/source.ts'
import type { Site } from '../../model/site.ts'
import { compareText } from '../../model/text-order.ts'
import type { PublishedFile } from '../formats/manifest.ts'
import { urls } from '../urls.ts'
import type { QueryColumn, QueryDataset, QueryRegister, QueryTable } from './query-table.ts'

/** Tables that have files, with the names of their codes. A dataset that is not open has none. */
export function queryDataset(site: Site, dataset: Dataset, files: readonly PublishedFile[]): QueryDataset {
  const tables = dataset.tables.flatMap((table) => queryTableOf(dataset, table, files) ?? [])
  const registers = new Set(tables.flatMap(({ columns }) => columns.flatMap(({ register }) => register ?? [])))
  const page = urls.dataset(dataset.id)
  return {
    id: dataset.id,
    title: dataset.title,
    version: dataset.version,
    updatedOn: dataset.gongbao.updatedOn,
    citation: datasetCitations(dataset, site.config, { url: site.config.url + page, readOn: site.asOf }).gbt,
    page,
    tables,
    names: Object.fromEntries([...registers].map((register) => [register, namesOf(site, dataset, register)])),
    indicators: registers.has('indicators') ? indicatorsOf(site, dataset) : {},
    parents: registers.has('regions') ? parentsOf(site) : {},
  }
}

export function queryTableOf(dataset: Dataset, table: Table, files: readonly PublishedFile[]): QueryTable | undefined {
  const csv = files.find(({ path }) => path === urls.datasetFile(dataset.id, table.path))
  if (!csv) return undefined
  const stem = csv.path.slice(0, -'.csv'.length)
  const isPart = (path: string) => path.startsWith(stem) && /^(-\d{4})?\.parquet$/.test(path.slice(stem.length))
  return {
    name: table.name,
    title: table.title ?? table.name,
    profile: table['gongbao:profile'],
    rows: table.summary.rows,
    columns: columnsOf(table),
    parquet: files
      .filter(({ path }) => isPart(path))
      .map(({ path, bytes }) => ({ path, bytes }))
      .sort((a, b) => compareText(a.path, b.path)),
    csv: { path: csv.path, bytes: csv.bytes },
  }
}

function columnsOf({ header, schema }: Table): QueryColumn[] {
  const registers = new Map(
    schema.foreignKeys.flatMap(({ fields: [field, ...more], reference }) =>
      field && more.length === 0 && reference.package === 'registers' && isRegister(reference.resource)
        ? [[field, reference.resource] as const]
        : [],
    ),
  )
  const keys = new Set([
    ...(schema.primaryKey ?? []),
    ...(schema.uniqueKeys ?? []).flat(),
    ...schema.foreignKeys.flatMap(({ fields }) => fields),
  ])
  return header.map((name) => {
    const field = schema.fields.find((one) => one.name === name) ?? tableField.parse({ name })
    const missing = missingTexts(schema, field)
    return {
      name,
      title: field.title ?? name,
      description: field.description,
      type: field.type,
      unit: field['gongbao:unit'],
      register: registers.get(name),
      key: keys.has(name) || field.constraints.unique ? true : undefined,
      missing: missing.some((text) => text !== '') ? missing : undefined,
    }
  })
}

function isRegister(resource: string): resource is QueryRegister {
  return ['indicators', 'regions', 'sources', 'organizations'].includes(resource)
}

/** Of indicators and sources only those that the figures of the dataset name, where it has figures: the rest is weight. */
function namesOf(site: Site, dataset: Dataset, register: QueryRegister): Record<string, string> {
  const figures = site.observations.filter((one) => one.dataset === dataset.id)
  const onlyFigures = dataset.tables.every((table) => table['gongbao:profile'] === 'observations')
  const used =
    onlyFigures && (register === 'indicators' || register === 'sources')
      ? new Set(figures.map((one) => (register === 'indicators' ? one.indicator : one.source)))
      : undefined
  const entries: (readonly [string, string])[] =
    register === 'sources'
      ? [...site.sources].map(([id, source]) => [id, sourceName(source)])
      : [...site[register]].map(([id, { name }]) => [id, name])
  return Object.fromEntries(entries.filter(([id]) => !used || used.has(id)))
}

function indicatorsOf(site: Site, dataset: Dataset): QueryDataset['indicators'] {
  const used = new Set(site.observations.filter((one) => one.dataset === dataset.id).map((one) => one.indicator))
  return Object.fromEntries(
    [...site.indicators]
      .filter(([id]) => used.has(id))
      .map(([id, { unit, kind, aggregation }]) => [id, { unit, kind, aggregation }]),
  )
}

function parentsOf(site: Site): Record<string, string> {
  return Object.fromEntries([...site.regions].flatMap(([code, { parent }]) => (parent ? [[code, parent]] : [])))
}
