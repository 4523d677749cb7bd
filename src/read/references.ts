import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { dangling, danglingTarget, deadInternalLink, noSuchClause, quoteNotFound } from '../model/issues/ref.ts'
import type { Measure } from '../model/measure.ts'
import type { Policy, PolicyFields } from '../model/policy.ts'
import { allClauses } from '../model/policy.ts'
import type { Site } from '../model/site.ts'
import type { SiteConfig } from '../model/site-config.ts'
import { nearest } from '../model/suggest.ts'
import type { Term } from '../model/term.ts'
import { dataRooms } from './data-rooms.ts'
import type { Placed } from './markdown.ts'
import type { PlacedLink } from './mdast.ts'
import type { Prose } from './prose.ts'
import type { Yaml } from './yaml.ts'

/** What there is to refer to. `broken`: files whose head has errors of its own, as `policies/<id>`; naming them is no further error.
 * `unread`: registers that could not be read at all. */
export type Known = Pick<
  Site,
  | 'regions'
  | 'organizations'
  | 'indicators'
  | 'sources'
  | 'policies'
  | 'measures'
  | 'interpretations'
  | 'pages'
  | 'terms'
  | 'datasets'
> & { readonly broken: ReadonlySet<string>; readonly unread: ReadonlySet<string> }

const kinds = {
  regions: { zh: '区划', en: 'region' },
  organizations: { zh: '机构', en: 'organisation' },
  indicators: { zh: '指标', en: 'indicator' },
  sources: { zh: '来源', en: 'source' },
  policies: { zh: '文件', en: 'policy' },
  measures: { zh: '事项', en: 'measure' },
  datasets: { zh: '数据集', en: 'dataset' },
  terms: { zh: '术语', en: 'term' },
} as const
type Kind = keyof typeof kinds

/** REF-001 for one reference; nothing when it is absent or found. */
export function checkReference(known: Known, kind: Kind, id: string | undefined, at: Place): Issue[] {
  if (id === undefined || known[kind].has(id) || known.broken.has(`${kind}/${id}`) || known.unread.has(kind)) return []
  const guess = nearest(id, [...known[kind].keys()])
  const entry = guess ? known[kind].get(guess) : undefined
  const name = entry && ('name' in entry ? entry.name : 'title' in entry ? entry.title : undefined)
  const near = guess ? { nearest: guess, ...(typeof name === 'string' ? { nearestName: name } : {}) } : {}
  return [issue(dangling, at, { kind: kinds[kind], found: id, ...near })]
}

/** References in the head of a policy. Organisations in 责任单位 are resolved while the body is read. */
export function checkPolicyReferences(entry: Prose<PolicyFields>, policy: Policy, known: Known): Issue[] {
  const at = (...path: (string | number)[]) => entry.yaml.at(path)
  return [
    ...policy.issuers.flatMap((id, index) => checkReference(known, 'organizations', id, at('issuers', index))),
    ...checkReference(known, 'organizations', policy.drafter, at('drafter')),
    ...checkReference(known, 'regions', policy.region, at('region')),
    ...checkReference(known, 'sources', policy.source, at('source')),
    ...policy.relations.flatMap((one, index) =>
      checkReference(known, 'policies', one.policy, at('relations', index, 'policy')),
    ),
    ...policy.targets.flatMap((target) => checkReference(known, 'regions', target.region, target.place)),
  ]
}

/** References in the head of a measure, its clause and the clauses of its conditions. */
export function checkMeasureReferences(yaml: Yaml, measure: Measure, known: Known): Issue[] {
  const policy = measure.policy ? known.policies.get(measure.policy) : undefined
  return [
    ...checkReference(known, 'policies', measure.policy, yaml.at(['policy'])),
    ...(policy ? checkClause(policy, measure.clause, yaml.at(['clause'])) : []),
    ...checkReference(known, 'organizations', measure.provider, yaml.at(['provider'])),
    ...checkReference(known, 'regions', measure.region, yaml.at(['region'])),
    ...checkReference(known, 'sources', measure.source, yaml.at(['source'])),
  ]
}

/** References of an interpretation or page: head, and the figures its components show. */
export function checkArticleReferences(
  yaml: Yaml,
  head: object & {
    readonly title: string
    readonly interprets?: readonly string[]
    readonly sources?: readonly string[]
  },
  placed: readonly Placed[],
  known: Known,
): Issue[] {
  return [
    ...(head.interprets ?? []).flatMap((id, index) =>
      checkReference(known, 'policies', id, yaml.at(['interprets', index])),
    ),
    ...(head.sources ?? []).flatMap((id, index) => checkReference(known, 'sources', id, yaml.at(['sources', index]))),
    ...placed.flatMap(({ block, at }) => (block.type === 'component' ? checkComponent(block.props, at, known) : [])),
  ]
}

function checkComponent(props: Readonly<Record<string, string>>, at: Place, known: Known): Issue[] {
  const { indicator, region, policy: id, target } = props
  const policy = id ? known.policies.get(id) : undefined
  return [
    ...checkReference(known, 'indicators', indicator, at),
    ...checkReference(known, 'regions', region, at),
    ...checkReference(known, 'policies', id, at),
    ...(policy && target && !policy.targets.some((one) => one.id === target)
      ? [issue(danglingTarget, at, { id: target, policy: policy.id })]
      : []),
  ]
}

export function checkClause(policy: Policy, clause: string | undefined, at: Place): Issue[] {
  if (clause === undefined) return []
  const clauses = allClauses(policy)
  if (clauses.some((one) => one.id === clause)) return []
  const shown = clauses.slice(0, 12).map((one) => `${one.id}（${one.label}）`)
  const label = labelOf(clause)
  const document = policy.docNumber ?? `《${policy.title}》`
  const list = clauses.length === 0 ? '没有分条' : `${shown.join('、')}${clauses.length > 12 ? ' ……' : ''}`
  return [issue(noSuchClause, at, { document, found: clause, known: list, ...(label ? { label } : {}) })]
}

/** `c2-4-1` → 第二部分（四）第1项 */
function labelOf(clause: string): string | undefined {
  const [, first, second, third] = /^c(\d+)(?:-(\d+))?(?:-(\d+))?$/.exec(clause) ?? []
  if (!first) return undefined
  const han = (digits: string) => '〇一二三四五六七八九十'[Number(digits)] ?? digits
  return `第${han(first)}部分${second ? `（${han(second)}）` : ''}${third ? `第${third}项` : ''}`
}

/** Links of a text that stay on the site: `/policies/x/#c1-1`, `#c1-1`. `self` is the policy they stand in. */
export function checkLinks(links: readonly PlacedLink[], self: Policy | undefined, known: Known): Issue[] {
  return links.flatMap(({ url, at }) => checkLink(url, at, self, known))
}

function checkLink(url: string, at: Place, self: Policy | undefined, known: Known): Issue[] {
  if (url.startsWith('#')) return self && !url.startsWith('#t') ? checkClause(self, url.slice(1), at) : []
  if (!url.startsWith('/') || url.startsWith('//')) return []
  const [path = '', hash] = url.split('#')
  const [, room = '', id = '', inner = ''] = path.split('/')
  const policy = room === 'policies' || room === 'progress' ? known.policies.get(id) : undefined
  if (room === 'policies' && policy && hash) return /^t\d/.test(hash) ? [] : checkClause(policy, hash, at)
  if (room === 'progress' && policy && inner && !policy.targets.some((one) => one.id === inner))
    return [issue(danglingTarget, at, { id: inner, policy: policy.id })]
  const rooms: Readonly<Record<string, ReadonlyMap<string, unknown>>> = {
    policies: known.policies,
    progress: known.policies,
    measures: known.measures,
    organizations: known.organizations,
    sources: known.sources,
    interpretations: known.interpretations,
  }
  const held = rooms[room]
  if (known.broken.has(`${room === 'progress' ? 'policies' : room}/${id}`) || known.unread.has(room as Kind)) return []
  if (held && id !== '' && !held.has(id)) return [issue(deadInternalLink, at, { url })]
  if (room === 'data' && id !== '' && !dataRooms.includes(id) && !known.datasets.has(id))
    return [issue(deadInternalLink, at, { url })]
  if (room === 'data' && id === 'indicators' && inner !== '' && !known.indicators.has(inner))
    return [issue(deadInternalLink, at, { url })]
  return []
}

/** References of site.yaml and the glossary. */
export function checkConfigReferences(
  yaml: Yaml,
  config: SiteConfig,
  terms: { readonly yaml?: Yaml; readonly value: ReadonlyMap<string, Term> },
  known: Known,
): Issue[] {
  const list = terms.yaml
  return [
    ...checkReference(known, 'regions', config.region, yaml.at(['region'])),
    ...checkReference(known, 'indicators', config.populationIndicator, yaml.at(['populationIndicator'])),
    ...config.featuredPlans.flatMap((id, index) =>
      checkReference(known, 'policies', id, yaml.at(['featuredPlans', index])),
    ),
    ...(list
      ? [...terms.value.values()].flatMap((term, index) => [
          ...checkReference(known, 'sources', term.source, list.at(['terms', index, 'source'])),
          ...checkReference(known, 'policies', term.policy, list.at(['terms', index, 'policy'])),
        ])
      : []),
  ]
}

/**
 * REF-003: where the verbatim text of a source is in the library, every figure said to be printed there must stand
 * in it. White space is ignored; a digest proves nothing and is not asked.
 */
export function checkQuotes(
  site: Pick<Site, 'policies' | 'observations'>,
  bodies: ReadonlyMap<string, string>,
): Issue[] {
  const texts = new Map(
    [...site.policies.values()]
      .filter((policy) => policy.text === 'full')
      .map((policy) => [policy.source, squeeze(bodies.get(policy.id) ?? '')]),
  )
  return site.observations.flatMap((one) => {
    const text = texts.get(one.source)
    if (text === undefined || text.includes(squeeze(one.printed))) return []
    const digits = /[\d.]+/.exec(one.printed)?.[0] ?? one.printed
    const near = text.indexOf(digits)
    const nearby = near === -1 ? {} : { nearest: text.slice(Math.max(0, near - 12), near + digits.length + 12) }
    return [issue(quoteNotFound, one.place, { quote: one.printed, ...nearby })]
  })
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}
