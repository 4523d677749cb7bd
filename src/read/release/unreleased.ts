import { describedOtherwise, unknownVersion, unreleased } from '../../issues/rel.ts'
import { csvCell } from '../../model/data/csv-cell.ts'
import type { Dataset } from '../../model/data/dataset.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Release, TableChange } from '../../model/release/release.ts'
import { releaseSummary } from '../../model/release/release-summary.ts'
import type { Descriptor } from '../data/descriptor.ts'
import type { Files } from '../files.ts'
import { readTableRows } from '../table/table-rows.ts'
import { compareWithRelease } from './release-compare.ts'

/**
 * A dataset with a ledger is what it was when it was last released: REL-006 for its tables, REL-010 for its
 * description, REL-007 for the version it names.
 */
export async function checkUnreleased(
  files: Files,
  { id, yaml }: Descriptor,
  dataset: Dataset,
  newest: Release,
): Promise<Issue[]> {
  const { version } = newest
  if (dataset.version !== version)
    return [issue(unknownVersion, yaml.at(['version']), { id, version: dataset.version, newest: version })]
  const { tables, described } = await compareWithRelease(dataset, newest, files)
  const changed = tables.filter(({ status }) => status !== 'same')
  const [first] = changed
  const issues: Issue[] = []
  if (first) {
    const place = await firstPlace(files, dataset, first)
    const what = releaseSummary({
      ...newest.changes,
      tables: changed,
      described: [],
      previous: { version, sha256: '' },
    })
    const whatEn = changed.map(({ table }) => table).join(', ')
    const params = { id, version, what, whatEn, ...(place && { first: place.first }) }
    issues.push(issue(unreleased, place?.at ?? yaml.at(['resources']), params))
  }
  if (described.length > 0)
    issues.push(issue(describedOtherwise, yaml.at(['title']), { id, version, fields: described }))
  return issues
}

/** Where the first changed cell or new row stands, or the table where rows are gone; counted on the file as we write CSV. */
async function firstPlace(
  files: Files,
  dataset: Dataset,
  { table: name, diff }: TableChange,
): Promise<{ readonly at: Place; readonly first: string } | undefined> {
  const table = dataset.tables.find((one) => one.name === name)
  const file = table && files.tables.get(table.file)
  if (!table || !file || !diff) return undefined
  const start = { file: table.file, line: 1, column: 1 }
  const [changed] = diff.changed
  const [added] = diff.added
  const keyAt = diff.key.map((column) => table.header.indexOf(column))
  let line = 2
  for await (const batch of readTableRows(table, () => file.open())) {
    for (const row of batch) {
      const [cell] = changed?.cells ?? []
      if (changed && cell && keyAt.every((index, at) => row[index] === changed.key[at])) {
        const index = table.header.indexOf(cell.column)
        const column = row.slice(0, index).reduce((sum, text) => sum + csvCell(text).length + 1, 1)
        const was = cell.old === undefined ? '' : `由“${cell.old}”`
        return { at: { ...start, line, column }, first: `${cell.column} ${was}改为“${cell.new}”` }
      }
      if (!changed && added && added.every((text, index) => text === row[index]))
        return { at: { ...start, line }, first: `新的一行 ${row.slice(0, 4).join(',')}` }
      line += 1 + row.reduce((sum, text) => sum + text.split('\n').length - 1, 0)
    }
  }
  const [removed] = diff.removed
  return { at: start, first: removed ? `没有了 ${removed.slice(0, 4).join(',')}` : '列' }
}
