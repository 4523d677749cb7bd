/** Values of facets as numbers, in the order in which they are met. */
export function facetTable() {
  const facets = new Map<string, Map<string, number>>()
  const rows: Readonly<Record<string, readonly string[]>>[] = []
  const numberOf = (facet: string, value: string): number => {
    const values = facets.get(facet) ?? new Map<string, number>()
    facets.set(facet, values)
    const known = values.get(value)
    if (known !== undefined) return known
    values.set(value, values.size)
    return values.size - 1
  }
  return {
    add(row: Readonly<Record<string, readonly string[]>>): void {
      rows.push(row)
      for (const [facet, values] of Object.entries(row)) for (const value of values) numberOf(facet, value)
    },
    names: () => [...facets].map(([name, values]) => ({ name, values: [...values.keys()] })),
    of: (index: number) =>
      [...facets.keys()].map((facet) => (rows[index]?.[facet] ?? []).map((value) => numberOf(facet, value))),
  }
}
