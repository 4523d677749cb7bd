import type { Bilingual } from '../lang.ts'
import { addDays } from '../number/date.ts'
import type { PolicyFields } from './policy.ts'

/** 有效性, computed for a day. */
export interface Validity {
  readonly is: '尚未施行' | '有效' | '规划期满' | '已过实施期' | '已修改' | '部分失效' | '失效' | '废止' | '未知'
  readonly since?: string // ISO day
  readonly because?: {
    readonly type: 'date' | 'relation' | 'override'
    readonly policy?: string // the document that did it
    readonly text: Bilingual
  }
}

export type Dated = Pick<
  PolicyFields,
  | 'title'
  | 'adoptedOn'
  | 'publishedOn'
  | 'effectiveFrom'
  | 'effectiveTo'
  | 'planPeriod'
  | 'activePeriod'
  | 'relations'
  | 'validity'
> & {
  readonly id: string
}

/**
 * Whether a document is in force on `asOf`: an editor's override with its reason, then the documents that repeal,
 * replace or amend it (a relation may stand in either document), then its own dates. A plan whose period is over, or a
 * notice whose days of action are, has done its work: it is called neither in force nor repealed.
 */
export function validityOf(policy: Dated, policies: ReadonlyMap<string, Dated>, asOf: string): Validity {
  if (policy.validity) {
    const { is, reason } = policy.validity
    return { is, because: { type: 'override', text: { zh: reason, en: `Set by the editors: ${reason}` } } }
  }
  const effects = effectsOn(policy, policies).filter((one) => one.on === undefined || one.on <= asOf)
  return (
    ended(effects, '废止') ??
    ended(effects, '替代') ??
    expired(policy, asOf) ??
    notYet(policy, asOf) ??
    over(policy, asOf) ??
    ended(effects, '修改') ??
    standing(policy)
  )
}

interface Effect {
  readonly type: '废止' | '替代' | '修改'
  readonly by: string
  readonly title: string
  readonly on?: string
}

const passive = { 被废止: '废止', 被替代: '替代', 被修改: '修改' } as const
const active = { 废止: '废止', 替代: '替代', 修改: '修改' } as const

/** What other documents do to this one, from both sides of the relation, in order of their dates. */
function effectsOn(policy: Dated, policies: ReadonlyMap<string, Dated>): Effect[] {
  const all: Effect[] = []
  for (const relation of policy.relations) {
    const type = passive[relation.type as keyof typeof passive]
    const other = policies.get(relation.policy)
    if (type)
      all.push({ type, by: relation.policy, title: other?.title ?? relation.policy, on: relation.on ?? startOf(other) })
  }
  for (const { type, other, on } of actorsOn(policies).get(policy.id) ?? []) {
    if (other.id !== policy.id) all.push({ type, by: other.id, title: other.title, on: on ?? startOf(other) })
  }
  return all.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0))
}

interface Act {
  readonly type: Effect['type']
  readonly other: Dated
  readonly on: string | undefined
}

/** Asked once a document of a library, so who acts on whom is worked out once a library. */
const actors = new WeakMap<ReadonlyMap<string, Dated>, ReadonlyMap<string, readonly Act[]>>()

function actorsOn(policies: ReadonlyMap<string, Dated>): ReadonlyMap<string, readonly Act[]> {
  const known = actors.get(policies)
  if (known) return known
  const index = new Map<string, Act[]>()
  for (const other of policies.values()) {
    for (const relation of other.relations) {
      const type = active[relation.type as keyof typeof active]
      if (!type) continue
      index.set(relation.policy, [...(index.get(relation.policy) ?? []), { type, other, on: relation.on }])
    }
  }
  actors.set(policies, index)
  return index
}

function startOf(policy: Dated | undefined): string | undefined {
  return policy?.effectiveFrom ?? policy?.publishedOn ?? policy?.adoptedOn
}

const results = {
  废止: { is: '废止', zh: '废止', en: 'Repealed' },
  替代: { is: '失效', zh: '替代', en: 'Replaced' },
  修改: { is: '已修改', zh: '修改', en: 'Amended' },
} as const

/** The first repeal or replacement counts, of amendments the last. */
function ended(effects: readonly Effect[], type: Effect['type']): Validity | undefined {
  const these = effects.filter((one) => one.type === type)
  const effect = type === '修改' ? these.at(-1) : these[0]
  if (!effect) return undefined
  const { is, zh, en } = results[type]
  const text = { zh: `被《${bare(effect.title)}》${zh}`, en: `${en} by 《${bare(effect.title)}》` }
  return { is, since: effect.on, because: { type: 'relation', policy: effect.by, text } }
}

function expired(policy: Dated, asOf: string): Validity | undefined {
  const last = policy.effectiveTo
  if (last === undefined || last >= asOf) return undefined
  const text = { zh: `有效期至${last}，已经到期`, en: `In force until ${last}; expired` }
  return { is: '失效', since: addDays(last, 1), because: { type: 'date', text } }
}

function notYet(policy: Dated, asOf: string): Validity | undefined {
  const from = policy.effectiveFrom ?? policy.adoptedOn
  if (from === undefined || from <= asOf) return undefined
  return {
    is: '尚未施行',
    since: from,
    because: { type: 'date', text: { zh: `自${from}起施行`, en: `Takes effect on ${from}` } },
  }
}

function over({ planPeriod, activePeriod }: Dated, asOf: string): Validity | undefined {
  const one = (is: '规划期满' | '已过实施期', last: string, zh: string, en: string): Validity => ({
    is,
    since: addDays(last, 1),
    because: { type: 'date', text: { zh: `${zh}到${last}为止，已经结束`, en: `${en} ended on ${last}` } },
  })
  if (activePeriod && activePeriod.to < asOf) return one('已过实施期', activePeriod.to, '实施期', 'The days of action')
  if (planPeriod && planPeriod.to < asOf) return one('规划期满', planPeriod.to, '规划期', 'The period of the plan')
  return undefined
}

function standing(policy: Dated): Validity {
  const since = policy.effectiveFrom ?? policy.adoptedOn
  if (since === undefined) {
    const text = { zh: '成文日期和施行日期均未知', en: 'Neither its date nor its start is known' }
    return { is: '未知', because: { type: 'date', text } }
  }
  const text = policy.effectiveTo
    ? { zh: `有效期至${policy.effectiveTo}`, en: `In force until ${policy.effectiveTo}` }
    : { zh: '未登记失效、废止或替代', en: 'No expiry, repeal or replacement is registered' }
  return { is: '有效', since, because: { type: 'date', text } }
}

/** A title inside 《》 loses its own outer marks. */
function bare(title: string): string {
  return /^《[^《》]*》$/.test(title) ? title.slice(1, -1) : title
}
