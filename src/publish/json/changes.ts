import type { Dataset } from '../../model/data/dataset.ts'
import type { Release, TableChange } from '../../model/release/release.ts'
import { reasonFor } from '../../model/release/release-reasons.ts'
import { type CellChange, keyOfRow } from '../../model/release/table-diff.ts'
import { revisedFigures } from '../../views/data/revised-figures.ts'
import { addressOf } from '../options.ts'
import { urls } from '../urls.ts'
import { type TwinContext, twinHead } from './twin.ts'

/**
 * Every release of a dataset, newest first, with each row and cell it changed and why; then each revised figure with
 * the days between which each of its values stood, so that a program can tell what it was on any day.
 */
export function changesJson(context: TwinContext, { id, title, version, releases }: Dataset) {
  return {
    ...twinHead(context, urls.datasetChanges(id)),
    dataset: id,
    title,
    version,
    releases: releases.map((release) => releaseJson(context, id, release)),
    revised: revisedFigures(releases),
  }
}

function releaseJson({ options }: TwinContext, id: string, release: Release) {
  const { version, on, note, files, changes } = release
  const address = (path: string) => addressOf(path, options)
  return {
    version,
    on,
    note,
    step: changes.step,
    page: address(urls.datasetVersion(id, version)),
    checksums: address(urls.datasetFile(id, 'SHA256SUMS', version)),
    sha256: files.find(({ name }) => name === 'SHA256SUMS')?.sha256,
    described: changes.described,
    tables: changes.tables.map((table) => tableJson(table, release)),
  }
}

function tableJson({ diff, ...about }: TableChange, { reasons }: Release) {
  if (!diff) return about
  const { key, columns, changed, added, removed } = diff
  const cell = (row: readonly string[], one: CellChange) => ({
    ...one,
    ...(one.old && { reason: reasonFor({ table: about.table, row, column: one.column }, reasons)?.text }),
  })
  return {
    ...about,
    key,
    columns,
    changed: changed.map((row) => ({
      key: record(key, row.key),
      cells: row.cells.map((one) => cell(row.key, one)),
    })),
    added: added.map((row) => record(columns.after, row)),
    removed: removed.map((row) => ({
      row: record(columns.before, row),
      reason: reasonFor({ table: about.table, row: keyOfRow(diff, row, 'before') }, reasons)?.text,
    })),
  }
}

function record(columns: readonly string[], row: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((name, index) => [name, row[index] ?? '']))
}
