import { findDocNumbers } from '../../model/policy/doc-number.ts'
import type { Inline } from '../../model/policy/markdown.ts'
import type { Term } from '../../model/policy/term.ts'
import type { Organization } from '../../model/register/organization.ts'
import type { Region } from '../../model/register/region.ts'

/** How documents name each other, the terms of the glossary and the organisations. */
export interface Names {
  /** canonical 文号 → policy id */
  readonly numbers: ReadonlyMap<string, string>
  /** title or short title, white space removed → policy id */
  readonly titles: ReadonlyMap<string, string>
  /** terms and synonyms, longest first */
  readonly terms: readonly { readonly word: string; readonly term: string }[]
}

export interface NamedWork {
  readonly id: string
  readonly title: string
  readonly shortTitle?: string
  readonly docNumber?: string
}

export function namesOf(works: readonly NamedWork[], terms: Iterable<Term>): Names {
  const numbers = new Map<string, string>()
  const titles = new Map<string, string>()
  for (const work of works) {
    const [number] = work.docNumber ? findDocNumbers(work.docNumber) : []
    if (number) numbers.set(number.canonical, work.id)
    for (const title of [work.title, work.shortTitle ?? '']) {
      const key = titleKey(title)
      if (key !== '' && !titles.has(key)) titles.set(key, work.id)
    }
  }
  const words = [...terms].flatMap((term) => [term.term, ...term.synonyms].map((word) => ({ word, term: term.id })))
  return { numbers, titles, terms: words.sort((a, b) => b.word.length - a.word.length) }
}

export function titleKey(title: string): string {
  return title.replace(/[\s《》]/g, '')
}

interface Hit {
  readonly start: number
  readonly end: number
  readonly node: Inline
}

/**
 * Turns the numbers and 《titles》 of other documents into links and the first use of each term into a
 * definition. `seen` collects the terms met; `missing` is told of 《titles》 that are not in the library.
 */
export function linkNames(
  text: string,
  names: Names,
  self: string,
  seen: Set<string>,
  missing: (title: string, offset: number) => void,
): Inline[] {
  const hits: Hit[] = []
  for (const found of findDocNumbers(text)) {
    const policy = names.numbers.get(found.canonical)
    if (policy && policy !== self)
      hits.push({ start: found.start, end: found.end, node: { type: 'policy', policy, text: found.text } })
  }
  for (const found of text.matchAll(/《([^《》\n]{2,80})》/g)) {
    const policy = names.titles.get(titleKey(found[1] ?? ''))
    const start = found.index
    if (policy === undefined) missing(found[1] ?? '', start)
    else if (policy !== self)
      hits.push({ start, end: start + found[0].length, node: { type: 'policy', policy, text: found[0] } })
  }
  for (const { word, term } of names.terms) {
    if (seen.has(term)) continue
    const start = text.indexOf(word)
    const end = start + word.length
    if (start === -1 || hits.some((hit) => hit.start < end && start < hit.end)) continue
    seen.add(term)
    hits.push({ start, end, node: { type: 'term', term, text: word } })
  }
  hits.sort((a, b) => a.start - b.start)
  const nodes: Inline[] = []
  let at = 0
  for (const hit of hits) {
    if (hit.start < at) continue
    if (hit.start > at) nodes.push({ type: 'text', text: text.slice(at, hit.start) })
    nodes.push(hit.node)
    at = hit.end
  }
  if (at < text.length) nodes.push({ type: 'text', text: text.slice(at) })
  return nodes
}

/** The organisation a document of a region means by a name; undefined where there is none, or more than one. */
export function findOrganization(
  name: string,
  region: string,
  organizations: ReadonlyMap<string, Organization>,
  regions: ReadonlyMap<string, Region>,
): Organization | undefined {
  const all = organizationsNamed(name, region, organizations, regions)
  return all.length === 1 ? all[0] : undefined
}

/**
 * All that a name may mean to a document of a region: those of its own region, else of the regions above, else anywhere.
 * Bodies that followed each other under one name, the one abolished before the other began, are the newest.
 */
export function organizationsNamed(
  name: string,
  region: string,
  organizations: ReadonlyMap<string, Organization>,
  regions: ReadonlyMap<string, Region>,
): Organization[] {
  const key = name.replace(/[\s“”]/g, '')
  const same = [...organizations.values()].filter((one) =>
    [one.name, ...one.shortNames].some((other) => other.replace(/[\s“”]/g, '') === key),
  )
  for (let code: string | undefined = region; code; code = regions.get(code)?.parent) {
    const here = same.filter((one) => one.region === code)
    if (here.length > 0) return present(here)
  }
  return present(same)
}

function present(all: readonly Organization[]): Organization[] {
  const standing = all.filter((one) => one.validTo === undefined)
  return standing.length > 0 ? standing : [...all]
}
