import { windowStatus } from '../../../model/benefit/calendar.ts'
import type { Measure, MeasureWindow } from '../../../model/benefit/measure.ts'
import { timeCondition } from '../../../model/benefit/measure-time.ts'
import { formatDate } from '../../../model/number/date.ts'
import { allClauses } from '../../../model/policy/policy.ts'
import { sourceName } from '../../../model/register/source.ts'
import type { Site } from '../../../model/site.ts'
import { urls } from '../../../publish/urls.ts'
import type { Fact } from '../shell/fact.ts'

const unwritten = '原文未写'

/** What a reader needs to claim a benefit, in the order of the questions; what the text leaves out says so. */
export function benefitFacts(measure: Measure, site: Site): Fact[] {
  return [deadline(measure, site), ...office(measure, site), papers(measure), ...claim(measure), basis(measure, site)]
}

/** The same for a list: what is left out stands together in one line. */
export function briefBenefitFacts(measure: Measure, site: Site): Fact[] {
  const facts = benefitFacts(measure, site)
  const missing = facts.filter((fact) => !fact.text && fact.gap === unwritten).map((fact) => fact.term)
  const rest = facts.filter((fact) => !missing.includes(fact.term))
  return missing.length === 0 ? rest : [...rest, { term: unwritten, gap: missing.join('、') }]
}

function deadline(measure: Measure, site: Site): Fact {
  const status = windowStatus(measure, site.asOf)
  const times = measure.windows.map(windowText).filter(Boolean).join('；')
  const said = status === '未知' ? '' : timeCondition(measure, site.asOf).note
  const words = [said, times].filter(Boolean).join('，')
  const notes = measure.ended ? [measure.ended.reason] : measure.windows.flatMap(({ dateNote }) => dateNote ?? [])
  return {
    term: '时间',
    text: words || undefined,
    note: notes.join('；') || undefined,
    gap: unwritten + expiry(measure, site),
  }
}

function windowText({ opens, closes, words, firstCome }: MeasureWindow): string {
  const from = opens && formatDate(opens, 'zh')
  const to = closes && formatDate(closes, 'zh')
  const span = from && to ? `${from}至${to}` : from ? `${from}起` : to ? `到${to}` : words
  return [span, firstCome && '先到先得'].filter(Boolean).join('，')
}

/** The plan a benefit rests on may be over; whether the benefit is, no text says. */
function expiry(measure: Measure, { policies, asOf }: Site): string {
  const end = measure.policy === undefined ? undefined : policies.get(measure.policy)?.planPeriod?.to
  return end && end < asOf ? `；规划期已于${formatDate(end, 'zh')}结束，以办理单位现行规定为准` : ''
}

function office(measure: Measure, site: Site): Fact[] {
  const { channel, provider } = measure
  const organization = provider === undefined ? undefined : site.organizations.get(provider)
  const facts: Fact[] = [
    {
      term: '找谁',
      text: organization?.name,
      path: organization && urls.organization(organization.id),
      note: organization?.phone,
      gap: unwritten,
    },
  ]
  const place = [channel?.address, channel?.phone, channel?.url === undefined ? undefined : channel.url]
    .filter(Boolean)
    .join('，')
  facts.push({
    term: '办理',
    text: place || channel?.note,
    href: channel?.url && !channel.address && !channel.phone ? channel.url : undefined,
    note: place ? channel?.note : undefined,
    gap: unwritten,
  })
  return facts
}

function papers({ materials }: Measure): Fact {
  return { term: '材料', text: materials.join('、') || undefined, gap: unwritten }
}

function claim({ claimMode, payoutWithin, stacking, steps }: Measure): Fact[] {
  return [
    { term: '步骤', text: steps.join(' → ') || undefined },
    { term: '兑现方式', text: claimMode },
    { term: '兑现时限', text: payoutWithin },
    { term: '能否叠加', text: stacking },
  ]
}

function basis(measure: Measure, site: Site): Fact {
  const policy = measure.policy === undefined ? undefined : site.policies.get(measure.policy)
  const source = site.sources.get(measure.source)
  if (!policy)
    return { term: '依据', text: source && sourceName(source), path: urls.source(measure.source), gap: unwritten }
  const clause = allClauses(policy).find(({ id }) => id === measure.clause)
  const name = policy.docNumber ?? policy.shortTitle ?? policy.title
  return {
    term: '依据',
    text: clause ? `${name} ${clause.label}` : name,
    path: urls.policy(policy.id, clause?.id),
    note: policy.docNumber ? undefined : policy.docNumberNote && `文号：${policy.docNumberNote}`,
  }
}
