import { formatDate } from '../../model/number/date.ts'
import type { Organization } from '../../model/register/organization.ts'
import type { Site } from '../../model/site.ts'

interface OrganizationFact {
  readonly term: string
  readonly text?: string | undefined
  readonly href?: string | undefined
  readonly note?: string | undefined
  readonly gap?: string | undefined
}

/** What the register knows about a unit. A group whose members no source lists says so. */
export function organizationFacts(
  one: Organization,
  site: Pick<Site, 'organizations' | 'regions'>,
): OrganizationFact[] {
  const name = (id: string) => site.organizations.get(id)?.name ?? id
  return [
    { term: '简称', text: one.shortNames.join('、') },
    { term: '类别', text: one.kind },
    { term: '地方', text: site.regions.get(one.region)?.name ?? one.region },
    { term: '上级', text: one.parent ? name(one.parent) : undefined },
    { term: '发文代字', text: one.documentCodes.join('、') },
    {
      term: '成员',
      text: one.members.map(name).join('、'),
      gap: one.membersUnknown ? '文件没有列出成员' : undefined,
    },
    { term: '成立', text: one.validFrom ? formatDate(one.validFrom, 'zh') : undefined },
    { term: '撤销', text: one.validTo ? formatDate(one.validTo, 'zh') : undefined },
    { term: '公开电话', text: one.phone },
    { term: '网址', text: one.url, href: one.url },
    { term: '说明', text: one.note },
  ]
}
