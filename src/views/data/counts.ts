import { compareText } from '../../model/text-order.ts'

/** How often each value occurs, the most frequent first. */
export function countValues(values: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
}
