import { constraintMove } from '../../model/data/constraint-step.ts'
import type { Dataset, Table } from '../../model/data/dataset.ts'
import { rowKeys } from '../../model/data/row-key.ts'
import type { Release, TableChange } from '../../model/release/release.ts'
import { type ComparedColumn, type ComparedTable, diffTables, isEmptyDiff } from '../../model/release/table-diff.ts'
import type { Files } from '../files.ts'
import { readTableRows } from '../table/table-rows.ts'
import { frozenFolder } from './frozen-folder.ts'
import { type FrozenPackage, type FrozenTable, readFrozenPackage } from './frozen-package.ts'

/** How a dataset as it is now differs from a release of it. */
export interface Comparison {
  readonly tables: readonly TableChange[]
  /** Parts of the description that differ, by their names for people. */
  readonly described: readonly string[]
}

/**
 * Compares the tables and the description of a dataset with what a release froze. Without a release everything is
 * new. A table whose bytes are those of the release is not read; others are held in memory, the old and the new.
 */
export async function compareWithRelease(
  dataset: Dataset,
  release: Release | undefined,
  files: Files,
): Promise<Comparison> {
  const before = release && (await readFrozenPackage(files, dataset.id, release.version))
  const old = new Map((before?.resources ?? []).map((table) => [table.name, table]))
  const tables: TableChange[] = []
  for (const table of dataset.tables) {
    const frozen = old.get(table.name)
    old.delete(table.name)
    const rows = { before: 0, after: table.summary.rows }
    if (!release || !frozen) tables.push({ ...same(table.name), status: 'added', rows })
    else tables.push(await compareTable(dataset.id, table, frozen, release, files))
  }
  for (const gone of old.values()) {
    const rows = { before: fileOf(release, gone.path)?.rows ?? 0, after: 0 }
    tables.push({ ...same(gone.name), status: 'removed', rows })
  }
  return { tables, described: before ? describedOtherwise(dataset, before) : [] }
}

async function compareTable(
  id: string,
  table: Table,
  frozen: FrozenTable,
  release: Release,
  files: Files,
): Promise<TableChange> {
  const columns = columnsOf(table)
  const old = frozen.schema.fields
  const constraints = columns.map(({ name, constraints: now }) => {
    const earlier = old.find((field) => field.name === name)
    return { name, move: earlier ? constraintMove(earlier.constraints, now) : 'same' }
  })
  const moved = (move: string) => constraints.filter((one) => one.move === move).map(({ name }) => name)
  const [tightened, loosened] = [moved('tighter'), moved('looser')]
  const file = fileOf(release, frozen.path)
  const rows = { before: file?.rows ?? 0, after: table.summary.rows }
  const untouched = file?.sha256 === table.summary.sha256
  const [before, after] = untouched
    ? [
        { columns: old, rows: [] },
        { columns, rows: [] },
      ]
    : [await frozenRows(files, id, frozen, release.version), await workingRows(files, table)]
  const diff = diffTables(before, after, rowKeys(table))
  const isSame = isEmptyDiff(diff) && tightened.length + loosened.length === 0
  return { table: table.name, status: isSame ? 'same' : 'changed', rows, tightened, loosened, ...(!isSame && { diff }) }
}

function same(table: string): Pick<TableChange, 'table' | 'tightened' | 'loosened'> {
  return { table, tightened: [], loosened: [] }
}

function fileOf(release: Release | undefined, name: string) {
  return release?.files.find((file) => file.name === name)
}

function columnsOf({ header, schema }: Table): ComparedColumn[] {
  return header.flatMap((name) => schema.fields.filter((field) => field.name === name))
}

async function workingRows(files: Files, table: Table): Promise<ComparedTable> {
  const rows: (readonly string[])[] = []
  const file = files.tables.get(table.file)
  if (file) for await (const batch of readTableRows(table, () => file.open())) rows.push(...batch)
  return { columns: columnsOf(table), rows }
}

/** The rows of a table as a release froze them, in memory. */
export async function frozenRows(
  files: Files,
  id: string,
  { path, schema }: FrozenTable,
  version: string,
): Promise<ComparedTable> {
  const rows: (readonly string[])[] = []
  const file = files.frozen.get(frozenFolder(id, version) + path)
  const header = schema.fields.map(({ name }) => name)
  if (file) for await (const batch of readTableRows({ header }, () => file.open())) rows.push(...batch)
  return { columns: schema.fields, rows }
}

function describedOtherwise(dataset: Dataset, before: FrozenPackage): string[] {
  const { gongbao } = dataset
  const texts = (tables: readonly (Table | FrozenTable)[]) =>
    tables.map(({ name, title, description, schema }) => [
      name,
      title,
      description,
      [...schema.fields]
        .map((field) => [field.name, field.title, field.description, field['gongbao:unit']])
        .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
    ])
  const stayed = new Set(before.resources.map(({ name }) => name))
  const pairs: readonly (readonly [name: string, old: unknown, now: unknown])[] = [
    ['标题', before.title, dataset.title],
    ['简介', before.description, dataset.description],
    ['更新周期', before.gongbao?.updateCycle, gongbao.updateCycle],
    ['开放主体', before.gongbao?.provider, gongbao.provider],
    ['口径说明', before.gongbao?.notes ?? [], gongbao.notes],
    ['表和列的说明', texts(before.resources), texts(dataset.tables.filter(({ name }) => stayed.has(name)))],
  ]
  return pairs.filter(([, old, now]) => JSON.stringify(old) !== JSON.stringify(now)).map(([name]) => name)
}
