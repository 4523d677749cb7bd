import { z } from 'zod'
import { line } from '../field.ts'

/**
 * `gongbao:confidentiality`: how a table of enterprise figures keeps single enterprises unseen (minimum count and
 * dominance rule of official statistics, GSBPM 6.4). `by` are the columns that tell rows apart.
 */
export const confidentialityRule = z.strictObject({
  values: z.array(line).min(1),
  /** The column that counts the enterprises behind a row. */
  count: line,
  minimum: z.int().min(2).default(3),
  /** The column with the share of the largest enterprise, 0 to 1; it is usually withheld. */
  share: line.optional(),
  /** The largest share that may be published. */
  dominance: z.number().gt(0).max(1).default(0.85),
  by: z.array(line).min(1),
  /** Columns of `by` in which one word stands for the sum of the other rows, e.g. 行业: 合计. */
  totals: z.record(line, line).default({}),
  /** What stands in a cell that is kept back; one of the missing values of the schema. */
  suppressed: line.default('保密'),
})
export type ConfidentialityRule = z.output<typeof confidentialityRule>

/** One row as the rule sees it. `values`: the published figures; those kept back are named in `suppressed`. */
export interface GuardedRow {
  readonly line: number
  readonly keys: Readonly<Record<string, string>>
  readonly count?: number | undefined
  readonly share?: number | undefined
  readonly values: Readonly<Record<string, number>>
  readonly suppressed: readonly string[]
}

/** A cell that gives an enterprise away, and why. `with`: the row that had better be kept back as well. */
export type Disclosure =
  | { readonly type: 'count'; readonly row: GuardedRow; readonly column: string }
  | { readonly type: 'share'; readonly row: GuardedRow; readonly column: string }
  | { readonly type: 'derivable'; readonly row: GuardedRow; readonly column: string; readonly with?: GuardedRow }

/**
 * Every cell that must not be published as it stands: too few enterprises, one that dominates, or a figure kept
 * back (or to be kept back) that follows from a total and the other rows. Order: by row, as found.
 */
export function disclosures(rows: readonly GuardedRow[], rule: ConfidentialityRule): Disclosure[] {
  return rule.values.flatMap((column) => {
    const primary = rows.flatMap((row): Disclosure[] => {
      if (row.values[column] === undefined) return []
      if (row.count !== undefined && row.count > 0 && row.count < rule.minimum) return [{ type: 'count', row, column }]
      if (row.share !== undefined && row.share > rule.dominance) return [{ type: 'share', row, column }]
      return []
    })
    const hidden = new Set(primary.map(({ row }) => row))
    for (const row of rows) if (row.suppressed.includes(column)) hidden.add(row)
    return [...primary, ...derivable(rows, rule, column, hidden)]
  })
}

function derivable(
  rows: readonly GuardedRow[],
  rule: ConfidentialityRule,
  column: string,
  hidden: ReadonlySet<GuardedRow>,
): Disclosure[] {
  return Object.entries(rule.totals).flatMap(([dimension, total]) => {
    const others = rule.by.filter((key) => key !== dimension)
    const groups = Map.groupBy(rows, (row) => JSON.stringify(others.map((key) => row.keys[key] ?? '')))
    return [...groups.values()].flatMap((group): Disclosure[] => {
      const sum = group.find((row) => row.keys[dimension] === total)
      if (!sum || hidden.has(sum) || sum.values[column] === undefined) return []
      const parts = group.filter((row) => row !== sum)
      const kept = parts.filter((row) => hidden.has(row))
      const [only] = kept
      if (kept.length !== 1 || !only) return []
      const partner = parts
        .filter((row) => !hidden.has(row) && row.values[column] !== undefined)
        .toSorted((a, b) => (a.values[column] ?? 0) - (b.values[column] ?? 0))[0]
      return [{ type: 'derivable', row: only, column, ...(partner ? { with: partner } : {}) }]
    })
  })
}
