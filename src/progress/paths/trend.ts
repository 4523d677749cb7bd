/** A straight line through points, by the median of the slopes of all pairs (Theil–Sen): no one point can bend it. */
export interface Trend {
  readonly slope: number
  /** Value at x = 0. */
  readonly start: number
}

export interface TrendPoint {
  readonly x: number
  readonly y: number
}

/** Undefined with fewer than two different x. */
export function theilSen(points: readonly TrendPoint[]): Trend | undefined {
  const slopes = points.flatMap((a, index) =>
    points.slice(index + 1).flatMap((b) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)])),
  )
  const slope = median(slopes)
  const start = slope === undefined ? undefined : median(points.map(({ x, y }) => y - slope * x))
  return slope === undefined || start === undefined ? undefined : { slope, start }
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? undefined : low + (high - low) / 2
}
