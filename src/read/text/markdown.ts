import { markdownToMdast, mdxToMdast } from 'satteri'
import { inaccessible } from '../../issues/a11y.ts'
import { headingNotRead, unitsNotRead } from '../../issues/str.ts'
import { bareBrace, becameCode, brokenTable, footnote, linkNotRead, markupNotRead, tooDeep } from '../../issues/txt.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Block } from '../../model/policy/markdown.ts'
import { componentNames, inlineText } from '../../model/policy/markdown.ts'
import { parseNumbering } from '../../model/policy/numbering.ts'
import { findResponsibility } from '../../model/policy/responsibility.ts'
import { footnoteLabel, html, inlines, plain, toInlines, trimEnd, without } from './inline.ts'
import { lineStartsOf } from './line-starts.ts'
import { checkMarkup, checkUnderline } from './markup-slips.ts'
import type { Context, Marks, Node, PlacedLink, Source } from './mdast.ts'
import { clip, placeAt, placeOf, slice } from './mdast.ts'
import { disarm, hasCodeAttribute, isStatement, quoteAttributes, rearm } from './mdx.ts'
import { findDeepNode, findDeepText } from './nesting.ts'

/** A block and where it stands in its file. */
export interface Placed {
  readonly block: Block
  readonly at: Place
}

const features = { frontmatter: false, directive: true, gfm: { footnotes: true } }

/** Reads a body into blocks. Nothing in it is ever run: HTML, expressions and imports are issues. */
export function readMarkdown(source: Source, marks: Marks): { blocks: Placed[]; links: PlacedLink[]; issues: Issue[] } {
  const definitions = new Map<string, string>()
  const context: Context = { ...source, marks, issues: [], links: [], lines: lineStartsOf(source.body), definitions }
  const nothing = (found: Issue) => ({ blocks: [], links: [], issues: [found] })
  const dense = findDeepText(source.body)
  if (dense) return nothing(issue(tooDeep, placeAt(dense.offset, context), { what: dense.what }))
  let root: Node
  try {
    root = source.mdx ? parseMdx(source.body) : (markdownToMdast(source.body, { features }) as unknown as Node)
  } catch (error) {
    return nothing(mdxFault(error, source))
  }
  const deep = findDeepNode(root)
  if (deep) return nothing(issue(tooDeep, placeOf(deep, context), { what: 'levels' }))
  checkPairs(root, definitions, context)
  let depth = 1
  const blocks = (root.children ?? []).flatMap((node) => {
    if (node.type === 'heading') {
      if ((node.depth ?? 1) > depth + 1)
        context.issues.push(issue(inaccessible, placeOf(node, context), { what: 'heading-skip' }))
      depth = node.depth ?? depth
    }
    return toBlocks(node, context)
  })
  return { blocks, links: context.links, issues: context.issues }
}

/** Collects what links and footnotes refer to; TXT-011 and TXT-013 where nothing refers to it: it would not be shown. */
function checkPairs(root: Node, definitions: Map<string, string>, context: Context): void {
  const used = new Set<string>()
  const notes: Node[] = []
  const addresses: Node[] = []
  const open = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type.endsWith('Reference')) used.add(`${node.type === 'footnoteReference' ? '^' : ''}${node.identifier}`)
    if (node.type === 'footnoteDefinition') notes.unshift(node)
    if (node.type === 'definition') addresses.unshift(node)
    for (const child of node.children ?? []) open.push(child)
  }
  for (const node of addresses) {
    const id = node.identifier ?? ''
    if (!definitions.has(id)) definitions.set(id, node.url ?? '')
    if (!used.has(id))
      context.issues.push(issue(linkNotRead, placeOf(node, context), { found: clip(slice(node, context)) }))
  }
  const seen = new Set<string>()
  for (const node of notes) {
    const id = `^${node.identifier ?? ''}`
    const what = seen.has(id) ? 'twice' : used.has(id) ? undefined : 'not-used'
    if (what) context.issues.push(issue(footnote, placeOf(node, context), { found: `[${id}]`, what }))
    seen.add(id)
  }
}

function parseMdx(body: string): Node {
  const text = disarm(body)
  try {
    return mdxToMdast(text, { features }) as unknown as Node
  } catch {
    return mdxToMdast(quoteAttributes(text), { features }) as unknown as Node
  }
}

function toBlocks(node: Node, context: Context): Placed[] {
  const at = placeOf(node, context)
  const one = (block: Block): Placed[] => [{ block, at }]
  const children = node.children ?? []
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, context)
    case 'heading': {
      checkMarkup(node, context)
      checkUnderline(node, context)
      const words = inlineText(
        children.flatMap((child) => toInlines(child, { ...context, marks: {}, issues: [], links: [] })),
      )
      const id = context.marks.heading?.(words, node.depth ?? 2, at) ?? ''
      return one({ type: 'heading', depth: node.depth ?? 2, id, children: inlines(node, context) })
    }
    case 'list': {
      const items = children.map((item) =>
        (item.children ?? []).flatMap((child) => toBlocks(child, context)).map((placed) => placed.block),
      )
      return one({ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, items })
    }
    case 'table': {
      checkTable(node, context)
      const [head = [], ...rows] = children.map((row) => (row.children ?? []).map((cell) => inlines(cell, context)))
      if (head.every((cell) => inlineText(cell).trim() === ''))
        context.issues.push(issue(inaccessible, at, { what: 'table-header' }))
      return one({ type: 'table', head, rows })
    }
    case 'blockquote':
      return one({
        type: 'quote',
        children: children.flatMap((child) => toBlocks(child, context)).map((placed) => placed.block),
      })
    case 'code':
      checkCode(node, context)
      return one({ type: 'code', text: rearm(node.value ?? '') })
    case 'thematicBreak':
      return one({ type: 'rule' })
    case 'html':
      return html(node, context) ? one({ type: 'paragraph', children: [] }) : []
    case 'mdxJsxFlowElement':
      return component(node, context)
    case 'definition':
      return []
    case 'footnoteDefinition': {
      const [first, ...others] = children.flatMap((child) => toBlocks(child, context))
      const label = { type: 'text' as const, text: `${footnoteLabel(node)} ` }
      if (first?.block.type !== 'paragraph')
        return [{ block: { type: 'paragraph', children: [label] }, at }, ...(first ? [first] : []), ...others]
      return [{ block: { type: 'paragraph', children: [label, ...first.block.children] }, at }, ...others]
    }
    case 'leafDirective':
    case 'containerDirective':
      context.issues.push(issue(markupNotRead, at, { found: clip(slice(node, context)), hint: noBlockMark }))
      return one({ type: 'paragraph', children: plain(slice(node, context), node.position.start.offset, context) })
    default:
      // Anything new: the text it was.
      return one({ type: 'paragraph', children: plain(slice(node, context), node.position.start.offset, context) })
  }
}

/** STR-007: a paragraph that is nothing but a bold number and words, in a text whose clauses are its headings. */
function checkBoldHeading(node: Node, context: Context): void {
  const [only, ...others] = node.children ?? []
  if (!context.marks.responsibility || only?.type !== 'strong' || others.length > 0) return
  const written = slice(only, context).replace(/^(?:\*\*|__)|(?:\*\*|__)$/g, '')
  const level = parseNumbering(written)?.level
  if (level === undefined || level === 3 || level === 4 || level === 5) return
  const instead = `${level === 2 ? '###' : '##'} ${clip(written)}`
  context.issues.push(
    issue(headingNotRead, placeOf(node, context), { found: clip(slice(node, context)), instead, what: 'bold' }),
  )
}

const unitsLike =
  /[（(【[]\s?((?:[责贵则][任认仼住]|牵头|主办|协办|配合|落实)[单车][位拉立]|[责贵][任认仼](?:部门|主体))[^）)】\]\n]{0,30}|^[ \t\u3000]*(责任单位[ \u3000]\p{Script=Han}[^\n]{0,30})/mu

/** STR-009: what was meant as responsible units and is not read as such: other brackets, no colon, a wrong character. */
function checkUnits(source: string, node: Node, context: Context): void {
  const found = context.marks.responsibility && !findResponsibility(source) ? unitsLike.exec(source) : undefined
  if (!found) return
  const at = placeAt(node.position.start.offset + found.index, context)
  context.issues.push(issue(unitsNotRead, at, { found: clip(found[0]), what: 'form' }))
}

/** STR-009: a bracket too many before the units, and a second list of units that nobody would read. */
function checkOtherUnits(
  source: string,
  { start, end }: { start: number; end: number },
  node: Node,
  context: Context,
): void {
  const at = (offset: number) => placeAt(node.position.start.offset + offset, context)
  if (/[（(]\s?$/.test(source.slice(0, start)) && !/^\s?[）)]/.test(source.slice(end)))
    context.issues.push(issue(unitsNotRead, at(start - 1), { found: clip(source.slice(start - 1, end)), what: 'open' }))
  const more = findResponsibility(source.slice(end))
  if (more) context.issues.push(issue(unitsNotRead, at(end + more.start), { found: clip(more.text), what: 'second' }))
}

const noBlockMark = {
  zh: '这里没有这种写法；目标写成 :target[原文]{#t01}，前面只有一个半角冒号',
  en: 'There is no such markup; a target is :target[words]{#t01} with one colon',
}

/** TXT-012: a row whose cells do not match the header; the first of a table. */
function checkTable(node: Node, context: Context): void {
  const [head, ...rows] = node.children ?? []
  const expected = head?.children?.length ?? 0
  const row = rows.find((one) => (one.children?.length ?? 0) !== expected)
  if (row) {
    const found = row.children?.length ?? 0
    context.issues.push(issue(brokenTable, placeOf(row, context), { what: 'cells', found, expected }))
  }
  for (const cell of [head, ...rows].flatMap((one) => one?.children ?? [])) checkMarkup(cell, context)
}

/** TXT-015: words that blanks at the beginning of a line, or a fence that is never closed, turned into code. */
function checkCode(node: Node, context: Context): void {
  const written = slice(node, context).trim()
  const fence = /^(?:`{3,}|~{3,})/.exec(written)?.[0]
  const found = clip(rearm(node.value ?? '').trim())
  if (fence === undefined) context.issues.push(issue(becameCode, placeOf(node, context), { what: 'indented', found }))
  else if (!written.slice(fence.length).trimEnd().endsWith(fence))
    context.issues.push(issue(becameCode, placeOf(node, context), { what: 'unclosed', found }))
}

function paragraph(node: Node, context: Context): Placed[] {
  const at = placeOf(node, context)
  checkMarkup(node, context)
  const source = slice(node, context)
  checkBoldHeading(node, context)
  checkUnits(source, node, context)
  if (isStatement(node.children?.[0]?.value ?? '')) {
    context.issues.push(issue(bareBrace, at, { found: clip(source) }))
    return []
  }
  const found = context.marks.responsibility ? findResponsibility(source) : undefined
  if (!found || !context.marks.responsibility)
    return [{ block: { type: 'paragraph', children: inlines(node, context) }, at }]
  checkOtherUnits(source, found, node, context)
  // The bracket is cut out of the source, so that the words around it are parsed exactly as they stand.
  const from = node.position.start.offset
  const place = (offset: number) => placeAt(from + found.start + offset, context)
  const task = context.marks.responsibility(found.text, place)
  const kept = (node.children ?? []).flatMap((child) => without(child, from + found.start, from + found.end, context))
  const children = trimEnd(kept)
  const line: Placed = { block: { type: 'responsibility', task, text: found.text }, at: place(0) }
  return children.length > 0 ? [{ block: { type: 'paragraph', children }, at }, line] : [line]
}

function component(node: Node, context: Context): Placed[] {
  const at = placeOf(node, context)
  const name = componentNames.find((one) => one === node.name)
  const attributes = Array.isArray(node.attributes) ? node.attributes : []
  const literal = attributes.every((one) => one.name && typeof one.value === 'string')
  if (!name || !literal || hasCodeAttribute(slice(node, context)) || (node.children?.length ?? 0) > 0) {
    context.issues.push(issue(bareBrace, at, { found: clip(slice(node, context)) }))
    return []
  }
  const props = Object.fromEntries(attributes.map((one) => [String(one.name), rearm(String(one.value))]))
  return [{ block: { type: 'component', name, props }, at }]
}

function mdxFault(error: unknown, source: Source): Issue {
  const message = error instanceof Error ? error.message : String(error)
  const [, line = '1', column = '1'] = /^(\d+):(\d+)/.exec(message) ?? []
  const text = source.body.split('\n')[Number(line) - 1] ?? ''
  const at = { file: source.file, line: Number(line) + source.bodyLine - 1, column: Number(column) }
  return issue(bareBrace, at, { found: clip(text.slice(Math.max(0, Number(column) - 5)).trim() || message) })
}
