import { compareText } from './issue.ts'
import type { Organization } from './organization.ts'
import type { Site } from './site.ts'

/** Organisations of one place. */
export interface OrganizationGroup {
  readonly region: string // code
  readonly name: string
  readonly organizations: readonly Organization[]
}

/** Organisations by place: the site's own place first, then from the country down, then by code. */
export function organizationGroups(site: Pick<Site, 'organizations' | 'regions' | 'config'>): OrganizationGroup[] {
  const order = ['国', '省', '市', '县', '功能区']
  const rank = (code: string) =>
    code === site.config.region ? -1 : order.indexOf(site.regions.get(code)?.level ?? '功能区')
  return [...Map.groupBy(site.organizations.values(), (one) => one.region)]
    .map(([region, organizations]) => ({ region, name: site.regions.get(region)?.name ?? region, organizations }))
    .sort((a, b) => rank(a.region) - rank(b.region) || compareText(a.region, b.region))
}
