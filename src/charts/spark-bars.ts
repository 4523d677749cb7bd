import { escapeXml, xy } from './markup.ts'

const width = 132
const height = 30
const gap = 1

/**
 * Counts side by side, small enough for a cell of a table: the tallest bar fills the height, a count of zero leaves a
 * gap on the base line. `label` is a whole sentence with the bounds and the largest count.
 */
export function sparkBars(counts: readonly number[], label: string): string {
  const most = Math.max(1, ...counts)
  const step = width / Math.max(1, counts.length)
  const bar = Math.max(1, Math.min(24, step - gap))
  const bars = counts.map((count, index) => {
    if (count === 0) return ''
    const tall = Math.max(2, (count / most) * (height - 1))
    return `M${xy(index * step)} ${height}v-${xy(tall)}h${xy(bar)}v${xy(tall)}z`
  })
  return (
    `<svg class="spark" viewBox="0 0 ${width} ${height + 1}" role="img" aria-label="${escapeXml(label)}">` +
    `<path class="spark__bars" d="${bars.join('')}"/><path class="spark__base" d="M0 ${height + 0.5}H${width}"/></svg>`
  )
}
