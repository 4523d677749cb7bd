import type { Interpretation, Page } from '../model/article.ts'
import { interpretationFields, pageFields } from '../model/article.ts'
import type { Issue } from '../model/issue.ts'
import { compareIssues, compareText, issue } from '../model/issue.ts'
import { missingConfig, noLicence, noSiteIdCode } from '../model/issues/site.ts'
import type { Measure } from '../model/measure.ts'
import { measureFields } from '../model/measure.ts'
import type { Policy, PolicyFields } from '../model/policy.ts'
import { policyFields } from '../model/policy.ts'
import type { Site } from '../model/site.ts'
import type { SiteConfig } from '../model/site-config.ts'
import { siteConfig } from '../model/site-config.ts'
import type { Term } from '../model/term.ts'
import { glossary } from '../model/term.ts'
import { readArticle } from './articles.ts'
import { readDatasets } from './datasets.ts'
import type { Files } from './files.ts'
import { readFiles } from './files.ts'
import type { Placed } from './markdown.ts'
import { readMarkdown } from './markdown.ts'
import { readMeasure } from './measures.ts'
import type { Names } from './names.ts'
import { namesOf } from './names.ts'
import { readPolicy } from './policies.ts'
import { checkPolicy } from './policy-rules.ts'
import type { Prose } from './prose.ts'
import { readProse } from './prose.ts'
import { readRecord } from './record.ts'
import {
  checkArticleReferences,
  checkLinks,
  checkMeasureReferences,
  checkPolicyReferences,
  checkQuotes,
  checkReference,
} from './references.ts'
import { scanText } from './scan.ts'
import { parseYaml } from './yaml.ts'

export interface RootResult {
  /** Set when there is no error; warnings do not stop publishing. */
  readonly site?: Site
  readonly issues: readonly Issue[]
  readonly files: number
}

/** Reads a root folder into the site and all its problems: the one entry of the model side. */
export async function readRoot(root: string, options: { asOf: string }): Promise<RootResult> {
  return readSite(await readFiles(root), options)
}

/** The same over files already listed; tests give it folders overlaid on each other. */
export async function readSite(files: Files, { asOf }: { asOf: string }): Promise<RootResult> {
  const { texts } = files
  const config = readConfig(texts)
  const approved = config.value?.approvedContacts ?? []
  const tables = await readDatasets(files, { asOf, approved })
  const terms = readTerms(texts)
  const policies = readProse(texts, 'content/policies', '.md', policyFields)
  const measures = readProse(texts, 'content/measures', '.md', measureFields)
  const interpretations = readProse(texts, 'content/interpretations', '.mdx', interpretationFields)
  const pages = readProse(texts, 'content/pages', '.mdx', pageFields)
  const issues: Issue[] = [
    ...files.issues,
    ...config.issues,
    ...tables.issues,
    ...terms.issues,
    ...policies.issues,
    ...measures.issues,
    ...interpretations.issues,
    ...pages.issues,
  ]
  const held = policies.entries.filter(hasFields)
  const names = namesOf(
    held.map((entry) => ({ id: entry.id, ...entry.fields })),
    terms.value.values(),
  )
  const site: Site = {
    config: config.value ?? emptyConfig,
    asOf,
    ...tables,
    terms: terms.value,
    policies: byId(held.map((entry) => take(readPolicy(entry, tables, names), issues).policy)),
    measures: byId(measures.entries.filter(hasFields).map((entry) => take(readMeasure(entry, names), issues).measure)),
    interpretations: byId(
      interpretations.entries.filter(hasFields).map((entry) => article<Interpretation>(entry, names, issues)),
    ),
    pages: byId(pages.entries.filter(hasFields).map((entry) => article<Page>(entry, names, issues))),
  }
  issues.push(...held.flatMap((entry) => checkPolicy(entry, { asOf, organizations: site.organizations, all: held })))
  issues.push(...checkReferences(site, held, measures.entries, [...interpretations.entries, ...pages.entries], names))
  issues.push(...configReferences(site, config.yaml))
  issues.push(...checkQuotes(site, new Map(held.map((entry) => [entry.id, entry.body]))))
  for (const [file, text] of texts) issues.push(...scanText(text, file, approved))
  issues.sort(compareIssues)
  const clean = issues.every((one) => one.severity !== 'error')
  return { issues, files: files.count, ...(clean ? { site } : {}) }
}

function hasFields<T>(entry: Prose<T>): entry is Prose<T> & { readonly fields: T } {
  return entry.fields !== undefined
}

function take<T extends { readonly issues: readonly Issue[] }>(result: T, issues: Issue[]): T {
  issues.push(...result.issues)
  return result
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Map<string, T> {
  return new Map([...list].sort((a, b) => compareText(a.id, b.id)).map((one) => [one.id, one]))
}

function article<T>(entry: Prose<object> & { readonly fields: object }, names: Names, issues: Issue[]): T {
  const { blocks } = take(readArticle(entry, names), issues)
  return { ...entry.fields, id: entry.id, file: entry.file, blocks } as T
}

function readConfig(texts: ReadonlyMap<string, string>) {
  const path = 'content/site.yaml'
  const text = texts.get(path)
  const yaml = parseYaml(text ?? '', path)
  const at = { file: path, line: 1, column: 1 }
  if (text === undefined) return { yaml, value: undefined, issues: [issue(missingConfig, at, { path })] }
  const { value, issues } = readRecord(siteConfig, yaml)
  if (value?.government && !value.siteIdCode) issues.push(issue(noSiteIdCode, at, { none: true }))
  if (value && !value.licence) issues.push(issue(noLicence, at, { none: true }))
  return { yaml, value, issues }
}

/** Stands in for a broken site.yaml while the rest is read; such a site is never published. */
const emptyConfig: SiteConfig = {
  name: '',
  place: '',
  subtitle: '',
  description: '',
  region: '',
  publisher: '',
  url: '',
  government: false,
  languages: ['zh'],
  approvedContacts: [],
  featuredPlans: [],
  exampleQueries: [],
}

function readTerms(texts: ReadonlyMap<string, string>): { value: Map<string, Term>; issues: Issue[] } {
  const path = 'content/glossary.yaml'
  const text = texts.get(path)
  if (text === undefined) return { value: new Map(), issues: [] }
  const { value, issues } = readRecord(glossary, parseYaml(text, path))
  return { value: new Map((value?.terms ?? []).map((term) => [term.id, term])), issues }
}

function checkReferences(
  site: Site,
  policies: readonly Prose<PolicyFields>[],
  measures: readonly Prose<unknown>[],
  articles: readonly Prose<unknown>[],
  names: Names,
): Issue[] {
  return [
    ...policies.flatMap((entry) => {
      const policy = site.policies.get(entry.id) as Policy
      return [...checkPolicyReferences(entry, policy, site), ...checkLinks(placedBlocks(entry), policy, site)]
    }),
    ...measures.flatMap((entry) => {
      const measure: Measure | undefined = site.measures.get(entry.id)
      return measure
        ? [...checkMeasureReferences(entry.yaml, measure, site), ...checkLinks(placedBlocks(entry), undefined, site)]
        : []
    }),
    ...articles.flatMap((entry) => {
      const held = site.interpretations.get(entry.id) ?? site.pages.get(entry.id)
      if (held?.file !== entry.file) return []
      const { placed } = readArticle(entry, names)
      return [...checkArticleReferences(entry.yaml, held, placed, site), ...checkLinks(placed, undefined, site)]
    }),
  ]
}

/** Only texts with a link of this site in them are read a second time, for the places of their blocks. */
function placedBlocks(entry: Prose<unknown>): readonly Placed[] {
  if (!/\]\([/#]/.test(entry.body)) return []
  return readMarkdown({ ...entry, mdx: false }, {}).blocks
}

function configReferences(site: Site, yaml: ReturnType<typeof parseYaml>): Issue[] {
  if (site.config === emptyConfig) return []
  return [
    ...checkReference(site, 'regions', site.config.region, yaml.at(['region'])),
    ...site.config.featuredPlans.flatMap((id, index) =>
      checkReference(site, 'policies', id, yaml.at(['featuredPlans', index])),
    ),
    ...[...site.terms.values()].flatMap((term) => {
      const at = { file: 'content/glossary.yaml', line: 1, column: 1 }
      return [...checkReference(site, 'sources', term.source, at), ...checkReference(site, 'policies', term.policy, at)]
    }),
  ]
}
