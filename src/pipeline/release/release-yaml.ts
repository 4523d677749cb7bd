import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { ReleaseEntry } from '../../model/release/release.ts'

/**
 * The descriptor with another version and day of update. Only these two values are replaced in the text: comments,
 * quotes and order stay as the editor wrote them. Throws where the text has no such keys: it was read before.
 */
export function withVersion(text: string, { version, updatedOn }: { version: string; updatedOn: string }): string {
  const document = parseDocument(text)
  const edits = [
    { paths: [['version']], value: version },
    {
      paths: [
        ['gongbao', 'updatedOn'],
        ['gongbao', '更新日期'],
      ],
      value: updatedOn,
    },
  ].map(({ paths, value }) => {
    const node = paths.map((path) => document.getIn(path, true)).find(isScalar)
    if (!node?.range) throw new Error(`descriptor without ${paths[0]?.join('.')}`)
    const [from, to] = node.range
    return { from, to, value }
  })
  let edited = text
  for (const { from, to, value } of edits.sort((a, b) => b.from - a.from)) {
    edited = edited.slice(0, from) + value + edited.slice(to)
  }
  return edited
}

/** The ledger with one more release at its end; a new ledger where there was none. Comments stay. */
export function withRelease(text: string | undefined, entry: ReleaseEntry): string {
  const document = parseDocument(text ?? emptyLedger)
  const { reasons, files, ...rest } = entry
  const node = document.createNode({ ...rest, ...(reasons.length > 0 && { reasons }), files: files.map(defined) })
  for (const name of ['reasons', 'files']) {
    const list = node.get(name)
    for (const item of isSeq(list) ? list.items : []) if (isMap(item)) item.flow = true
  }
  const key = document.has('发布') ? '发布' : 'releases'
  const releases = document.get(key)
  // The empty list of a new ledger is written in brackets.
  if (isSeq(releases)) releases.flow = false
  document.addIn([key], node)
  return document.toString({ lineWidth: 0 })
}

const emptyLedger = `# 已发布的版本，从旧到新。由 npm run release 写入；发布过的版本和 releases 文件夹里的文件不再改动。
releases: []
`

function defined(file: object): object {
  return Object.fromEntries(Object.entries(file).filter(([, value]) => value !== undefined))
}
