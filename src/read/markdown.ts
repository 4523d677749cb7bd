import { markdownToMdast, mdxToMdast } from 'satteri'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { inaccessible } from '../model/issues/a11y.ts'
import { bareBrace, rawHtml } from '../model/issues/txt.ts'
import type { Block, ComponentName, Inline } from '../model/markdown.ts'
import { componentNames, inlineText } from '../model/markdown.ts'
import { findResponsibility } from '../model/responsibility.ts'

/** A block and where it stands in its file. */
export interface Placed {
  readonly block: Block
  readonly at: Place
}

/** A `:target[…]{…}` as it stands in the text. */
export interface TargetMark {
  readonly attributes: Readonly<Record<string, string>>
  readonly words: string
  readonly at: Place
  /** Where an attribute stands. */
  attributeAt(name: string): Place
}

/** What a caller does with the marks; without a callback the mark is read as the text it was. */
export interface Marks {
  /** Plain text → text with links to policies and terms. */
  text?(text: string, at: (offset: number) => Place): Inline[]
  /** Returns the id under which the mark is kept. */
  target?(mark: TargetMark): string
  /** `（责任单位：…）` cut out of a paragraph; returns the id of its task. */
  responsibility?(text: string, at: (offset: number) => Place): string
  /** Called at every heading, before the blocks below it. */
  heading?(words: string, depth: number, at: Place): string
}

interface Source {
  readonly file: string
  readonly body: string
  readonly bodyLine: number
  /** `.mdx`: the fixed components are allowed, code is not. */
  readonly mdx: boolean
}

interface Context extends Source {
  readonly issues: Issue[]
  readonly marks: Marks
}

/** The part of an mdast node that is read here. */
interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
  readonly position: { readonly start: Point; readonly end: Point }
  readonly depth?: number
  readonly url?: string
  readonly alt?: string | null
  readonly ordered?: boolean | null
  readonly start?: number | null
  readonly name?: string | null
  readonly attributes?:
    | Readonly<Record<string, string>>
    | readonly { readonly name?: string; readonly value?: unknown }[]
}

interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

const features = { frontmatter: false, directive: true, gfm: { footnotes: false } }

/** Reads a body into blocks. Nothing in it is ever run: HTML, expressions and imports are issues. */
export function readMarkdown(source: Source, marks: Marks): { blocks: Placed[]; issues: Issue[] } {
  const context: Context = { ...source, marks, issues: [] }
  let root: Node
  try {
    root = (source.mdx
      ? mdxToMdast(source.body, { features })
      : markdownToMdast(source.body, { features })) as unknown as Node
  } catch (error) {
    return { blocks: [], issues: [mdxFault(error, source)] }
  }
  let depth = 1
  const blocks = (root.children ?? []).flatMap((node) => {
    if (node.type === 'heading') {
      if ((node.depth ?? 1) > depth + 1)
        context.issues.push(issue(inaccessible, placeOf(node, context), { what: 'heading-skip' }))
      depth = node.depth ?? depth
    }
    return toBlocks(node, context)
  })
  return { blocks, issues: context.issues }
}

function toBlocks(node: Node, context: Context): Placed[] {
  const at = placeOf(node, context)
  const one = (block: Block): Placed[] => [{ block, at }]
  const children = node.children ?? []
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, context)
    case 'heading': {
      const words = inlineText(children.flatMap((child) => toInlines(child, { ...context, marks: {} })))
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
      return one({ type: 'code', text: node.value ?? '' })
    case 'thematicBreak':
      return one({ type: 'rule' })
    case 'html':
      return html(node, context) ? one({ type: 'paragraph', children: [] }) : []
    case 'mdxJsxFlowElement':
      return component(node, context)
    case 'mdxFlowExpression':
    case 'mdxjsEsm':
      context.issues.push(issue(bareBrace, at, { found: clip(slice(node, context)) }))
      return []
    case 'definition':
      return []
    default:
      // Block directives and anything new: the text it was.
      return one({ type: 'paragraph', children: plain(slice(node, context), node.position.start.offset, context) })
  }
}

function paragraph(node: Node, context: Context): Placed[] {
  const at = placeOf(node, context)
  const source = slice(node, context)
  const found = context.marks.responsibility ? findResponsibility(source) : undefined
  if (!found || !context.marks.responsibility)
    return [{ block: { type: 'paragraph', children: inlines(node, context) }, at }]
  // The bracket is cut out of the source, so that the words around it are parsed exactly as they stand.
  const from = node.position.start.offset
  const place = (offset: number) => placeAt(from + found.start + offset, context)
  const task = context.marks.responsibility(found.text, place)
  const kept = (node.children ?? []).flatMap((child) => without(child, from + found.start, from + found.end, context))
  const children = trimEnd(kept)
  const line: Placed = { block: { type: 'responsibility', task, text: found.text }, at: place(0) }
  return children.length > 0 ? [{ block: { type: 'paragraph', children }, at }, line] : [line]
}

function without(node: Node, from: number, to: number, context: Context): Inline[] {
  const { start, end } = node.position
  if (end.offset <= from || start.offset >= to || node.type !== 'text') return toInlines(node, context)
  const before = context.body.slice(start.offset, Math.max(start.offset, from))
  const after = context.body.slice(Math.min(end.offset, to), end.offset)
  return [...plain(before, start.offset, context), ...plain(after, to, context)]
}

function trimEnd(nodes: readonly Inline[]): Inline[] {
  const last = nodes.at(-1)
  if (last?.type !== 'text') return [...nodes]
  const text = last.text.trimEnd()
  return text === '' ? trimEnd(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { type: 'text', text }]
}

function inlines(node: Node, context: Context): Inline[] {
  return (node.children ?? []).flatMap((child) => toInlines(child, context))
}

function toInlines(node: Node, context: Context): Inline[] {
  const at = placeOf(node, context)
  switch (node.type) {
    case 'text':
      return plain(node.value ?? '', node.position.start.offset, context)
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: inlines(node, context) }]
    case 'inlineCode':
      return [{ type: 'code', text: node.value ?? '' }]
    case 'break':
      return [{ type: 'break' }]
    case 'link':
      if (!isSafe(node.url ?? '')) context.issues.push(issue(rawHtml, at, { found: clip(node.url ?? '') }))
      return [{ type: 'link', url: node.url ?? '', children: inlines(node, { ...context, marks: {} }) }]
    case 'image':
      if (!node.alt?.trim()) context.issues.push(issue(inaccessible, at, { what: 'alt' }))
      if (!isSafe(node.url ?? '')) context.issues.push(issue(rawHtml, at, { found: clip(node.url ?? '') }))
      return [{ type: 'image', url: node.url ?? '', alt: node.alt ?? '' }]
    case 'html':
      html(node, context)
      return []
    case 'textDirective':
      return node.name === 'target' && context.marks.target
        ? [target(node, context)]
        : [{ type: 'text', text: slice(node, context) }]
    case 'mdxJsxTextElement':
    case 'mdxTextExpression':
      context.issues.push(issue(bareBrace, at, { found: clip(slice(node, context)) }))
      return []
    default:
      return [{ type: 'text', text: slice(node, context) }]
  }
}

function target(node: Node, context: Context): Inline {
  const children = inlines(node, { ...context, marks: { ...(context.marks.text ? { text: context.marks.text } : {}) } })
  const source = slice(node, context)
  const braces = source.lastIndexOf('{')
  const attributeAt = (name: string): Place => {
    const pattern = name === 'id' ? /[#\s{]#|\bid=/ : new RegExp(`\\b${name}=`)
    const index = braces === -1 ? -1 : source.slice(braces).search(pattern)
    return placeAt(node.position.start.offset + (index === -1 ? 0 : braces + index), context)
  }
  const attributes = Array.isArray(node.attributes) ? {} : ((node.attributes ?? {}) as Record<string, string>)
  const id =
    context.marks.target?.({ attributes, words: inlineText(children), at: placeOf(node, context), attributeAt }) ?? ''
  return { type: 'target', id, children }
}

/** Text of ours, with line breaks of the source folded: none between Chinese characters, a space elsewhere. */
function plain(value: string, offset: number, context: Context): Inline[] {
  if (value === '') return []
  const read = context.marks.text
  // Positions are exact only where the text stands in the source unchanged (no escapes, no entities).
  const exact = context.body.startsWith(value, offset)
  const nodes = read
    ? read(value, (index) => placeAt(exact ? offset + index : offset, context))
    : [{ type: 'text' as const, text: value }]
  return nodes.map((one) => (one.type === 'text' ? { type: 'text', text: foldLines(one.text) } : one))
}

/** Joins soft-wrapped lines the way Chinese is set: no space between two Han characters or punctuation. */
export function foldLines(text: string): string {
  return text.replace(/(.?)[ \t]*\r?\n[ \t]*(?=(.?))/gsu, (_, before: string, after: string) => {
    const tight = isWide(before) || isWide(after) || before === '' || after === ''
    return tight ? before : `${before} `
  })
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u.test(character)
}

function component(node: Node, context: Context): Placed[] {
  const at = placeOf(node, context)
  const name = componentNames.find((one) => one === node.name) as ComponentName | undefined
  const attributes = Array.isArray(node.attributes) ? node.attributes : []
  const literal = attributes.every((one) => one.name && typeof one.value === 'string')
  if (!name || !literal || (node.children?.length ?? 0) > 0) {
    context.issues.push(issue(bareBrace, at, { found: clip(slice(node, context)) }))
    return []
  }
  const props = Object.fromEntries(attributes.map((one) => [String(one.name), String(one.value)]))
  return [{ block: { type: 'component', name, props }, at }]
}

/** Comments are for editors and vanish; any other HTML is an issue. */
function html(node: Node, context: Context): false {
  const value = (node.value ?? '').trim()
  if (!/^<!--[\s\S]*-->$/.test(value))
    context.issues.push(issue(rawHtml, placeOf(node, context), { found: clip(value) }))
  return false
}

function mdxFault(error: unknown, source: Source): Issue {
  const message = error instanceof Error ? error.message : String(error)
  const [, line = '1', column = '1'] = /^(\d+):(\d+)/.exec(message) ?? []
  const text = source.body.split('\n')[Number(line) - 1] ?? ''
  const at = { file: source.file, line: Number(line) + source.bodyLine - 1, column: Number(column) }
  return issue(bareBrace, at, { found: clip(text.slice(Math.max(0, Number(column) - 5)).trim() || message) })
}

function isSafe(url: string): boolean {
  return !/^\s*(javascript|data|vbscript):/i.test(url.replace(/[\s\p{Cc}]/gu, ''))
}

function slice(node: Node, context: Context): string {
  return context.body.slice(node.position.start.offset, node.position.end.offset)
}

function clip(text: string): string {
  const line = text.split('\n')[0] ?? ''
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

function placeOf(node: Node, context: Context): Place {
  return {
    file: context.file,
    line: node.position.start.line + context.bodyLine - 1,
    column: node.position.start.column,
  }
}

function placeAt(offset: number, context: Context): Place {
  const before = context.body.slice(0, offset)
  const newline = before.lastIndexOf('\n')
  let line = context.bodyLine
  for (let index = before.indexOf('\n'); index !== -1; index = before.indexOf('\n', index + 1)) line++
  return { file: context.file, line, column: offset - newline }
}
