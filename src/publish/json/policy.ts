import { blockText } from '../../model/policy/markdown.ts'
import { allClauses, type Clause, type Policy } from '../../model/policy/policy.ts'
import type { Task } from '../../model/policy/task.ts'
import { validityOf } from '../../model/policy/validity.ts'
import { targetKey } from '../../model/target/target.ts'
import type { Board } from '../../progress/board.ts'
import { addressOf } from '../options.ts'
import { urls } from '../urls.ts'
import {
  organizationReference,
  policyReference,
  regionReference,
  sourceReference,
  type TwinContext,
  twinHead,
} from './twin.ts'

/** A policy with its clauses, promises and duties. */
export function policyJson(context: TwinContext, board: Board, policy: Policy) {
  const { options } = context
  return {
    ...twinHead(context, urls.policy(policy.id)),
    ...policySummary(context, policy),
    indexNumber: policy.indexNumber,
    registerNumber: policy.registerNumber,
    docNumberNote: policy.docNumberNote,
    isNormative: policy.isNormative,
    drafter: policy.drafter && organizationReference(context, policy.drafter),
    addressees: policy.addressees,
    topics: policy.topics,
    audiences: policy.audiences,
    dateNote: policy.dateNote,
    effectiveFrom: policy.effectiveFrom,
    effectiveTo: policy.effectiveTo,
    disclosure: policy.disclosure,
    relations: policy.relations.map(({ type, policy: other, on, note }) => ({
      type,
      policy: policyReference(context, other),
      on,
      note,
    })),
    changeNotes: policy.changeNotes,
    source: sourceReference(context, policy.source),
    preamble: blockText(policy.preamble),
    clauses: allClauses(policy).map((clause) => clauseJson(context, policy, clause)),
    targets: policy.targets.map((target) => ({
      id: target.id,
      words: target.words,
      clause: target.clause,
      indicator: target.indicator,
      status: board.assessments.get(targetKey(target))?.status,
      page: addressOf(urls.target(policy.id, target.id), options),
    })),
    tasks: policy.tasks.map((task) => taskJson(context, task)),
  }
}

/** The part that lists and other twins show too. */
export function policySummary(context: TwinContext, policy: Policy) {
  const { site } = context
  const validity = validityOf(policy, site.policies, site.asOf)
  return {
    id: policy.id,
    title: policy.title,
    shortTitle: policy.shortTitle,
    docNumber: policy.docNumber,
    kind: policy.kind,
    issuers: policy.issuers.map((id) => organizationReference(context, id)),
    region: regionReference(context, policy.region),
    adoptedOn: policy.adoptedOn,
    publishedOn: policy.publishedOn,
    planPeriod: policy.planPeriod,
    activePeriod: policy.activePeriod,
    validity: { is: validity.is, since: validity.since, because: validity.because?.text.zh },
    text: policy.text,
    summary: policy.summary,
  }
}

function clauseJson({ options }: TwinContext, policy: Policy, clause: Clause) {
  return {
    id: clause.id,
    label: clause.label,
    number: clause.number,
    level: clause.level,
    heading: clause.heading,
    text: blockText(clause.blocks),
    page: addressOf(urls.policy(policy.id, clause.id), options),
  }
}

function taskJson(context: TwinContext, task: Task) {
  return {
    id: task.id,
    number: task.number,
    title: task.title,
    responsibilities: task.responsibilities.map(({ organization, nameAsWritten, role }) => ({
      organization: organizationReference(context, organization),
      nameAsWritten,
      role,
    })),
    targets: task.targets,
  }
}
