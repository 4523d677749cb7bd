import { profileValue } from '../../issues/tbl.ts'
import type { Scorecard } from '../../model/data/scorecard.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { parsePeriod } from '../../model/number/period.ts'
import type { TableRow } from '../table/table-result.ts'
import { checkSubject, type Subjects } from './subjects.ts'

/** Rows of a table with profile `scorecards`; a row with a fault is left out. */
export function toScorecards(
  rows: readonly TableRow[],
  dataset: string,
  subjects: Subjects,
): { readonly scorecards: Scorecard[]; readonly issues: Issue[] } {
  const issues: Issue[] = []
  const scorecards = rows.flatMap((row) => {
    const faults = [...checkSubject(row, 'subject', subjects), ...checkPeriod(row), ...checkRank(row)]
    issues.push(...faults)
    const { values } = row
    const subject = values.get('subject')
    const name = values.get('name')
    const period = parsePeriod(values.get('period') ?? '')
    const source = values.get('source')
    if (row.faulty.size > 0 || faults.length > 0 || !subject || !name || !period || !source) return []
    return [
      {
        subject,
        dataset,
        name,
        period,
        rank: numberIn(row, 'rank'),
        of: numberIn(row, 'of'),
        score: values.get('score'),
        colour: values.get('colour'),
        source,
        locator: values.get('locator'),
        note: values.get('note'),
      },
    ]
  })
  return { scorecards, issues }
}

function numberIn(row: TableRow, column: string): number | undefined {
  const text = row.values.get(column)
  return text === undefined ? undefined : Number(text)
}

function checkPeriod(row: TableRow): Issue[] {
  const found = row.values.get('period')
  if (found === undefined || row.faulty.has('period') || parsePeriod(found)) return []
  return [
    issue(profileValue, row.at('period'), {
      column: 'period',
      found,
      expected: '时段写成 2020、2020-06、2020-Q2 这样的样子',
      expectedEn: 'a period looks like 2020, 2020-06 or 2020-Q2',
    }),
  ]
}

/** Ranks count from 1, and nobody is ranked behind the last. */
function checkRank(row: TableRow): Issue[] {
  const columns = ['rank', 'of'].filter((column) => row.values.has(column) && !row.faulty.has(column))
  const wrong = columns.find((column) => {
    const value = numberIn(row, column) ?? 0
    return !Number.isInteger(value) || value < 1
  })
  const [rank, of] = [numberIn(row, 'rank'), numberIn(row, 'of')]
  if (wrong !== undefined) {
    return [rankIssue(row, wrong, '名次和参评数从 1 数起，是整数', 'ranks are whole numbers from 1')]
  }
  if (columns.length < 2 || rank === undefined || of === undefined || rank <= of) return []
  return [rankIssue(row, 'rank', `名次不能大于参评数 ${of}`, `a rank is at most the number ranked, ${of}`)]
}

function rankIssue(row: TableRow, column: string, expected: string, expectedEn: string): Issue {
  return issue(profileValue, row.at(column), { column, found: row.values.get(column) ?? '', expected, expectedEn })
}
