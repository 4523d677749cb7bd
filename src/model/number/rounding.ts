/** Half a unit of the last digit written: `184.6` may be off by 0.05. `exact`: whole numbers that count things are not rounded. */
export function halfDigitOf(text: string, exact = false): number {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  return exact && decimals === 0 ? 0 : 10 ** -decimals / 2
}

/** Equal within a slack and the noise of binary fractions. */
export function agrees(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= slack + 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}
