import { formatValue } from '../../model/number/format.ts'
import { hedgeIn } from '../../model/number/hedge.ts'
import type { Approximation, Observation } from '../../model/register/observation.ts'

type Figure = Pick<Observation, 'printed' | 'value' | 'unit' | 'approx' | 'doubt'>

/** What is said of a figure that the editors doubt, wherever it is shown. */
export const doubtful = '（存疑）'

/**
 * A figure inside a Chinese sentence: as its source prints it where the print is Chinese, else the value with its
 * hedging word, `约 500,000 家` for “half a million”; and whether it is doubtful. The print itself stands in the table
 * beside it.
 */
export function figureWords(one: Figure): string {
  const { printed, approx, doubt } = one
  if (!/[\u3400-\u9fff]/.test(printed)) return valueWords(one)
  const text = hedgeIn(printed) ? printed : hedged(printed, approx)
  return doubt === undefined ? text : `${text}${doubtful}`
}

/** The value that is counted with, for a column of values: with its hedging word, and whether it is doubtful. */
export function valueWords({ value, unit, approx, doubt }: Omit<Figure, 'printed'>): string {
  const text = hedged(formatValue(value, unit), approx)
  return doubt === undefined ? text : `${text}${doubtful}`
}

/** A text of a figure with its hedging word: `约 12`, `12以上`. */
export function hedged(text: string, approx: Approximation | undefined): string {
  if (approx === undefined) return text
  return approx === '以上' || approx === '余' ? `${text}${approx}` : `${approx} ${text}`
}
