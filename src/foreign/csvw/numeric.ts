import { withoutEnd } from '../../model/without-end.ts'

/** A number without rounding: `coefficient` divided by ten to the power `scale`, or one of the special values. */
export type Numeric = { readonly coefficient: bigint; readonly scale: number } | 'NaN' | 'INF' | '-INF'

/** Beyond this power of ten a number is as good as zero, or none that a datatype holds; doubles end before it. */
const maxExponent = 1000

/** Reads `[+-]digits[.digits][E…]` with an optional `%` or `‰`, or a special value; nothing when it is neither. */
export function parseNumeric(text: string): Numeric | undefined {
  if (text === 'NaN' || text === 'INF' || text === '-INF') return text
  const [, sign, whole = '', fraction = '', exponent = '0', share] =
    /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?([%‰]?)$/.exec(text) ?? []
  if (sign === undefined) return undefined
  const power = Number(exponent)
  const digits = BigInt(`${whole}${fraction}`)
  if (power > maxExponent && digits !== 0n) return undefined
  if (power < -maxExponent) return { coefficient: 0n, scale: 0 }
  const scale = fraction.length - power + (share === '%' ? 2 : share === '‰' ? 3 : 0)
  return { coefficient: sign === '-' ? -digits : digits, scale }
}

/** Below zero, zero or above as `a` is less, equal or more than `b`; nothing with a NaN. */
export function compareNumeric(a: Numeric, b: Numeric): number | undefined {
  if (a === 'NaN' || b === 'NaN') return undefined
  if (typeof a === 'string' || typeof b === 'string') return rank(a) - rank(b)
  const scale = Math.max(a.scale, b.scale)
  const difference = a.coefficient * 10n ** BigInt(scale - a.scale) - b.coefficient * 10n ** BigInt(scale - b.scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The same text for equal numbers: `1.50` and `1.5` give `15e-1`. */
export function numericKey(value: Numeric): string {
  if (typeof value === 'string') return value
  const all = String(value.coefficient)
  const digits = withoutEnd(all, '0')
  return value.coefficient === 0n ? '0' : `${digits}e${all.length - digits.length - value.scale}`
}

/** Whether the number is whole. */
export function isWhole(value: Numeric): boolean {
  if (typeof value === 'string') return false
  return value.scale <= 0 || value.coefficient % 10n ** BigInt(value.scale) === 0n
}

function rank(value: Numeric): number {
  return value === 'INF' ? 1 : value === '-INF' ? -1 : 0
}

const power = (exponent: bigint) => 2n ** exponent

const ranges: Readonly<Record<string, readonly [least: bigint | undefined, most: bigint | undefined]>> = {
  long: [-power(63n), power(63n) - 1n],
  int: [-power(31n), power(31n) - 1n],
  short: [-power(15n), power(15n) - 1n],
  byte: [-power(7n), power(7n) - 1n],
  nonNegativeInteger: [0n, undefined],
  positiveInteger: [1n, undefined],
  unsignedLong: [0n, power(64n) - 1n],
  unsignedInt: [0n, power(32n) - 1n],
  unsignedShort: [0n, power(16n) - 1n],
  unsignedByte: [0n, power(8n) - 1n],
  nonPositiveInteger: [undefined, 0n],
  negativeInteger: [undefined, -1n],
}

/** Whether a whole number is within the range of its datatype, e.g. -128 to 127 for `byte`. */
export function isInRange(value: Numeric, datatype: string): boolean {
  const [least, most] = ranges[datatype] ?? []
  const above = (limit: bigint) => (compareNumeric(value, { coefficient: limit, scale: 0 }) ?? -1) >= 0
  const below = (limit: bigint) => (compareNumeric(value, { coefficient: limit, scale: 0 }) ?? 1) <= 0
  return (least === undefined || above(least)) && (most === undefined || below(most))
}
