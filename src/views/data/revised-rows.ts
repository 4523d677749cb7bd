import type { FigureState, RevisedFigure } from './revised-figures.ts'

/** The figures of one row that were revised together, e.g. a value and the form it is printed in: one entry for people. */
export interface RevisedRow {
  readonly table: string
  readonly key: Readonly<Record<string, string>>
  readonly columns: readonly string[]
  /** `values` in the order of the columns; absent where the row was taken away. */
  readonly states: readonly (Omit<FigureState, 'value'> & { readonly values?: readonly string[] | undefined })[]
}

/** Puts figures of one row together whose values stood between the same releases. */
export function revisedRows(figures: readonly RevisedFigure[]): RevisedRow[] {
  const together = Map.groupBy(figures, ({ table, key, states }) =>
    JSON.stringify([table, key, states.map(({ version, reason }) => [version, reason])]),
  )
  return [...together.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const states = first.states.map(({ value, ...state }, index) => ({
      ...state,
      ...(value !== undefined && { values: own.map((one) => one.states[index]?.value ?? '') }),
    }))
    return [{ table: first.table, key: first.key, columns: own.map(({ column }) => column), states }]
  })
}
