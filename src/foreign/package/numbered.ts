/** Names for the columns of a table that has none. */
export function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `field${index + 1}`)
}
