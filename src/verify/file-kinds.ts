import { collidingNames, foreignFile, missingFile } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'
import { fileKinds } from '../publish/formats/catalogue.ts'

/** Kinds of files that may stand anywhere: pages, data, feeds, and what editors put into `public/`. */
const anywhere: ReadonlySet<string> = new Set([
  'html',
  ...Object.keys(fileKinds),
  ...['jpg', 'jpeg', 'gif', 'webp', 'avif', 'ico', 'pdf', 'woff2', 'webmanifest'],
])

/** Kinds that only the program writes, by the folder it writes them to. */
const placed: Readonly<Record<string, ReadonlySet<string>>> = {
  assets: new Set(['js', 'css', 'wasm']),
  pagefind: new Set(['js', 'css', 'wasm', 'pagefind', 'pf_meta', 'pf_index', 'pf_filter', 'pf_fragment']),
  fulltext: new Set(['bin']),
}
const placedKinds = new Set(Object.values(placed).flatMap((kinds) => [...kinds]))

/** Files without an ending. */
const nameless = /^(?:_headers|CNAME|\.nojekyll|SHA256SUMS|data\/[^/]+\/[^/]+\/SHA256SUMS)$/

/** Files that every site has. */
const always = [
  'index.html',
  '404.html',
  '_headers',
  'robots.txt',
  'sitemap.xml',
  'feed.xml',
  'opensearch.xml',
  'llms.txt',
]

/** SITE-117, SITE-118 and SITE-124, by the names of the files alone. */
export function checkFileNames(files: ReadonlySet<string>): Issue[] {
  const issues: Issue[] = []
  for (const path of files) {
    const what = strangeness(path)
    if (what) issues.push(issue(foreignFile, { file: path, line: 1, column: 1 }, { path, what }))
  }
  for (const path of always) {
    if (!files.has(path)) issues.push(issue(missingFile, { file: path, line: 1, column: 1 }, { path, what: 'missing' }))
  }
  return [...issues, ...collisions(files)]
}

export function endingOf(path: string): string {
  return /[^/.][^/]*\.([^./]+)$/.exec(path)?.[1] ?? ''
}

function strangeness(path: string): 'ending' | 'place' | undefined {
  if (nameless.test(path)) return undefined
  const ending = endingOf(path)
  if (anywhere.has(ending)) return undefined
  const room = path.includes('/') ? path.slice(0, path.indexOf('/')) : ''
  if (placed[room]?.has(ending)) return undefined
  return placedKinds.has(ending) ? 'place' : 'ending'
}

/** Folders collide as files do. */
function collisions(files: ReadonlySet<string>): Issue[] {
  const known = new Map<string, string>()
  const issues: Issue[] = []
  for (const path of files) {
    for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
      const name = end === -1 ? path : path.slice(0, end)
      const other = known.get(name.toLowerCase()) ?? name
      known.set(name.toLowerCase(), other)
      if (other !== name) {
        issues.push(issue(collidingNames, { file: path, line: 1, column: 1 }, { path: name, other }))
        break
      }
      if (end === -1) break
    }
  }
  return issues
}
