/**
 * A decimal number times a power of ten, without the noise of floating point: the point is moved in the
 * digits, and they become a number once. `shiftDecimal('5.2', 4)` is 52000, `shiftDecimal('2.5', -2)` is 0.025.
 */
export function shiftDecimal(digits: string, power: number): number {
  return Number(`${digits}e${power}`)
}
