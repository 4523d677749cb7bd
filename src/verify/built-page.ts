import type { Place } from '../model/issue.ts'
import { readTags, type Tag } from './tags.ts'

/** An address in a page: `request` is fetched when the page opens, `link` only when the reader follows it. */
export interface Reference {
  readonly url: string
  readonly use: 'link' | 'request'
  readonly place: Place
}

/** What is needed of a page to judge the links of other pages: small enough to keep for all of them. */
export interface PageOutline {
  readonly path: string // relative to the output folder, e.g. "policies/x/index.html"
  readonly ids: ReadonlySet<string>
  /** Each address once, where it first stands. */
  readonly references: readonly Reference[]
  /** False: the page asks search engines to leave it out. */
  readonly listed: boolean
}

export interface BuiltPage extends PageOutline {
  readonly html: string
  readonly tags: readonly Tag[]
}

export function readPage(path: string, html: string): BuiltPage {
  const tags = readTags(html)
  const ids = new Set(tags.flatMap((tag) => tag.attributes.get('id') ?? []))
  const references = new Map<string, Reference>()
  const placeAt = forwardPlaces({ path, html })
  for (const tag of tags) {
    for (const { url, use } of referencesOf(tag)) {
      const key = `${use} ${url}`
      if (!references.has(key)) references.set(key, { url, use, place: placeAt(tag.offset) })
    }
  }
  const listed = !tags.some(
    ({ name, attributes }) =>
      name === 'meta' && attributes.get('name') === 'robots' && /\bnoindex\b/.test(attributes.get('content') ?? ''),
  )
  return { path, html, tags, ids, listed, references: [...references.values()] }
}

/** Where in the page something stands, for an issue. */
export function placeIn(page: Pick<BuiltPage, 'path' | 'html'>, offset: number): Place {
  return forwardPlaces(page)(offset)
}

/** Places for offsets that only grow: every line of the page is looked at once. */
function forwardPlaces({ path, html }: Pick<BuiltPage, 'path' | 'html'>): (offset: number) => Place {
  let line = 1
  let start = 0
  let end = html.indexOf('\n')
  return (offset) => {
    while (end !== -1 && end < offset) {
      line += 1
      start = end + 1
      end = html.indexOf('\n', start)
    }
    return { file: path, line, column: offset - start + 1 }
  }
}

/** A script that the browser runs, or may run one day; data blocks in JSON are not. */
export function isProgram(tag: Tag): boolean {
  return tag.name === 'script' && !isData(tag)
}

/** A block of JSON in a page. */
export function isData(tag: Tag): boolean {
  return tag.name === 'script' && /^application\/(?:ld\+)?json$/.test(tag.attributes.get('type') ?? '')
}

const linkAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  form: ['action'],
  button: ['formaction'],
  blockquote: ['cite'],
}
const requestAttributes: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src'],
  source: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  audio: ['src'],
  video: ['src', 'poster'],
  track: ['src'],
  input: ['src'],
  use: ['href', 'xlink:href'],
  image: ['href', 'xlink:href'],
}
/** Relations of `<link>` that the browser fetches by itself. */
const fetchedRelations =
  /\b(stylesheet|icon|preload|modulepreload|prefetch|prerender|preconnect|dns-prefetch|manifest|apple-touch-icon)\b/

function referencesOf(tag: Tag): Omit<Reference, 'place'>[] {
  const from = (names: readonly string[] | undefined, use: Reference['use']) =>
    (names ?? []).flatMap((name) => {
      const url = tag.attributes.get(name)
      return url === undefined ? [] : [{ url: url.trim(), use }]
    })
  if (tag.name === 'link') {
    return from(['href'], fetchedRelations.test(tag.attributes.get('rel') ?? '') ? 'request' : 'link')
  }
  return [
    ...from(linkAttributes[tag.name], 'link'),
    ...from(requestAttributes[tag.name], 'request'),
    ...candidates(tag.attributes.get('srcset')).map((url) => ({ url, use: 'request' as const })),
  ]
}

/** The addresses of a `srcset`: `a.png 1x, b.png 2x`. */
function candidates(srcset = ''): string[] {
  return srcset.split(',').flatMap((one) => one.trim().split(/\s+/)[0] || [])
}
