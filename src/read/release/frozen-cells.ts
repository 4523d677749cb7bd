import { formatsDiffer } from '../../issues/rel.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { ReleaseEntry } from '../../model/release/release.ts'
import type { Files, TableFile } from '../files.ts'
import { readTableRows } from '../table/table-rows.ts'
import { firstWrongRow } from '../table/wrong-row.ts'
import { frozenFolder } from './frozen-folder.ts'
import type { FrozenPackage, FrozenTable } from './frozen-package.ts'

/** REL-014: `t.excel.csv`, `t.json` and `t.ndjson` of a release hold the cells of its `t.csv`. All are read as streams. */
export async function checkCells(
  files: Files,
  dataset: string,
  { version, files: own }: ReleaseEntry,
  { resources }: FrozenPackage,
): Promise<Issue[]> {
  const folder = frozenFolder(dataset, version)
  const issues: Issue[] = []
  for (const table of resources) {
    const stem = table.path.replace(/\.csv$/, '')
    const csv = files.frozen.get(folder + table.path)
    if (!csv || !own.some(({ name }) => name === table.path)) continue
    for (const ending of ['.excel.csv', '.json', '.ndjson']) {
      const name = stem + ending
      const other = own.some((file) => file.name === name) ? files.frozen.get(folder + name) : undefined
      if (!other) continue
      const row = ending === '.excel.csv' ? await differingCsv(other, csv) : await differingJson(other, csv, table)
      if (row === undefined) continue
      issues.push(
        issue(formatsDiffer, { file: folder + name, line: 1, column: 1 }, { version, name, csv: table.path, row }),
      )
    }
  }
  return issues
}

async function differingCsv(other: TableFile, csv: TableFile): Promise<number | undefined> {
  return (await firstWrongRow(other, csv))?.row
}

/** One object a line, in an array or not: the keys are the columns, and each value is its cell. */
async function differingJson(other: TableFile, csv: TableFile, { schema }: FrozenTable): Promise<number | undefined> {
  const header = schema.fields.map(({ name }) => name)
  const columns = schema.fields.map(({ name, type, missingValues }) => ({
    name,
    isNumber: type === 'number' || type === 'integer' || type === 'year',
    missing: new Set([
      '',
      ...(missingValues ?? schema.missingValues ?? []).map((one) => (typeof one === 'string' ? one : one.value)),
    ]),
  }))
  const objects = linesOf(other)
  let row = 0
  for await (const batch of readTableRows({ header }, () => csv.open())) {
    for (const cells of batch) {
      row += 1
      const { value: line } = await objects.next()
      const object = line === undefined ? undefined : parsed(line)
      const isSame =
        object !== undefined &&
        Object.keys(object).join('\n') === header.join('\n') &&
        columns.every((column, index) => isCell(object[column.name], cells[index] ?? '', column))
      if (!isSame) return row
    }
  }
  return (await objects.next()).done ? undefined : row + 1
}

/** Null is a missing value, however the table writes it; numbers may have lost their grouping. */
function isCell(
  value: unknown,
  cell: string,
  { isNumber, missing }: { readonly isNumber: boolean; readonly missing: ReadonlySet<string> },
): boolean {
  if (value === null) return missing.has(cell)
  if (typeof value === 'boolean') return true
  if (typeof value === 'string') return value === cell
  const plain = Number(cell.replaceAll(',', ''))
  return typeof value === 'number' && isNumber && (Number.isNaN(plain) || plain === value)
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** The lines that hold something, without the brackets and commas of an array. */
async function* linesOf(file: TableFile): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder()
  let rest = ''
  const objects = (lines: readonly string[]) =>
    lines
      .map((line) => line.trim().replace(/,$/, ''))
      .filter((line) => line !== '' && line !== '[' && line !== ']' && line !== '[]')
  for await (const chunk of file.open()) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* objects(lines)
  }
  yield* objects([rest])
}
