import { clauseWithoutPolicy } from '../../issues/mea.ts'
import { dangling, danglingTarget, noSuchClause, quoteNotFound } from '../../issues/ref.ts'
import { unknownComponent } from '../../issues/txt.ts'
import type { Measure } from '../../model/benefit/measure.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { ComponentName } from '../../model/policy/markdown.ts'
import type { Policy, PolicyFields } from '../../model/policy/policy.ts'
import { allClauses } from '../../model/policy/policy.ts'
import { nearest } from '../../model/policy/suggest.ts'
import type { Term } from '../../model/policy/term.ts'
import type { Site } from '../../model/site.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import type { Placed } from './markdown.ts'
import type { Prose } from './prose.ts'
import type { Yaml } from './yaml.ts'

/** What there is to refer to. `broken`: files whose head has errors of its own, as `policies/<id>`; naming them is no further error.
 * `unread`: registers that could not be read at all. `unsettled`: policies whose clauses or targets are not sure, for their body has
 * faults that are said there. `assets`: files of `public/`, as `/name`. `isCounted`, `hasTerms`: all data, and the glossary, could be read. */
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
  | 'observations'
  | 'config'
> & {
  readonly broken: ReadonlySet<string>
  readonly unread: ReadonlySet<string>
  readonly unsettled: ReadonlySet<string>
  readonly assets: ReadonlySet<string>
  readonly isCounted: boolean
  readonly hasTerms: boolean
}

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
    ...policy.targets.flatMap((target) =>
      target.region === policy.region ? [] : checkReference(known, 'regions', target.region, target.place),
    ),
  ]
}

/** References in the head of a measure, its clause and the clauses of its conditions. */
export function checkMeasureReferences(yaml: Yaml, measure: Measure, known: Known): Issue[] {
  const policy = measure.policy ? known.policies.get(measure.policy) : undefined
  return [
    ...checkReference(known, 'policies', measure.policy, yaml.at(['policy'])),
    ...(policy ? checkClause(policy, measure.clause, yaml.at(['clause']), known) : []),
    ...(measure.clause && !measure.policy
      ? [issue(clauseWithoutPolicy, yaml.at(['clause']), { clause: measure.clause })]
      : []),
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
    ...placed.flatMap(({ block, at }) =>
      block.type === 'component' ? checkComponent(block.name, block.props, at, known) : [],
    ),
  ]
}

function checkComponent(
  name: ComponentName,
  props: Readonly<Record<string, string>>,
  at: Place,
  known: Known,
): Issue[] {
  const { indicator, region, policy: id, target, period } = props
  const faults = attributeFaults(name, props, at)
  if (faults.length > 0) return faults
  const policy = id ? known.policies.get(id) : undefined
  return [
    ...checkReference(known, 'indicators', indicator, at),
    ...checkReference(known, 'regions', region, at),
    ...checkReference(known, 'policies', id, at),
    ...(policy && target && !known.unsettled.has(policy.id) && !policy.targets.some((one) => one.id === target)
      ? [issue(danglingTarget, at, { id: target, policy: policy.id })]
      : []),
    ...noFigure(name, { indicator, region: region ?? known.config.region, period }, at, known),
  ]
}

/** What each component takes; those it cannot do without come first. */
const componentAttributes: Readonly<
  Record<ComponentName, { needs: readonly string[]; may: readonly string[]; form: string }>
> = {
  Chart: { needs: ['indicator'], may: ['region'], form: '<Chart indicator="指标标识" region="330782" />' },
  Figure: { needs: ['indicator', 'period'], may: ['region'], form: '<Figure indicator="指标标识" period="2023" />' },
  Progress: { needs: ['policy'], may: ['target'], form: '<Progress policy="政策标识" target="t01" />' },
  Notice: { needs: ['text'], may: ['title'], form: '<Notice text="提示的话。" />' },
}

/** TXT-016: an attribute nobody reads, or without which nothing is shown; the misspelt one before the missing. */
function attributeFaults(name: ComponentName, props: Readonly<Record<string, string>>, at: Place): Issue[] {
  const { needs, may, form } = componentAttributes[name]
  const all = [...needs, ...may]
  const odd = Object.keys(props).find((key) => !all.includes(key))
  if (odd !== undefined) {
    const guess = nearest(odd, all)
    const params = { found: odd, what: 'attribute' as const, component: name, known: form }
    return [issue(unknownComponent, at, { ...params, ...(guess ? { nearest: guess } : {}) })]
  }
  const missing = needs.find((key) => !props[key]?.trim())
  return missing === undefined
    ? []
    : [issue(unknownComponent, at, { found: missing, what: 'missing', component: name, known: form })]
}

/** TXT-016: a chart or figure without a number would be an empty place on the page. */
function noFigure(
  name: ComponentName,
  { indicator = '', region, period }: { indicator?: string | undefined; region: string; period?: string | undefined },
  at: Place,
  known: Known,
): Issue[] {
  if (
    !known.isCounted ||
    (name !== 'Chart' && name !== 'Figure') ||
    !known.indicators.has(indicator) ||
    !known.regions.has(region)
  )
    return []
  const fits = known.observations.some(
    (one) => one.indicator === indicator && one.region === region && (name === 'Chart' || one.period.text === period),
  )
  const found = `${indicator} ${region}${name === 'Figure' ? ` ${period}` : ''}`
  return fits
    ? []
    : [
        issue(unknownComponent, at, {
          found,
          what: 'no-figure',
          component: name,
          known: componentAttributes[name].form,
        }),
      ]
}

export function checkClause(policy: Policy, clause: string | undefined, at: Place, known: Known): Issue[] {
  if (clause === undefined || known.unsettled.has(policy.id)) return []
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
