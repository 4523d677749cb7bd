import type { Policy } from '../../model/policy/policy.ts'
import type { Validity } from '../../model/policy/validity.ts'
import type { Site } from '../../model/site.ts'

/** The force of a document in the words of schema.org/LegalForceStatus; none where it is not known. */
const force = {
  有效: 'InForce',
  // Nothing says whether a plan is still in force after its period.
  规划期满: undefined,
  已过实施期: 'NotInForce',
  已修改: 'InForce',
  部分失效: 'PartiallyInForce',
  尚未施行: 'NotInForce',
  失效: 'NotInForce',
  废止: 'NotInForce',
  未知: undefined,
} as const satisfies Record<Validity['is'], string | undefined>

/**
 * A policy as schema.org/Legislation (the mapping of ELI), for search engines. What is not the verbatim text is
 * published as a page about the document, so that a digest never passes for the law itself.
 */
export function policySchema(
  policy: Policy,
  site: Pick<Site, 'organizations' | 'regions' | 'config'>,
  validity: Validity,
  address: string,
): object {
  const legislation = {
    '@type': 'Legislation',
    name: policy.title,
    legislationIdentifier: policy.docNumber,
    legislationType: policy.kind,
    legislationDate: policy.adoptedOn,
    datePublished: policy.publishedOn,
    legislationDateOfApplicability: policy.effectiveFrom,
    legislationLegalForce: force[validity.is] && `https://schema.org/${force[validity.is]}`,
    legislationPassedBy: policy.issuers.map((id) => ({
      '@type': 'GovernmentOrganization',
      name: site.organizations.get(id)?.name ?? id,
    })),
    legislationJurisdiction: {
      '@type': 'AdministrativeArea',
      name: site.regions.get(policy.region)?.name ?? policy.region,
    },
    inLanguage: 'zh-CN',
  }
  const head = { '@context': 'https://schema.org', '@id': address, url: address }
  if (policy.text === 'full') return { ...head, ...legislation, description: policy.summary }
  return {
    ...head,
    '@type': 'WebPage',
    name: policy.title,
    description: policy.summary,
    inLanguage: 'zh-CN',
    publisher: { '@type': 'Organization', name: site.config.publisher },
    about: legislation,
  }
}
