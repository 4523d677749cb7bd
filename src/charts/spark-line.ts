import type { Observation } from '../model/register/observation.ts'
import { xy } from './markup.ts'
import { type Dot, dotsOf, runsOf } from './series-dots.ts'

const width = 120
const height = 24
const inset = 3

/**
 * A series in a cell, from zero up, its last point filled; lines join what `series-chart.ts` would join. Empty text for
 * fewer than two figures. The words beside it say the same, so it has no name of its own.
 */
export function sparkLine(observations: readonly Observation[], stock: boolean): string {
  const dots = dotsOf(observations, stock)
  const days = dots.map(({ x }) => Date.parse(x))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  if (dots.length < 2 || first === last) return ''
  const values = dots.map(({ value }) => value)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const at = (dot: Dot) => ({
    x: xy(inset + ((Date.parse(dot.x) - first) / (last - first)) * (width - 2 * inset)),
    y: xy(height - inset - ((dot.value - low) / (high - low || 1)) * (height - 2 * inset)),
  })
  const lines = runsOf(dots).map((run) => `M${run.map((dot) => `${at(dot).x} ${at(dot).y}`).join('L')}`)
  const points = dots.map((dot, index) => {
    const radius = index === dots.length - 1 ? 2.5 : 1.5
    return `<circle cx="${at(dot).x}" cy="${at(dot).y}" r="${radius}"/>`
  })
  return (
    `<svg class="spark-line" viewBox="0 0 ${width} ${height}" aria-hidden="true">` +
    `${lines.length > 0 ? `<path d="${lines.join('')}"/>` : ''}${points.join('')}</svg>`
  )
}
