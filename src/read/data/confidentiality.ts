import { derivable, dominated, tooFewContributors } from '../../issues/pii.ts'
import type { ConfidentialityRule, Disclosure, GuardedRow } from '../../model/data/confidentiality.ts'
import { disclosures } from '../../model/data/confidentiality.ts'
import type { TableField } from '../../model/data/dataset.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { TableRecord } from '../table/table-records.ts'

/**
 * PII-006…008 for one table: cells that would give single enterprises away, each with what to keep back. Rows are
 * held until the end, because what follows from a total shows only in all of them.
 */
export function confidentialityCheck(rule: ConfidentialityRule, fields: readonly TableField[]) {
  const rows: GuardedRow[] = []
  const places = new Map<GuardedRow, (column: string) => Place>()
  const label = (column: string) => fields.find((field) => field.name === column)?.title ?? column

  function add(record: TableRecord): void {
    const number = (column: string) => {
      const value = Number(record.text(column))
      return record.text(column) === '' || !Number.isFinite(value) ? undefined : value
    }
    const values = rule.values.flatMap((column) => {
      const value = number(column)
      return value === undefined ? [] : [[column, value] as const]
    })
    const row: GuardedRow = {
      line: record.line,
      keys: Object.fromEntries(rule.by.map((column) => [column, record.text(column)])),
      count: number(rule.count),
      share: rule.share === undefined ? undefined : number(rule.share),
      values: Object.fromEntries(values),
      suppressed: rule.values.filter((column) => record.text(column) === rule.suppressed),
    }
    rows.push(row)
    places.set(row, record.at)
  }

  function toIssue(found: Disclosure): Issue[] {
    const at = places.get(found.row)?.(found.column)
    if (!at) return []
    const column = label(found.column)
    const { suppressed, minimum } = rule
    switch (found.type) {
      case 'count':
        return [issue(tooFewContributors, at, { column, count: found.row.count ?? 0, minimum, suppressed })]
      case 'share':
        return [
          issue(dominated, at, {
            column,
            share: percent(found.row.share ?? 0),
            limit: percent(rule.dominance),
            suppressed,
          }),
        ]
      case 'derivable': {
        const partner = found.with && { line: found.with.line, name: Object.values(found.with.keys).join(' · ') }
        return [issue(derivable, at, { column, suppressed, ...(partner ? { partner } : {}) })]
      }
    }
  }

  return { add, finish: () => disclosures(rows, rule).flatMap(toIssue) }
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))}%`
}
