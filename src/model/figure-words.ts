import { formatValue } from './format.ts'
import type { Observation } from './observation.ts'

/**
 * A figure inside a Chinese sentence: as its source prints it where the print is Chinese, else the value with its
 * hedging word, `约 500,000 家` for “half a million”. The print itself stands in the table beside it.
 */
export function figureWords({ printed, value, unit, approx }: Observation): string {
  if (/[\u3400-\u9fff]/.test(printed)) return printed
  const text = formatValue(value, unit)
  if (approx === undefined) return text
  return approx === '以上' || approx === '余' ? `${text}${approx}` : `${approx} ${text}`
}
