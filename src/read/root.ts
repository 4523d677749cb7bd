import { sameTitle } from '../issues/ref.ts'
import { measureFields } from '../model/benefit/measure.ts'
import type { Issue } from '../model/issue.ts'
import { compareIssues, issue } from '../model/issue.ts'
import type { Interpretation, Page } from '../model/policy/article.ts'
import { interpretationFields, pageFields } from '../model/policy/article.ts'
import { policyFields } from '../model/policy/policy.ts'
import type { Site } from '../model/site.ts'
import { compareText } from '../model/text-order.ts'
import { knownBy } from '../progress/known-by.ts'
import { readDatasets } from './data/datasets.ts'
import type { Files } from './files.ts'
import { readFiles } from './files.ts'
import { createIssueList } from './issue-list.ts'
import { noMemory, type ReadMemory } from './memory.ts'
import { unusedApprovals, withoutApprovals } from './privacy/approvals.ts'
import { scanAssets } from './privacy/assets.ts'
import { maskIssues } from './privacy/masking.ts'
import { privacyGate } from './privacy/privacy-gate.ts'
import { scanPath, scanText } from './privacy/scan.ts'
import { readArticle } from './text/articles.ts'
import { emptyConfig, readConfig, readTerms } from './text/config.ts'
import { checkEligibility } from './text/eligibility-rules.ts'
import { checkLinks } from './text/links.ts'
import { readMeasure } from './text/measures.ts'
import { findMergeConflicts } from './text/merge-conflicts.ts'
import { namesOf, titleKey } from './text/names.ts'
import { readPolicy, readUnfinished } from './text/policies.ts'
import { aroundPolicies, checkPolicy } from './text/policy-rules.ts'
import type { Prose } from './text/prose.ts'
import { readProse } from './text/prose.ts'
import {
  checkArticleReferences,
  checkConfigReferences,
  checkMeasureReferences,
  checkPolicyReferences,
  checkQuotes,
} from './text/references.ts'
import { checkUnpublished } from './unpublished.ts'

export interface RootResult {
  /** Set when there is no error; warnings do not stop publishing. */
  readonly site?: Site
  readonly issues: readonly Issue[]
  readonly files: number
  /** What could be read of the names of this place, whatever is wrong elsewhere: for tools that help to write content. */
  readonly names: Pick<Site, 'config' | 'regions' | 'organizations'>
}

export interface ReadOptions {
  /** The day everything is computed for; the site holds what was published by then. */
  readonly asOf: string
  /** The real day, where `asOf` is a past one: what came after `asOf` is left out, and is no fault. */
  readonly today?: string
  /** Releases are being made: tables may differ from their last one. */
  readonly releasing?: boolean
  /** What the last reading of this root has left. */
  readonly memory?: ReadMemory
}

/** Reads a root folder into the site and all its problems: the one entry of the model side. */
export async function readRoot(root: string, options: ReadOptions): Promise<RootResult> {
  return readSite(await readFiles(root, options.memory), options)
}

/** The same over files already listed; tests give it folders laid over each other. */
export async function readSite(
  files: Files,
  { asOf, today = asOf, releasing, memory = noMemory }: ReadOptions,
): Promise<RootResult> {
  const latest = today > asOf ? today : asOf
  const { texts } = files
  const conflicts = await findMergeConflicts(files)
  if (conflicts.length > 0) {
    const names = { config: emptyConfig, regions: new Map(), organizations: new Map() }
    return { issues: conflicts.sort(compareIssues), files: files.count, names }
  }
  const config = readConfig(texts)
  const approved = config.value?.approvedContacts ?? []
  const gate = privacyGate(approved)
  const tables = await readDatasets(files, { asOf, today: latest, gate, releasing })
  const terms = readTerms(texts)

  // Heads first: bodies name other documents and terms.
  const heads = {
    policies: readProse(texts, 'content/policies', '.md', policyFields, ['history'], memory),
    measures: readProse(texts, 'content/measures', '.md', measureFields),
    interpretations: readProse(texts, 'content/interpretations', '.mdx', interpretationFields),
    pages: readProse(texts, 'content/pages', '.mdx', pageFields, rooms),
  }
  const whole = heads.policies.entries.filter(hasFields)
  const works = whole.map((entry) => ({ id: entry.id, ...entry.fields }))
  const names = namesOf(works, terms.value.values())

  // What a body is read by besides its own words.
  const { regions, organizations, indicators, unread } = tables
  const by = JSON.stringify([
    [...regions],
    [...organizations],
    [...indicators],
    [...unread],
    [...names.numbers],
    [...names.titles],
    names.terms,
  ])
  const policies = whole.map((entry) => ({
    entry,
    ...memory.recall(`body ${entry.file}`, [texts.get(entry.file) ?? '', by], () => readPolicy(entry, tables, names)),
  }))
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
  const known = {
    ...site,
    hasTerms: !terms.issues.some((one) => one.severity === 'error'),
    broken: new Set([...brokenIn(heads), ...unreadTexts(files), ...unreadDatasets(texts, tables.datasets)]),
    isCounted: tables.issues.every((one) => one.severity !== 'error'),
    unread: tables.unread,
    unsettled: new Set(policies.filter(({ unsettled }) => unsettled).map(({ policy }) => policy.id)),
    assets: new Set([...files.assets.keys()].map((file) => file.slice('public'.length))),
  }
  const around = aroundPolicies(whole, { asOf, today: latest, organizations: site.organizations })
  const list = createIssueList()
  for (const one of [
    ...[files, config, tables, terms, ...Object.values(heads), ...policies, ...measures, ...articles].flatMap(
      (part): readonly Issue[] => part.issues,
    ),
    ...heads.policies.entries.flatMap((entry) => (hasFields(entry) ? [] : readUnfinished(entry))),
    ...policies.flatMap(({ entry, policy, links }) => [
      ...checkPolicy(entry, around),
      ...checkPolicyReferences(entry, policy, known),
      ...checkLinks(links, { policy }, known),
    ]),
    ...measures.flatMap(({ entry, measure, links }) => [
      ...checkMeasureReferences(entry.yaml, measure, known),
      ...checkEligibility(entry.yaml, measure.eligibility, known),
      ...checkLinks(links, {}, known),
    ]),
    ...articles.flatMap(({ entry, blocks, links }) => [
      ...checkArticleReferences(entry.yaml, entry.fields, blocks, known),
      ...checkLinks(links, { blocks: blocks.map((one) => one.block) }, known),
    ]),
    ...(config.value ? checkConfigReferences(config.yaml, config.value, terms, known) : []),
    ...checkQuotes(site, new Map(whole.map((entry) => [entry.id, entry.body]))),
    ...checkTitles([...whole, ...articles.map(({ entry }) => entry)]),
    ...checkUnpublished(files),
    ...[...texts].flatMap(([file, text]) => {
      const scan = () => scanText(file === config.yaml.file ? withoutApprovals(text) : text, file, gate)
      // The gate must see again what it has to hide, and what is approved.
      if (approved.some((words) => text.includes(words))) return scan()
      const found = memory.recall(`scan ${file}`, [text], scan)
      return found.length > 0 ? scan() : found
    }),
    ...[texts, files.tables, files.frozen, files.assets].flatMap((kind) =>
      [...kind.keys()].flatMap((file) => scanPath(file, gate)),
    ),
    ...(await scanAssets(files.assets)),
  ]) {
    list.add(one)
  }
  list.add(...unusedApprovals(gate, approved, texts, config.yaml))
  const issues = maskIssues(list.all(), gate).sort(compareIssues)
  const clean = issues.every((one) => one.severity !== 'error')
  return { issues, files: files.count, names: site, ...(clean ? { site: knownBy(site, asOf) } : {}) }
}

/** REF-014: two texts under one title, which readers and 《title》 cannot tell apart. */
function checkTitles(entries: readonly (Prose<unknown> & { readonly fields: { readonly title: string } })[]): Issue[] {
  const firsts = new Map<string, string>()
  return entries.flatMap(({ file, fields: { title }, yaml }) => {
    const key = titleKey(title)
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, file)
    return first === undefined ? [] : [issue(sameTitle, yaml.at(['title']), { title, other: first })]
  })
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

/** Texts that could not be read at all, as `policies/<id>`. */
function unreadTexts(files: Files): string[] {
  return files.issues.flatMap(
    ({ file }) => /^content\/((?:policies|measures|interpretations|pages)\/[^/]+)\.mdx?$/.exec(file)?.[1] ?? [],
  )
}

/** Datasets whose descriptor could not be read, as `data/<id>`. */
function unreadDatasets(texts: ReadonlyMap<string, string>, datasets: ReadonlyMap<string, unknown>): string[] {
  return [...texts.keys()].flatMap((file) => {
    const id = /^data\/([^/]+)\/datapackage\.yaml$/.exec(file)?.[1]
    return id === undefined || datasets.has(id) ? [] : [`data/${id}`]
  })
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
