import { brokenPage, forbiddenElement } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'
import { type Home, resolveAddress } from './address.ts'
import { type BuiltPage, placeIn } from './built-page.ts'
import type { Tag } from './tags.ts'

/** SITE-115: a page has all that a reader, a browser and a screen reader need, to its last tag. */
export function checkWhole(page: BuiltPage): Issue[] {
  const { html, tags } = page
  const first = (name: string) => tags.find((tag) => tag.name === name)
  const main = first('main')
  const lacks: (false | Bilingual)[] = [
    !/^\s*<!doctype html>/i.test(html) && { zh: '没有 <!doctype html>', en: 'has no <!doctype html>' },
    !first('html')?.attributes.get('lang')?.trim() && { zh: '没有写明语言（lang）', en: 'states no language' },
    !first('title')?.text?.trim() && { zh: '没有标题（title）', en: 'has no title' },
    !main && { zh: '没有正文（main）', en: 'has no main part' },
    main !== undefined && !hasText(html, main.offset) && { zh: '的正文是空的', en: 'has an empty main part' },
    !/<\/html>(?:\s|<script\b[^>]*><\/script>)*$/i.test(html.slice(-4000)) && {
      zh: '没有写完，缺少结尾',
      en: 'is cut off',
    },
  ]
  return lacks.flatMap((one) => (one ? [issue(brokenPage, placeIn(page, 0), { lacks: one })] : []))
}

function hasText(html: string, from: number): boolean {
  const end = html.indexOf('</main', from)
  const text = /<main[^>]*>([\s\S]*)/i.exec(html.slice(from, end === -1 ? undefined : end))?.[1] ?? ''
  return text.replace(/<[^>]*>/g, '').trim() !== '' || /<(?:svg|img|input)\b/i.test(text)
}

/** SITE-116: nothing in a page moves its links, its reader, or what is typed into it to another place. */
export function checkElements(page: BuiltPage, home: Home): Issue[] {
  const leaves = (url: string | undefined) =>
    url !== undefined && resolveAddress(url.trim(), page.path, home).type === 'outside'
  return page.tags.flatMap((tag) => {
    const found = forbiddenIn(tag, leaves)
    return found === undefined ? [] : [issue(forbiddenElement, placeIn(page, tag.offset), { found })]
  })
}

const embedding: ReadonlySet<string> = new Set([
  'object',
  'embed',
  'applet',
  'frame',
  'frameset',
  'portal',
  'fencedframe',
])
const harmlessEquivalents: ReadonlySet<string> = new Set(['content-security-policy', 'content-type', 'x-ua-compatible'])

function forbiddenIn({ name, attributes }: Tag, leaves: (url: string | undefined) => boolean): string | undefined {
  if (embedding.has(name)) return `<${name}>`
  if (name === 'base' && attributes.has('href')) return '<base href>'
  const equivalent = name === 'meta' ? attributes.get('http-equiv')?.toLowerCase() : undefined
  if (equivalent !== undefined && !harmlessEquivalents.has(equivalent)) return `<meta http-equiv="${equivalent}">`
  if (attributes.has('srcdoc')) return `<${name} srcdoc>`
  if (attributes.has('ping')) return `<${name} ping>`
  for (const key of ['action', 'formaction']) {
    if (leaves(attributes.get(key))) return `<${name} ${key}="${attributes.get(key)}">`
  }
  for (const key of name === 'img' || name === 'image' || name === 'source' ? [] : ['href', 'src', 'xlink:href']) {
    if (/^\s*data:/i.test(attributes.get(key) ?? '')) return `<${name} ${key}="data:…">`
  }
  return undefined
}
