/** Numbers beyond this are not shares or growth of anything, and could not be shown to the last digit. */
export const limit = 1e15

/** a / b where that is a number of sensible size; undefined for a division by zero or by next to nothing. */
export function quotient(a: number, b: number): number | undefined {
  const value = a / b
  if (!(Math.abs(value) <= limit)) return undefined
  return value === 0 ? 0 : value // never −0
}
