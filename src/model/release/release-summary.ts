import type { ReleaseChanges } from './release.ts'
import { revisionsIn } from './release-reasons.ts'

/** One line: how many rows and figures a release added, changed and took away. */
export function releaseSummary(changes: ReleaseChanges): string {
  if (!changes.previous) {
    const rows = changes.tables.reduce((sum, table) => sum + table.rows.after, 0)
    return `第一次发布，${rows} 行`
  }
  const { cells, added, removed } = countChanges(changes)
  const revised = revisionsIn(changes).filter((one) => one.old !== undefined)
  const filled = cells - revised.length
  const rows = new Set(revised.map(({ table, row = [] }) => JSON.stringify([table, ...row]))).size
  const parts = [
    revised.length > 0 && `修订 ${rows} 行（${revised.length} 格）`,
    filled > 0 && `补充 ${filled} 格`,
    added > 0 && `增加 ${added} 行`,
    removed > 0 && `删去 ${removed} 行`,
    ...changes.tables.flatMap(({ table, status, diff }) => [
      status === 'added' && `增加表 ${table}`,
      status === 'removed' && `删去表 ${table}`,
      diff && diff.columns.added.length > 0 && `增加列 ${diff.columns.added.join('、')}`,
      diff && diff.columns.removed.length > 0 && `删去列 ${diff.columns.removed.join('、')}`,
      diff && diff.columns.retyped.length > 0 && `列换类型 ${diff.columns.retyped.map((one) => one.column).join('、')}`,
      diff?.columns.moved && '列的次序有变',
    ]),
    changes.described.length > 0 && `描述有改动：${changes.described.join('、')}`,
  ].filter((part) => part)
  return parts.join('；') || '约束有改动，数据没有变'
}

/** Changed cells of rows that stayed, and rows that came and went, over all tables. */
export function countChanges({ tables }: Pick<ReleaseChanges, 'tables'>) {
  const counts = { rows: 0, cells: 0, added: 0, removed: 0 }
  for (const { diff } of tables) {
    if (!diff) continue
    counts.rows += diff.changed.length
    counts.cells += diff.changed.reduce((sum, row) => sum + row.cells.length, 0)
    counts.added += diff.added.length
    counts.removed += diff.removed.length
  }
  return counts
}
