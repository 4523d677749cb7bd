/** Half a unit of the last digit written: `184.6` may be off by 0.05. `exact`: whole numbers that count things are not rounded. */
export function halfDigitOf(text: string, exact = false): number {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  return exact && decimals === 0 ? 0 : 10 ** -decimals / 2
}

/** Equal within a slack and the noise of binary fractions. */
export function agrees(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= slack + 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}

/** Significant digits of what is worked out: beyond them programs and their mathematics differ. */
const workedOutDigits = 12

/** Numbers that were worked out, at any depth, as they are written into files; whole numbers stay. */
export function workedOut<T>(value: T): T {
  if (typeof value === 'number')
    return (Number.isInteger(value) ? value : Number(value.toPrecision(workedOutDigits))) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(workedOut) as T
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, workedOut(one)])) as T
}
