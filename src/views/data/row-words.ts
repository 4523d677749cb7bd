import { parsePeriod, periodLabel } from '../../model/number/period.ts'
import type { Site } from '../../model/site.ts'

type Names = Pick<Site, 'indicators' | 'regions' | 'sources' | 'organizations'>

/** A row in words, by the values of its key: “年度新设小店 · 例城市 · 2025年 · 例城市统计局”. Blanks are left out. */
export function rowWords(site: Names, key: Readonly<Record<string, string>>): string {
  return Object.entries(key)
    .filter(([, value]) => value !== '')
    .map(([column, value]) => cellWords(site, column, value))
    .join(' · ')
}

/** An identifier by its name, a period as people write it; anything else as it stands. */
export function cellWords(site: Names, column: string, value: string): string {
  switch (column) {
    case 'indicator':
      return site.indicators.get(value)?.name ?? value
    case 'region':
      return site.regions.get(value)?.name ?? value
    case 'organization':
      return site.organizations.get(value)?.name ?? value
    case 'source':
      return site.sources.get(value)?.publisher ?? value
    case 'period': {
      const period = parsePeriod(value)
      return period ? periodLabel(period, 'zh') : value
    }
    default:
      return value
  }
}
