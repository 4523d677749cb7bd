import { catalogue } from '../../issues/catalogue.ts'
import { danglingTarget, deadInternalLink, noSuchAnchor, unusableImage, unusableLink } from '../../issues/ref.ts'
import { rawHtml } from '../../issues/txt.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Block } from '../../model/policy/markdown.ts'
import type { Policy } from '../../model/policy/policy.ts'
import { nearest } from '../../model/policy/suggest.ts'
import { withoutEnd } from '../../model/without-end.ts'
import { dataRooms } from '../data/data-rooms.ts'
import type { PlacedLink } from './mdast.ts'
import { clip } from './mdast.ts'
import type { Known } from './references.ts'
import { checkClause } from './references.ts'
import { isSectionId } from './section-ids.ts'

/** The text links stand in: a policy has clauses and targets, an article the headings of its blocks. */
export interface LinkHome {
  readonly policy?: Policy
  readonly blocks?: readonly Block[]
}

/**
 * Links and images of a text: what the built site would refuse (SITE-101, SITE-102, SITE-105) is said where it is
 * written. Rooms and anchors are those of DESIGN §6.
 */
export function checkLinks(links: readonly PlacedLink[], home: LinkHome, known: Known): Issue[] {
  return links.flatMap(({ url, at, isImage }) => {
    if (isRun(url)) return [issue(rawHtml, at, { found: clip(url) })]
    return isImage ? checkImage(url, at, known) : checkLink(url, at, home, known)
  })
}

/** TXT-005: an address that a browser runs or shows as a page of ours; it passes over blanks and controls in it. */
function isRun(url: string): boolean {
  return /^(?:javascript|data|vbscript):/i.test(url.replace(/[\s\p{Cc}]/gu, ''))
}

function checkImage(url: string, at: Place, known: Known): Issue[] {
  const say = (what: 'missing' | 'elsewhere' | 'path', guess?: string) => [
    issue(unusableImage, at, { url, what, ...(guess ? { nearest: guess } : {}) }),
  ]
  if (/^(?:https?:)?\/\//i.test(url)) return say('elsewhere')
  const path = plainPath(url)
  if (!url.startsWith('/')) {
    const name = `/${url.replace(/^(?:\.{1,2}\/)*(?:public\/)?/, '')}`
    const guess = known.assets.has(plainPath(name) ?? '') ? name : undefined
    return say('path', guess)
  }
  if (path !== undefined && (known.assets.has(path) || isMade(path, known))) return []
  return say('missing', nearest(path ?? url, known.assets))
}

function checkLink(url: string, at: Place, home: LinkHome, known: Known): Issue[] {
  const say = (what: 'relative' | 'local' | 'form' | 'empty', instead?: string) => [
    issue(unusableLink, at, { url, what, ...(instead ? { instead } : {}) }),
  ]
  if (url.trim() === '' || url === '#') return say('empty')
  if (url.startsWith('#')) return checkHere(url, at, home, known)
  if (/^(?:[A-Za-z]:[\\/]|file:|\\\\)/i.test(url)) return say('local')
  if (/^https?:\/\/(?:localhost|127\.|0\.0\.0\.0|192\.168\.|10\.)/i.test(url)) return say('local')
  if (/^(?:mailto|tel):./i.test(url)) return []
  if (/^www\.|^[\w-]+(?:\.[\w-]+)*\.(?:cn|com|org|net|gov)(?:\/|$)/i.test(url)) return say('form', `https://${url}`)
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]+$/i.test(url)) return say('form', `mailto:${url}`)
  if (/^[a-z][a-z0-9+.-]*[:：]/i.test(url)) return checkOutside(url, at, known) ?? say('form', addressMeant(url))
  if (url.startsWith('//')) return say('form', `https:${url}`)
  if (!url.startsWith('/')) return say('relative', pageMeant(url, known))
  return checkInside(url, at, url, known)
}

/** Undefined where the address is none; the site’s own address leads to its own pages. */
function checkOutside(url: string, at: Place, known: Known): Issue[] | undefined {
  if (
    !/^https?:\/\/[^\s/]/i.test(url) ||
    !URL.canParse(url) ||
    /[，。；：、（）【】“”]/.test(url.split(/[?#]/)[0] ?? '')
  )
    return undefined
  const own = withoutEnd(known.config.url, '/')
  if (own === '' || !(url === own || url.startsWith(`${own}/`))) return []
  return checkInside(url.slice(own.length) || '/', at, url, known)
}

function addressMeant(url: string): string | undefined {
  const rest = /^h?t{1,2}ps?[:：;]?[/\\]*([\w-]+\.[\w.-]+\S*)$/i.exec(url)?.[1]
  return rest ? `https://${rest}` : undefined
}

/** `../policies/x.md` → `/policies/x/`, where there is such a page. */
function pageMeant(url: string, known: Known): string | undefined {
  const [path = '', hash] = url.split('#')
  const steps = path
    .replace(/\\/g, '/')
    .split('/')
    .filter((step) => step !== '.' && step !== '..' && step !== '')
  const id = (steps.at(-1) ?? '').replace(/\.mdx?$/, '')
  const room = rooms.find((one) => known[one].has(id))
  if (room === undefined) return undefined
  return `${room === 'pages' ? '' : `/${room}`}/${id}/${hash ? `#${hash}` : ''}`
}

const rooms = ['policies', 'measures', 'interpretations', 'pages', 'datasets', 'organizations', 'sources'] as const

function checkHere(url: string, at: Place, { policy, blocks = [] }: LinkHome, known: Known): Issue[] {
  const anchor = decoded(url.slice(1)) ?? ''
  if (policy) return checkPolicyAnchor(policy, anchor, url, at, known)
  return headingIds(blocks).includes(anchor) ? [] : [issue(noSuchAnchor, at, { url, anchor })]
}

function checkPolicyAnchor(policy: Policy, anchor: string, url: string, at: Place, known: Known): Issue[] {
  const targets = policy.targets.map(({ id }) => id)
  if (anchor === 'main' || anchor === 'top' || targets.includes(anchor)) return []
  if (known.unsettled.has(policy.id)) return []
  if (!/^t\d/.test(anchor)) return checkClause(policy, anchor, at, known)
  const guess = nearest(anchor, targets)
  return [issue(noSuchAnchor, at, { url, anchor, ...(guess ? { nearest: guess } : {}) })]
}

function headingIds(blocks: readonly Block[]): string[] {
  return ['main', 'top', ...blocks.flatMap((block) => (block.type === 'heading' && block.id !== '' ? [block.id] : []))]
}

/** A path on the site; `url` is the link as written. */
function checkInside(link: string, at: Place, url: string, known: Known): Issue[] {
  const [before = '', hash] = link.split('#')
  const path = plainPath(before)
  const dead = (instead?: string) => [issue(deadInternalLink, at, { url, ...(instead ? { instead } : {}) })]
  if (path === undefined) return dead()
  const [, room = '', id = '', inner = '', ...more] = path.split('/')
  if (
    known.broken.has(
      id === '' ? `pages/${room}` : `${room === 'progress' ? 'policies' : room}/${id.replace(/\.json$/, '')}`,
    ) ||
    known.unread.has(room as never)
  )
    return []
  if (known.assets.has(path) || isMade(path, known)) return []
  if (room === 'progress' && known.unsettled.has(id)) return []
  if (!path.endsWith('/'))
    return pageAt(`${path}/`, known) ? dead(`${path}/${hash ? `#${hash}` : ''}`) : dead(pageMeant(path, known))
  const policy = room === 'policies' || room === 'progress' ? known.policies.get(id) : undefined
  if (
    room === 'progress' &&
    policy &&
    inner !== '' &&
    more.join('') === '' &&
    !policy.targets.some((one) => one.id === inner)
  ) {
    if (known.unsettled.has(policy.id)) return []
    const guess = nearest(
      inner,
      policy.targets.map((one) => one.id),
    )
    return [issue(danglingTarget, at, { id: inner, policy: policy.id, ...(guess ? { nearest: guess } : {}) })]
  }
  if (!pageAt(path, known)) return dead(pathMeant(path, known))
  return hash === undefined || hash === '' ? [] : checkAnchor(path, decoded(hash) ?? hash, url, at, known)
}

function checkAnchor(path: string, anchor: string, url: string, at: Place, known: Known): Issue[] {
  const [, room = '', id = ''] = path.split('/')
  const policy = room === 'policies' ? known.policies.get(id) : undefined
  if (policy) return checkPolicyAnchor(policy, anchor, url, at, known)
  const article =
    room === 'interpretations' ? known.interpretations.get(id) : id === '' ? known.pages.get(room) : undefined
  const ids = article ? headingIds(article.blocks) : room === 'glossary' ? ['main', ...known.terms.keys()] : undefined
  const isRecord = room === 'services' || room === 'projects' || (room === 'data' && id === 'indicators')
  if (ids ? ids.includes(anchor) : isSectionId(anchor) || isRecord || room === 'calendar') return []
  const guess = ids && nearest(anchor, ids)
  return [issue(noSuchAnchor, at, { url, anchor, ...(guess ? { nearest: guess } : {}) })]
}

const lists: readonly string[] = [
  ...[
    'policies',
    'measures',
    'interpretations',
    'progress',
    'organizations',
    'data',
    'services',
    'projects',
    'sources',
  ],
  ...['glossary', 'calendar', 'quality', 'methodology', 'search', 'api'],
]

/** Whether a page stands at a path that ends in `/`. */
function pageAt(path: string, known: Known): boolean {
  const [, room = '', id = '', inner = '', last = '', ...more] = path.split('/')
  if (room === '') return path === '/'
  if (id === '') return lists.includes(room) || known.pages.has(room)
  if (more.length > 1) return false
  if (room === 'handbook' && id === 'codes')
    return last === '' && (inner === '' || catalogue.some(({ code }) => code === inner))
  if (room === 'progress') {
    if (id === 'history') return inner === ''
    const targets = known.policies.get(id)?.targets ?? []
    return (
      targets.length > 0 &&
      (inner === '' || targets.some((one) => one.id === inner)) &&
      (last === '' || last === 'embed')
    )
  }
  if (room === 'data') {
    if (id === 'indicators') return inner === '' || (known.indicators.has(inner) && (last === '' || last === 'embed'))
    if (dataRooms.includes(id)) return inner === ''
    const dataset = known.datasets.get(id)
    return (
      dataset !== undefined &&
      last === '' &&
      (inner === '' || inner === 'changes' || dataset.releases.some((one) => one.version === inner))
    )
  }
  const held: ReadonlyMap<string, unknown> | undefined = {
    policies: known.policies,
    measures: known.measures,
    interpretations: known.interpretations,
    organizations: known.organizations,
    sources: known.sources,
  }[room]
  return inner === '' && held?.has(id) === true
}

/** Files that the build writes beside the pages, judged by what they belong to. */
function isMade(path: string, known: Known): boolean {
  const file = /^(.*)\.[a-z0-9]{2,8}$/i.exec(path)?.[1]
  if (file === undefined) return false
  const [, room = '', id = ''] = path.split('/')
  if (id === '') return madeAtTop.has(path.slice(1)) || lists.includes(file.slice(1))
  if (room === 'data' && !dataRooms.includes(id)) return known.datasets.has(id.replace(/\.json$/, ''))
  if (room === 'api' || room === 'status' || room === 'data') return true
  return pageAt(`${file}/`, known)
}

const madeAtTop: ReadonlySet<string> = new Set([
  ...[
    'feed.xml',
    'sitemap.xml',
    'robots.txt',
    'llms.txt',
    'opensearch.xml',
    'calendar.ics',
    'catalog.jsonld',
    'catalog.ttl',
  ],
  ...['data.json', 'favicon.svg', '404.html'],
])

/** The path that differs by a letter or two in one of its steps. */
function pathMeant(path: string, known: Known): string | undefined {
  const [, room = '', id = ''] = path.split('/')
  const first = lists.includes(room) || known.pages.has(room) ? room : nearest(room, [...lists, ...known.pages.keys()])
  if (first === undefined) return undefined
  if (id === '') return `/${first}/`
  const held: Iterable<string> = rooms.some((one) => one === first) ? known[first as (typeof rooms)[number]].keys() : []
  const all = [...held]
  const second = all.includes(id) ? id : nearest(id, all)
  const meant = second && `/${first}/${second}/`
  return meant && meant !== path && pageAt(meant, known) ? meant : undefined
}

/** A path without query and escapes; undefined where it cannot be read. */
function plainPath(url: string): string | undefined {
  const path = url.split(/[?#]/)[0] ?? ''
  const bare = withoutEnd(path, '/')
  return decoded(bare + '/'.repeat(Math.min(2, path.length - bare.length)))
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
