import { dangling } from '../../issues/ref.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import type { TableRow } from '../table/table-result.ts'

/** What milestones and scorecards may be about: ids of projects, and codes of regions where those are read. */
export interface Subjects {
  readonly projects: ReadonlySet<string>
  readonly regions?: ReadonlySet<string>
  /** The register of regions could not be read, which has been reported. */
  readonly unread?: boolean
}

/** REF-001 for a row about something that is not registered. */
export function checkSubject(row: TableRow, column: string, { projects, regions, unread = false }: Subjects): Issue[] {
  const found = row.values.get(column)
  if (found === undefined || row.faulty.has(column) || unread) return []
  const known = [...projects, ...(regions ?? [])]
  if (known.includes(found)) return []
  const kind = regions ? { zh: '项目或区划', en: 'project or region' } : { zh: '项目', en: 'project' }
  const guess = nearest(found, known)
  return [issue(dangling, row.at(column), { kind, found, ...(guess === undefined ? {} : { nearest: guess }) })]
}
