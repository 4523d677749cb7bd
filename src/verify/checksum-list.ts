import { listDiffers } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'
import { compareText } from '../model/text-order.ts'

/** The list of checksums at the root of a site; it does not list itself. */
export const listName = 'SHA256SUMS'

/** So many files of each kind are named; the rest are counted. */
const named = 20

/** `sha256sum -c SHA256SUMS` accepts it. */
export function checksumList(digests: ReadonlyMap<string, string>): string {
  return [...digests]
    .filter(([path]) => path !== listName)
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, sha256]) => `${sha256}  ${path}\n`)
    .join('')
}

/** The checksums of a list by path; lines that are none are passed over. */
export function checksumsIn(text: string): Map<string, string> {
  const lines = text.split('\n').map((line) => lineForm.exec(line) ?? [])
  return new Map(lines.flatMap(([, sha256, path]) => (sha256 && path ? [[path, sha256] as const] : [])))
}

const lineForm = /^([0-9a-f]{64}) [ *](.+)$/

/** SITE-112: the files are those of the list, byte for byte, and no others. Undefined: there is no list. */
export function compareWithList(text: string | undefined, digests: ReadonlyMap<string, string>): Issue[] {
  if (text === undefined) return said('no-list', [listName])
  const listed = new Map<string, string>()
  const odd: string[] = []
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const [, sha256, path] = lineForm.exec(line) ?? []
    if (sha256 === undefined || path === undefined || listed.has(path)) odd.push(line)
    else listed.set(path, sha256)
  }
  const found = new Map([...digests].filter(([path]) => path !== listName))
  return [
    ...said('line', odd),
    ...said(
      'missing',
      [...listed.keys()].filter((path) => !found.has(path)),
    ),
    ...said(
      'extra',
      [...found.keys()].filter((path) => !listed.has(path)),
    ),
    ...said(
      'changed',
      [...found].flatMap(([path, sum]) => (listed.has(path) && listed.get(path) !== sum ? [path] : [])),
    ),
  ]
}

type Difference = 'changed' | 'missing' | 'extra' | 'no-list' | 'line'

function said(what: Difference, paths: readonly string[]): Issue[] {
  return paths.slice(0, named).map((path, index) => {
    const more = index === named - 1 ? paths.length - named : 0
    const file = what === 'line' || what === 'no-list' ? listName : path
    return issue(listDiffers, { file, line: 1, column: 1 }, { path, what, more })
  })
}
