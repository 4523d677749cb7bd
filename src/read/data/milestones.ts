import { profileValue } from '../../issues/tbl.ts'
import type { PrintedPeriod, ProjectMilestone } from '../../model/data/project-milestone.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { parsePeriod } from '../../model/number/period.ts'
import type { TableRow } from '../table/table-result.ts'
import { checkSubject, type Subjects } from './subjects.ts'

/** Rows of a table with profile `milestones`; a row with a fault is left out. */
export function toMilestones(
  rows: readonly TableRow[],
  dataset: string,
  subjects: Subjects,
): { readonly milestones: ProjectMilestone[]; readonly issues: Issue[] } {
  const issues: Issue[] = []
  const milestones = rows.flatMap((row) => {
    const faults = [
      ...checkSubject(row, 'project', { projects: subjects.projects }),
      ...['planned', 'actual', 'quarter'].flatMap((column) => checkTime(row, column)),
    ]
    issues.push(...faults)
    const { values } = row
    const project = values.get('project')
    const name = values.get('name')
    const source = values.get('source')
    if (row.faulty.size > 0 || faults.length > 0 || !project || !name || !source) return []
    return [
      {
        project,
        dataset,
        name,
        planned: printedPeriod(values.get('planned')),
        actual: printedPeriod(values.get('actual')),
        quarter: values.get('quarter'),
        state: values.get('state'),
        source,
        locator: values.get('locator'),
        note: values.get('note'),
      },
    ]
  })
  return { milestones, issues }
}

function printedPeriod(printed: string | undefined): PrintedPeriod | undefined {
  const period = printed === undefined ? undefined : parsePeriod(printed)
  return printed === undefined || period === undefined ? undefined : { printed, period }
}

/** TBL-032 for a time that cannot be read; a quarter is written as statistics do. */
function checkTime(row: TableRow, column: string): Issue[] {
  const found = row.values.get(column)
  if (found === undefined || row.faulty.has(column)) return []
  const isQuarter = column === 'quarter'
  if (isQuarter ? /^\d{4}-Q[1-4]$/.test(found) : parsePeriod(found)) return []
  const expected = isQuarter ? '季度写成 2021-Q3' : '时间写成 2021-12-31、2021-12、2021年底 这样的样子'
  const expectedEn = isQuarter ? 'a quarter looks like 2021-Q3' : 'a time looks like 2021-12-31, 2021-12 or 2021年底'
  return [issue(profileValue, row.at(column), { column, found, expected, expectedEn })]
}
