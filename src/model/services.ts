import type { ServiceItem } from './data/service-item.ts'
import type { Site } from './site.ts'

/** Service items of one category, those of one office together. */
export interface ServiceGroup {
  readonly category: string
  readonly items: readonly ServiceItem[]
}

/** Categories and offices in the order in which the tables first name them. */
export function serviceGroups(site: Pick<Site, 'services'>): ServiceGroup[] {
  return [...Map.groupBy(site.services, (item) => item.category)].map(([category, items]) => ({
    category,
    items: [...Map.groupBy(items, (item) => item.organization).values()].flat(),
  }))
}
