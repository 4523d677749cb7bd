import { notPublished } from '../issues/site.ts'
import type { Issue } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import type { Files } from './files.ts'

const published =
  /^(content\/(site|glossary)\.yaml|content\/(policies|measures)\/[^/]+\.md|content\/(interpretations|pages)\/[^/]+\.mdx|data\/[^/]+\/(datapackage|releases)\.yaml)$/

/** A folder full of strangers is counted, not listed. */
const maxListed = 20

/**
 * SITE-008: files that no part of the site is made of; better said than silently left out. Tables below `data/` are
 * looked after by their descriptors (TBL-029).
 */
export function checkUnpublished({ texts, tables, others }: Pick<Files, 'texts' | 'tables' | 'others'>): Issue[] {
  const strangers = [
    ...[...texts.keys()].filter((path) => !published.test(path)),
    ...[...tables.keys()].filter((path) => !path.startsWith('data/')),
    ...others,
  ]
  return [...Map.groupBy(strangers, folderOf)].flatMap(([folder, paths]) => {
    const listed = paths.slice(0, maxListed).map((file) => {
      const guess = isScratch(file) ? undefined : placeOf(file)
      // A copy beside what it was made of is no lost content.
      const isCopy = guess !== undefined && isLeftover(file) && (texts.has(guess) || tables.has(guess))
      const place = isCopy ? undefined : guess
      const what = place === undefined && isLeftover(file) ? 'leftover' : 'file'
      return issue(notPublished, start(file), { file, what, ...(place === undefined ? {} : { place }) })
    })
    const more = paths.length - listed.length
    return more > 0 ? [...listed, issue(notPublished, start(folder), { file: folder, what: 'file', more })] : listed
  })
}

const rooms: Readonly<Record<string, string>> = {
  policies: '.md',
  measures: '.md',
  interpretations: '.mdx',
  pages: '.mdx',
}

/** Where a stranger was probably meant to be, by its folder and name. */
function placeOf(file: string): string | undefined {
  const [, base = '', ending = ''] = /\/\.*([^/]+?)((?:\.[a-z]+)+)$/i.exec(file) ?? []
  const first = ending.toLowerCase().split('.')[1] ?? ''
  if (first === 'csv')
    return file.startsWith('data/') && file.split('/').length > 2
      ? `${folderOf(file)}/${base}.csv`
      : `data/数据集/${base}.csv`
  const room = /^content\/([^/]+)\//.exec(file)?.[1] ?? ''
  const wanted = Object.hasOwn(rooms, room) ? rooms[room] : undefined
  if (/^(?:md|mdx|markdown|txt)$/.test(first)) {
    if (wanted !== undefined) return `content/${room}/${base}${wanted}`
    return file.startsWith('content/') ? `content/policies/${base}.md` : undefined
  }
  if (!/^(?:ya?ml|json)$/.test(first)) return undefined
  if (/^(?:site|glossary)$/.test(base)) return `content/${base}.yaml`
  return base === 'datapackage' ? `${folderOf(file)}/datapackage.yaml` : undefined
}

/** What a program writes while it has a file open. */
function isScratch(file: string): boolean {
  return /(?:^|\/)~\$[^/]*$|~$|\.(?:sw[a-p]|tmp)$/i.test(file)
}

/** What editors and file managers leave behind. */
function isLeftover(file: string): boolean {
  return isScratch(file) || /(?:^|\/)[.#][^/]*$|\.(?:bak|orig|db|ini)$/i.test(file)
}

function folderOf(file: string): string {
  return file.split('/').slice(0, -1).join('/')
}

function start(file: string) {
  return { file, line: 1, column: 1 }
}
