import type { Dataset, Table } from '../../model/data/dataset.ts'
import { addressOf } from '../options.ts'
import { twin, urls } from '../urls.ts'
import { type TwinContext, twinHead } from './twin.ts'

/** A dataset: description, columns, and every download with its checksum. */
export function datasetJson(context: TwinContext, dataset: Dataset) {
  const { gongbao } = dataset
  return {
    ...twinHead(context, urls.dataset(dataset.id)),
    ...datasetSummary(dataset),
    created: dataset.created,
    keywords: dataset.keywords,
    contributors: dataset.contributors,
    licences: dataset.licenses,
    sources: dataset.sources,
    provider: gongbao.provider,
    updateCycle: gongbao.updateCycle,
    announced: gongbao.announced,
    notes: gongbao.notes,
    changes: gongbao.changes,
    releases: dataset.releases.map(({ version, on, note }) => ({
      version,
      on,
      note,
      page: addressOf(urls.datasetVersion(dataset.id, version), context.options),
    })),
    changeLog: addressOf(twin(urls.datasetChanges(dataset.id)), context.options),
    tables: dataset.tables.map(tableJson),
    downloads: (context.options.published.get(dataset.id) ?? []).map(({ path, format, bytes, sha256, rows }) => ({
      url: addressOf(path, context.options),
      format,
      bytes,
      sha256,
      rows,
    })),
  }
}

function datasetSummary(dataset: Dataset) {
  return {
    id: dataset.id,
    title: dataset.title,
    description: dataset.description,
    version: dataset.version,
    disclosure: dataset.gongbao.disclosure,
    updatedOn: dataset.gongbao.updatedOn,
    rows: dataset.tables.reduce((sum, table) => sum + table.summary.rows, 0),
  }
}

function tableJson(table: Table) {
  return {
    name: table.name,
    title: table.title,
    path: table.path,
    rows: table.summary.rows,
    fields: table.schema.fields,
    primaryKey: table.schema.primaryKey,
    columns: table.summary.columns,
  }
}
