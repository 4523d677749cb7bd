import type { Indicator } from '../../model/register/indicator.ts'
import type { Site } from '../../model/site.ts'

/** The indicators of one topic, in the order of the register. */
export interface Topic {
  readonly id: string // e.g. "topic-1": an anchor on the page of indicators
  readonly topic: string
  readonly indicators: readonly Indicator[]
  /** How many figures they have together. */
  readonly figures: number
}

/** Topics in the order in which the register first names them. */
export function byTopic(site: Pick<Site, 'indicators' | 'observations'>): Topic[] {
  const counts = figureCounts(site)
  const topics = Map.groupBy(site.indicators.values(), (one) => one.topic)
  return [...topics].map(([topic, indicators], index) => ({
    id: `topic-${index + 1}`,
    topic,
    indicators,
    figures: indicators.reduce((sum, one) => sum + (counts.get(one.id) ?? 0), 0),
  }))
}

/** How many figures each indicator has. */
function figureCounts(site: Pick<Site, 'observations'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const one of site.observations) counts.set(one.indicator, (counts.get(one.indicator) ?? 0) + 1)
  return counts
}
