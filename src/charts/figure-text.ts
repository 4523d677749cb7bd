import { formatValue } from '../model/format.ts'
import type { Observation } from '../model/observation.ts'

/** A figure for a label, with its hedging word where Chinese puts it: `约 50 万家`, `1,000 家以上`. */
export function figureText({ value, unit, approx }: Pick<Observation, 'value' | 'unit' | 'approx'>): string {
  const text = formatValue(value, unit)
  if (approx === undefined) return text
  if (approx === '以上') return `${text}以上`
  return approx === '余' ? `${text}余` : `${approx} ${text}`
}
