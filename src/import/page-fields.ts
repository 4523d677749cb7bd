import type { HastNode } from 'satteri'
import { labelledField, pairsOfLine, pairsOfRows } from './field-labels.ts'
import { attributeOf, childrenOf, findAll, isLeftOut, linesBelow, tagOf, textBelow } from './html-tree.ts'
import { tidy } from './part.ts'

/** Names of `<meta>` on government pages (政府网站发展指引, annex) and those in use beside them. */
const metaNames: Readonly<Record<string, string>> = {
  articletitle: '标题',
  pubdate: '发布日期',
  publishdate: '发布日期',
  docnumber: '发文字号',
  filenumber: '发文字号',
  fwzh: '发文字号',
  wenhao: '发文字号',
  indexnumber: '索引号',
  syh: '索引号',
  cwrq: '成文日期',
  fwjg: '发文机关',
}

/** What a page says about its document in `<meta>`, tables, lists of terms and lines, by label; the first one counts. */
export function readPageFields(root: HastNode): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const [label, value] of [...metaPairs(root), ...tablePairs(root), ...termPairs(root), ...linePairs(root)]) {
    if (value !== '' && !fields.has(label)) fields.set(label, value)
  }
  return fields
}

function metaPairs(root: HastNode): [string, string][] {
  return findAll(root, 'meta').flatMap((meta): [string, string][] => {
    const name = attributeOf(meta, 'name').trim()
    const label = labelledField(name) === undefined ? metaNames[name.toLowerCase()] : name
    return label === undefined ? [] : [[label, tidy(attributeOf(meta, 'content'))]]
  })
}

function tablePairs(node: HastNode): [string, string][] {
  return findAll(node, 'table').flatMap((table) => {
    const cells = findAll(table, 'tr').map((row) => childrenOf(row).filter((cell) => /^t[dh]$/.test(tagOf(cell))))
    const own = pairsOfRows(cells.map((row) => row.map((cell) => tidy(textBelow(cell)))))
    return own.length > 0 ? own : cells.flat().flatMap(tablePairs)
  })
}

/** `<dt>索引号</dt><dd>…</dd>`, and the same in any two elements side by side where the label has its colon. */
function termPairs(node: HastNode): [string, string][] {
  if (isLeftOut(node)) return []
  const elements = childrenOf(node).filter((child) => child.type === 'element')
  return elements.flatMap((element, index): [string, string][] => {
    const next = elements[index + 1]
    const words = textBelow(element).trim()
    const isTerm = tagOf(element) === 'dt' || /[:：]$/.test(words)
    if (next && isTerm && words.length < 20 && labelledField(words) !== undefined) {
      const value = tidy(textBelow(next))
      if (value.length < 200 && labelledField(value) === undefined) return [[tidy(words).replace(/[:：]$/, ''), value]]
    }
    return termPairs(element)
  })
}

function linePairs(root: HastNode): [string, string][] {
  return linesBelow(root).flatMap(pairsOfLine)
}
