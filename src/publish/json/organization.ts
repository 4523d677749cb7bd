import type { Organization } from '../../model/register/organization.ts'
import { targetKey } from '../../model/target/target.ts'
import type { Board } from '../../progress/board.ts'
import type { Duties } from '../../views/policy/duties.ts'
import { organizationStanding } from '../../views/progress/organization-standing.ts'
import { addressOf } from '../options.ts'
import { urls } from '../urls.ts'
import { observationJson } from './observation.ts'
import { organizationReference, policyReference, regionReference, type TwinContext, twinHead } from './twin.ts'

/** What a unit leads and supports, and how the promises it leads stand. */
export function organizationJson(
  context: TwinContext,
  board: Board,
  organization: Organization,
  duties: Duties | undefined,
) {
  const standing = duties && organizationStanding(context.site, board, duties)
  return {
    ...twinHead(context, urls.organization(organization.id)),
    ...organizationSummary(context, organization),
    parent: organization.parent && organizationReference(context, organization.parent),
    members: organization.members.map((id) => organizationReference(context, id)),
    membersUnknown: organization.membersUnknown,
    documentCodes: organization.documentCodes,
    validFrom: organization.validFrom,
    validTo: organization.validTo,
    note: organization.note,
    tasks: (duties?.tasks ?? []).map(({ policy, task, role, nameAsWritten, targets }) => ({
      policy: policyReference(context, policy.id),
      clause: task.id,
      number: task.number,
      title: task.title,
      role,
      nameAsWritten,
      targets: targets.map(({ id }) => id),
    })),
    tally: standing?.tally,
    due: standing?.due.map(({ day, targets }) => ({ date: day, targets: targets.map(targetKey) })),
    lastReported: standing?.reports.map(({ target, figure, on }) => ({
      key: targetKey(target),
      publishedOn: on,
      figure: observationJson(context, figure),
    })),
    leads: (standing?.targets ?? []).map((target) => ({
      key: targetKey(target),
      title: target.title,
      basis: duties?.byEditor.includes(target) ? '编者补充' : '原文',
      status: board.assessments.get(targetKey(target))?.status,
      page: addressOf(urls.target(target.policy, target.id), context.options),
    })),
  }
}

export function organizationSummary(context: TwinContext, organization: Organization) {
  return {
    id: organization.id,
    name: organization.name,
    shortNames: organization.shortNames,
    kind: organization.kind,
    region: regionReference(context, organization.region),
    phone: organization.phone,
    url: organization.url,
  }
}
