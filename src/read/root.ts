import type { Interpretation, Page } from '../model/article.ts'
import { interpretationFields, pageFields } from '../model/article.ts'
import type { Issue } from '../model/issue.ts'
import { compareIssues, compareText } from '../model/issue.ts'
import { measureFields } from '../model/measure.ts'
import { policyFields } from '../model/policy.ts'
import { knownBy } from '../model/progress/known-by.ts'
import type { Site } from '../model/site.ts'
import { readArticle } from './articles.ts'
import { emptyConfig, readConfig, readTerms } from './config.ts'
import { readDatasets } from './datasets.ts'
import type { Files } from './files.ts'
import { readFiles } from './files.ts'
import { createIssueList } from './issue-list.ts'
import { maskIssues } from './masking.ts'
import { readMeasure } from './measures.ts'
import { namesOf } from './names.ts'
import { readPolicy } from './policies.ts'
import { aroundPolicies, checkPolicy } from './policy-rules.ts'
import type { Prose } from './prose.ts'
import { readProse } from './prose.ts'
import {
  checkArticleReferences,
  checkConfigReferences,
  checkLinks,
  checkMeasureReferences,
  checkPolicyReferences,
  checkQuotes,
} from './references.ts'
import { scanText } from './scan.ts'
import { checkUnpublished } from './unpublished.ts'

export interface RootResult {
  /** Set when there is no error; warnings do not stop publishing. */
  readonly site?: Site
  readonly issues: readonly Issue[]
  readonly files: number
}

export interface ReadOptions {
  /** The day everything is computed for; the site holds what was published by then. */
  readonly asOf: string
  /** The real day, where `asOf` is a past one: what came after `asOf` is left out, and is no fault. */
  readonly today?: string
  /** Releases are being made: tables may differ from their last one. */
  readonly releasing?: boolean
}

/** Reads a root folder into the site and all its problems: the one entry of the model side. */
export async function readRoot(root: string, options: ReadOptions): Promise<RootResult> {
  return readSite(await readFiles(root), options)
}

/** The same over files already listed; tests give it folders laid over each other. */
export async function readSite(files: Files, { asOf, today = asOf, releasing }: ReadOptions): Promise<RootResult> {
  const latest = today > asOf ? today : asOf
  const { texts } = files
  const config = readConfig(texts)
  const approved = config.value?.approvedContacts ?? []
  const tables = await readDatasets(files, { asOf, today: latest, approved, releasing })
  const terms = readTerms(texts)

  // Heads first: bodies name other documents and terms.
  const heads = {
    policies: readProse(texts, 'content/policies', '.md', policyFields, ['history']),
    measures: readProse(texts, 'content/measures', '.md', measureFields),
    interpretations: readProse(texts, 'content/interpretations', '.mdx', interpretationFields),
    pages: readProse(texts, 'content/pages', '.mdx', pageFields, rooms),
  }
  const whole = heads.policies.entries.filter(hasFields)
  const works = whole.map((entry) => ({ id: entry.id, ...entry.fields }))
  const names = namesOf(works, terms.value.values())

  const policies = whole.map((entry) => ({ entry, ...readPolicy(entry, tables, names) }))
  const measures = heads.measures.entries.filter(hasFields).map((entry) => ({ entry, ...readMeasure(entry, names) }))
  const articles = [...heads.interpretations.entries, ...heads.pages.entries]
    .filter(hasFields)
    .map((entry) => ({ entry, ...readArticle(entry, names) }))
  const articlesIn = <T>(folder: string) =>
    byId(
      articles
        .filter(({ entry }) => entry.file.startsWith(`content/${folder}/`))
        .map(({ entry, blocks }) => ({
          ...entry.fields,
          id: entry.id,
          file: entry.file,
          blocks: blocks.map((one) => one.block),
        })),
    ) as ReadonlyMap<string, unknown> as ReadonlyMap<string, T>

  const site: Site = {
    config: config.value ?? emptyConfig,
    asOf,
    regions: tables.regions,
    organizations: tables.organizations,
    indicators: tables.indicators,
    sources: tables.sources,
    datasets: tables.datasets,
    observations: tables.observations,
    services: tables.services,
    projects: tables.projects,
    milestones: tables.milestones,
    scorecards: tables.scorecards,
    events: tables.events,
    terms: terms.value,
    synonyms: terms.synonyms,
    policies: byId(policies.map((one) => one.policy)),
    measures: byId(measures.map((one) => one.measure)),
    interpretations: articlesIn<Interpretation>('interpretations'),
    pages: articlesIn<Page>('pages'),
  }
  const known = { ...site, broken: brokenIn(heads), unread: tables.unread }
  const around = aroundPolicies(whole, { asOf, today: latest, organizations: site.organizations })
  const list = createIssueList()
  for (const one of [
    ...[files, config, tables, terms, ...Object.values(heads), ...policies, ...measures, ...articles].flatMap(
      (part): readonly Issue[] => part.issues,
    ),
    ...policies.flatMap(({ entry, policy, links }) => [
      ...checkPolicy(entry, around),
      ...checkPolicyReferences(entry, policy, known),
      ...checkLinks(links, policy, known),
    ]),
    ...measures.flatMap(({ entry, measure, links }) => [
      ...checkMeasureReferences(entry.yaml, measure, known),
      ...checkLinks(links, undefined, known),
    ]),
    ...articles.flatMap(({ entry, blocks, links }) => [
      ...checkArticleReferences(entry.yaml, entry.fields, blocks, known),
      ...checkLinks(links, undefined, known),
    ]),
    ...(config.value ? checkConfigReferences(config.yaml, config.value, terms, known) : []),
    ...checkQuotes(site, new Map(whole.map((entry) => [entry.id, entry.body]))),
    ...checkUnpublished(files),
    ...[...texts].flatMap(([file, text]) => scanText(text, file, approved)),
  ]) {
    list.add(one)
  }
  const issues = maskIssues(list.all(), approved).sort(compareIssues)
  const clean = issues.every((one) => one.severity !== 'error')
  return { issues, files: files.count, ...(clean ? { site: knownBy(site, asOf) } : {}) }
}

/** First steps of the addresses of DESIGN §6; `methodology` is a page with words of its editors. */
const rooms = [
  'policies',
  'measures',
  'interpretations',
  'progress',
  'organizations',
  'data',
  'services',
  'projects',
  'sources',
  'glossary',
  'calendar',
  'quality',
  'search',
  'status',
  'api',
  'assets',
  'pagefind',
]

function hasFields<T>(entry: Prose<T>): entry is Prose<T> & { readonly fields: T } {
  return entry.fields !== undefined
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map([...list].sort((a, b) => compareText(a.id, b.id)).map((one) => [one.id, one]))
}

/** Files whose head has errors, as `policies/<id>`: naming them elsewhere is no further error. */
function brokenIn(heads: Readonly<Record<string, { readonly entries: readonly Prose<unknown>[] }>>): Set<string> {
  return new Set(
    Object.entries(heads).flatMap(([kind, { entries }]) =>
      entries.flatMap((entry) =>
        hasFields(entry) ? [] : [kind, entry.meant ?? kind].map((room) => `${room}/${entry.id}`),
      ),
    ),
  )
}
