import type { Issue } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { missingConfig, noLicence, noSiteIdCode } from '../model/issues/site.ts'
import type { SiteConfig } from '../model/site-config.ts'
import { siteConfig } from '../model/site-config.ts'
import type { Term } from '../model/term.ts'
import { glossary } from '../model/term.ts'
import { readRecord } from './record.ts'
import type { Yaml } from './yaml.ts'
import { parseYaml } from './yaml.ts'

/** Reads `content/site.yaml`; SITE-001, SITE-006 and SITE-007. */
export function readConfig(texts: ReadonlyMap<string, string>): { yaml: Yaml; value?: SiteConfig; issues: Issue[] } {
  const path = 'content/site.yaml'
  const text = texts.get(path)
  const yaml = parseYaml(text ?? '', path)
  const at = { file: path, line: 1, column: 1 }
  if (text === undefined) return { yaml, issues: [issue(missingConfig, at, { path })] }
  const { value, issues } = readRecord(siteConfig, yaml)
  if (value?.government && !value.siteIdCode) issues.push(issue(noSiteIdCode, at, { none: true }))
  if (value && !value.licence) issues.push(issue(noLicence, at, { none: true }))
  return { yaml, issues, ...(value ? { value } : {}) }
}

/** Stands in for a broken site.yaml while the rest is read; such a site is never published. */
export const emptyConfig: SiteConfig = {
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

/** Reads `content/glossary.yaml`; a site may do without. */
export function readTerms(texts: ReadonlyMap<string, string>): {
  yaml?: Yaml
  value: Map<string, Term>
  synonyms: readonly (readonly string[])[]
  issues: readonly Issue[]
} {
  const path = 'content/glossary.yaml'
  const text = texts.get(path)
  if (text === undefined) return { value: new Map(), synonyms: [], issues: [] }
  const yaml = parseYaml(text, path)
  const { value, issues } = readRecord(glossary, yaml)
  const terms = new Map((value?.terms ?? []).map((term) => [term.id, term]))
  return { yaml, value: terms, synonyms: value?.synonyms ?? [], issues }
}
