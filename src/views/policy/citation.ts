import type { Policy } from '../../model/policy/policy.ts'
import type { Site } from '../../model/site.ts'

/**
 * A policy as a reference of GB/T 7714-2015: the document first, then where our record of it is. What is not
 * the official text says so.
 */
export function policyCitation(
  policy: Pick<Policy, 'title' | 'docNumber' | 'issuers' | 'adoptedOn' | 'text' | 'addedOn'>,
  site: Pick<Site, 'organizations' | 'config' | 'asOf'>,
  address: string,
): string {
  const issuers = policy.issuers.map((id) => site.organizations.get(id)?.name ?? id).join(', ')
  const number = policy.docNumber ? `: ${policy.docNumber}` : ''
  const seen = { full: '全文见', excerpt: '节录见', digest: '要点见', stub: '题录见' }[policy.text]
  const parts = [
    issuers,
    `${policy.title}${number}[Z]`,
    policy.adoptedOn,
    `${seen}: ${site.config.name}, ${site.asOf}`,
    address,
  ]
  return `${parts.filter(Boolean).join('. ')}.`
}
