import type { Organization } from '../../model/register/organization.ts'
import type { Site } from '../../model/site.ts'
import { compareText } from '../../model/text-order.ts'
import { dutyIndex, ledTargets } from '../policy/duties.ts'

/** What a unit does in the documents, counted. */
interface OrganizationRow {
  readonly organization: Organization
  readonly leads: number
  readonly supports: number
  /** Promises it leads. */
  readonly targets: number
  readonly policies: number
  readonly measures: number
  readonly services: number
}

/** Units of one place: those with something to count, then those only mentioned. */
export interface OrganizationGroup {
  readonly region: string // code
  readonly name: string
  readonly rows: readonly OrganizationRow[]
  readonly mentioned: readonly Organization[]
}

/** Organisations by place: the site's own place first, then from the country down, then by code. */
export function organizationGroups(
  site: Pick<Site, 'organizations' | 'regions' | 'config' | 'policies' | 'measures' | 'services' | 'indicators'>,
): OrganizationGroup[] {
  const order = ['国', '省', '市', '县', '功能区']
  const rank = (code: string) =>
    code === site.config.region ? -1 : order.indexOf(site.regions.get(code)?.level ?? '功能区')
  const rows = Map.groupBy(organizationRows(site), (row) => row.organization.region)
  return [...rows]
    .map(([region, own]) => ({
      region,
      name: site.regions.get(region)?.name ?? region,
      rows: own.filter((row) => weight(row) > 0).sort((a, b) => b.leads - a.leads || weight(b) - weight(a)),
      mentioned: own.filter((row) => weight(row) === 0).map((row) => row.organization),
    }))
    .sort((a, b) => rank(a.region) - rank(b.region) || compareText(a.region, b.region))
}

function organizationRows(
  site: Pick<Site, 'organizations' | 'policies' | 'measures' | 'services' | 'indicators'>,
): OrganizationRow[] {
  const duties = dutyIndex(site)
  const policies = count([...site.policies.values()].flatMap((policy) => policy.issuers))
  const measures = count([...site.measures.values()].map((measure) => measure.provider))
  const services = count(site.services.map((service) => service.organization))
  return [...site.organizations.values()].map((organization) => {
    const { id } = organization
    const own = duties.get(id) ?? { tasks: [], byEditor: [] }
    const supports = own.tasks.filter((duty) => duty.role === '配合').length
    return {
      organization,
      leads: own.tasks.length - supports,
      supports,
      targets: ledTargets(own).length,
      policies: policies.get(id) ?? 0,
      measures: measures.get(id) ?? 0,
      services: services.get(id) ?? 0,
    }
  })
}

function count(ids: readonly (string | undefined)[]): Map<string | undefined, number> {
  return new Map([...Map.groupBy(ids, (id) => id)].map(([id, own]) => [id, own.length]))
}

function weight({ leads, supports, targets, policies, measures, services }: OrganizationRow): number {
  return leads + supports + targets + policies + measures + services
}
