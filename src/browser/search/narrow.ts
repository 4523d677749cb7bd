/** The values a row of a list has, by facet: its `data-` attributes, several in one parted by spaces. */
export type RowValues = Readonly<Record<string, string | undefined>>

/** What is chosen, by facet; values of one facet are alternatives, facets must all fit. */
export type Chosen = ReadonlyMap<string, ReadonlySet<string>>

/** A facet without anything chosen lets every row through. */
export function fits(row: RowValues, chosen: Chosen, except?: string): boolean {
  return [...chosen].every(([facet, values]) => facet === except || values.size === 0 || has(row, facet, values))
}

/** How many rows a value would give, as if nothing were chosen in its own facet. */
export function countOf(rows: readonly RowValues[], chosen: Chosen, facet: string, value: string): number {
  return rows.filter((row) => has(row, facet, new Set([value])) && fits(row, chosen, facet)).length
}

/** How many of some rows can be assessed; undefined for a list that knows no such thing. */
export function assessableOf(rows: readonly RowValues[], shown: readonly RowValues[]): number | undefined {
  const can = (row: RowValues) => row['assessable'] !== undefined
  return rows.some(can) ? shown.filter(can).length : undefined
}

/** Does a text hold every word of what is looked for? Width and case of letters do not count; nothing asked fits all. */
export function saysAll(text: string, query: string): boolean {
  const folded = fold(text)
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

function has(row: RowValues, facet: string, values: ReadonlySet<string>): boolean {
  return (row[facet] ?? '').split(' ').some((value) => values.has(value))
}
