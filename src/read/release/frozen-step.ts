import { changesUntrue } from '../../issues/rel.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Release, TableChange } from '../../model/release/release.ts'
import { diffTables, type TableDiff } from '../../model/release/table-diff.ts'
import type { Files } from '../files.ts'
import type { FrozenPackage, FrozenTable } from './frozen-package.ts'
import { frozenRows } from './release-compare.ts'

/** A release that agrees with itself. `rows` are counted in the CSV, by its name. */
export interface FrozenVersion {
  readonly release: Release
  readonly described?: FrozenPackage | undefined
  readonly rows?: ReadonlyMap<string, number> | undefined
}

/** Larger tables are not held in memory to be compared once more. */
const longest = 16 * 2 ** 20

/**
 * REL-015: a release differs from the one before by what its `changes.json` says, row by row, and has as many rows as
 * it says, so that a table cannot be changed in every format and list of its own release.
 */
export async function checkSteps(
  files: Files,
  dataset: string,
  now: FrozenVersion,
  earlier: FrozenVersion | undefined,
  at: Place,
): Promise<Issue[]> {
  const { version, changes, files: own } = now.release
  const issues: Issue[] = []
  for (const change of changes.tables) {
    const table = tableOf(now, change.table)
    const before = earlier && tableOf(earlier, change.table)
    const fault = (what: 'rows' | 'diff') =>
      issues.push(issue(changesUntrue, at, { version, table: change.table, what }))
    if (table) {
      const counted = now.rows?.get(table.path)
      const recorded = own.find(({ name }) => name === table.path)?.rows
      if (counted !== undefined && (counted !== change.rows.after || (recorded ?? counted) !== counted)) {
        fault('rows')
        continue
      }
    }
    if (!earlier) continue
    const isTold =
      change.status === 'removed' ? before && !table : change.status === 'added' ? table && !before : table && before
    if (!isTold) fault('diff')
    else if (table && before && !(await isDifference(files, dataset, [earlier, before], [now, table], change)))
      fault('diff')
  }
  return issues
}

function tableOf({ described }: FrozenVersion, name: string): FrozenTable | undefined {
  return described?.resources.find((one) => one.name === name)
}

async function isDifference(
  files: Files,
  dataset: string,
  [earlier, before]: readonly [FrozenVersion, FrozenTable],
  [now, after]: readonly [FrozenVersion, FrozenTable],
  { diff }: TableChange,
): Promise<boolean> {
  const fileOf = ({ release }: FrozenVersion, { path }: FrozenTable) => release.files.find(({ name }) => name === path)
  const [old, fresh] = [fileOf(earlier, before), fileOf(now, after)]
  if (!old || !fresh || old.bytes > longest || fresh.bytes > longest) return true
  const isUntouched = old.sha256 === fresh.sha256 && (diff?.changed.length ?? 0) + (diff?.added.length ?? 0) === 0
  if (isUntouched) return true
  const found = diffTables(
    await frozenRows(files, dataset, before, earlier.release.version),
    await frozenRows(files, dataset, after, now.release.version),
    diff && diff.key.length > 0 ? [diff.key] : [],
  )
  return rowsIn(found) === (diff ? rowsIn(diff) : rowsIn(noDifference))
}

const noDifference: Rows = { added: [], removed: [], changed: [] }

type Rows = Pick<TableDiff, 'added' | 'removed' | 'changed'>

/** The rows of a difference as text, in an order that says nothing. */
function rowsIn({ added, removed, changed }: Rows): string {
  const cells = changed.map((row) => [row.key, row.cells.map((cell) => [cell.column, cell.old ?? null, cell.new])])
  return JSON.stringify([added, removed, cells].map((list) => list.map((one) => JSON.stringify(one)).sort()))
}
