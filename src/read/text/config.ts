import { badValue, termTwice } from '../../issues/doc.ts'
import { duplicateId } from '../../issues/ref.ts'
import { missingConfig, noLicence, noSiteIdCode } from '../../issues/site.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Glossary, Term } from '../../model/policy/term.ts'
import { glossary } from '../../model/policy/term.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import { siteConfig } from '../../model/site-config.ts'
import { withoutEnd } from '../../model/without-end.ts'
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
  if (value?.url.endsWith('/'))
    issues.push(
      wrong(yaml, 'url', '网址', value.url, '末尾不带斜杠', 'without a slash at its end', withoutEnd(value.url, '/')),
    )
  const double = value?.languages.find((one, index) => value.languages.indexOf(one) !== index)
  if (double) issues.push(wrong(yaml, 'languages', '语言', double, '同一种语言写了两次', 'a language is named twice'))
  return { yaml, issues, ...(value ? { value } : {}) }
}

function wrong(
  yaml: Yaml,
  key: string,
  zh: string,
  found: string,
  expected: string,
  expectedEn: string,
  guess?: string,
): Issue {
  return issue(badValue, yaml.at([key]), { key, zh, found, expected, expectedEn, ...(guess ? { nearest: guess } : {}) })
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
  const doubles = value ? checkWords(value, yaml) : []
  return { yaml, value: terms, synonyms: value?.synonyms ?? [], issues: [...issues, ...doubles] }
}

/** REF-008 for ids, DOC-029 for words: a word leads to one explanation, and to one group of synonyms. */
function checkWords({ terms, synonyms }: Glossary, yaml: Yaml): Issue[] {
  const issues: Issue[] = []
  const ids = new Map<string, number>()
  const words = new Map<string, string>()
  for (const [index, { id, term, synonyms: others }] of terms.entries()) {
    const at = (...path: (string | number)[]) => yaml.at(['terms', index, ...path])
    const first = ids.get(id)
    if (first === undefined) ids.set(id, index)
    else
      issues.push(issue(duplicateId, at('id'), { id, first: `${yaml.file}:${yaml.at(['terms', first, 'id']).line}` }))
    for (const [place, word] of [term, ...others].entries()) {
      const key = word.replace(/\s/g, '')
      const known = words.get(key)
      if (known === undefined) words.set(key, term)
      else if (first === undefined)
        issues.push(issue(termTwice, place === 0 ? at('term') : at('synonyms', place - 1), { word, first: known }))
    }
  }
  const grouped = new Map<string, string>()
  for (const [index, group] of synonyms.entries()) {
    for (const [place, word] of group.entries()) {
      const known = grouped.get(word)
      if (known === undefined) grouped.set(word, group.join('、'))
      else issues.push(issue(termTwice, yaml.at(['synonyms', index, place]), { word, first: known }))
    }
  }
  return issues
}
