import { inaccessible } from '../../issues/a11y.ts'
import { bareBrace, markNotRead, rawHtml } from '../../issues/txt.ts'
import type { Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Inline } from '../../model/policy/markdown.ts'
import { inlineText } from '../../model/policy/markdown.ts'
import type { Context, Node } from './mdast.ts'
import { clip, placeAt, placeOf, slice } from './mdast.ts'
import { findExpression, rearm } from './mdx.ts'

/** The inlines of a node with the source between two offsets cut out. */
export function without(node: Node, from: number, to: number, context: Context): Inline[] {
  const { start, end } = node.position
  if (end.offset <= from || start.offset >= to || node.type !== 'text') return toInlines(node, context)
  const before = context.body.slice(start.offset, Math.max(start.offset, from))
  const after = context.body.slice(Math.min(end.offset, to), end.offset)
  return [...plain(before, start.offset, context), ...plain(after, to, context)]
}

export function trimEnd(nodes: readonly Inline[]): Inline[] {
  const last = nodes.at(-1)
  if (last?.type !== 'text') return [...nodes]
  const text = last.text.trimEnd()
  return text === '' ? trimEnd(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { type: 'text', text }]
}

export function inlines(node: Node, context: Context): Inline[] {
  return (node.children ?? []).flatMap((child) => toInlines(child, context))
}

export function toInlines(node: Node, context: Context): Inline[] {
  const at = placeOf(node, context)
  const url = rearm(node.url ?? context.definitions.get(node.identifier ?? '') ?? '')
  switch (node.type) {
    case 'text':
      checkExpression(node, context)
      return plain(rearm(node.value ?? ''), node.position.start.offset, context)
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: inlines(node, context) }]
    case 'inlineCode':
      return [{ type: 'code', text: rearm(node.value ?? '') }]
    case 'break':
      return [{ type: 'break' }]
    case 'link':
    case 'linkReference':
      // A bare address that swallowed the words behind it is said as such (TXT-011).
      if (!isSwallowing(node, url, context)) context.links.push({ url, at })
      return [{ type: 'link', url, children: inlines(node, { ...context, marks: {} }) }]
    case 'image':
    case 'imageReference':
      if (!node.alt?.trim()) context.issues.push(issue(inaccessible, at, { what: 'alt' }))
      context.links.push({ url, at, isImage: true })
      return [{ type: 'image', url, alt: rearm(node.alt ?? '') }]
    case 'footnoteReference':
      return [{ type: 'text', text: footnoteLabel(node) }]
    case 'html':
      html(node, context)
      return []
    case 'textDirective':
      return node.name === 'target' && context.marks.target
        ? [target(node, context)]
        : [{ type: 'text', text: slice(node, context) }]
    case 'mdxJsxTextElement':
      context.issues.push(issue(bareBrace, at, { found: clip(slice(node, context)) }))
      return []
    default:
      return [{ type: 'text', text: slice(node, context) }]
  }
}

function isSwallowing(node: Node, url: string, context: Context): boolean {
  const isBare = !'[<'.includes(context.body[node.position.start.offset] ?? '')
  return isBare && /[。，；：、（）【】“”《》！？\p{Script=Han}]/u.test(url)
}

/** `[^1]` as it is printed, at its place and before its note. */
export function footnoteLabel(node: Node): string {
  return `[${rearm(node.identifier ?? '')}]`
}

/** A mark without words, or with its braces apart: half of it would be lost. */
export function isHalf(node: Node, context: Context): boolean {
  if ((node.children ?? []).length === 0) return true
  const hasBraces = Object.keys(node.attributes ?? {}).length > 0
  return !hasBraces && /^[ \t]?[{｛]/.test(context.body.slice(node.position.end.offset, node.position.end.offset + 2))
}

function target(node: Node, context: Context): Inline {
  if (isHalf(node, context)) {
    const { start } = node.position
    const written = context.body.slice(start.offset, start.offset + 60)
    context.issues.push(issue(markNotRead, placeOf(node, context), { found: clip(written) }))
    return { type: 'text', text: slice(node, context) }
  }
  const inner = node.children?.find((child) => child.type === 'textDirective' && child.name === 'target')
  if (inner) context.issues.push(issue(markNotRead, placeOf(inner, context), { found: clip(slice(inner, context)) }))
  const children = inlines(node, { ...context, marks: { ...(context.marks.text ? { text: context.marks.text } : {}) } })
  const source = slice(node, context)
  const braces = source.lastIndexOf('{')
  const attributeAt = (name: string): Place => {
    const pattern = name === 'id' ? /[#\s{]#|\bid=/ : new RegExp(`\\b${name}(?==|[\\s}])`)
    const index = braces === -1 ? -1 : source.slice(braces).search(pattern)
    return placeAt(node.position.start.offset + (index === -1 ? 0 : braces + index), context)
  }
  const attributes = Array.isArray(node.attributes) ? {} : ((node.attributes ?? {}) as Record<string, string>)
  const written = braces === -1 ? '' : source.slice(braces)
  const id =
    context.marks.target?.({
      attributes,
      written,
      words: inlineText(children),
      at: placeOf(node, context),
      attributeAt,
    }) ?? ''
  return { type: 'target', id, children }
}

/** Plain text, with line breaks of the source folded: none between Chinese characters, a space elsewhere. */
export function plain(value: string, offset: number, context: Context): Inline[] {
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
  const lines = text.split('\n')
  const last = lines.length - 1
  const parts = lines
    .map((line, index) =>
      line.slice(index === 0 ? 0 : blanksBefore(line), index === last ? undefined : blanksAfter(line)),
    )
    .filter((line, index) => line !== '' || index === 0 || index === last)
  return parts.reduce((folded, line, index) => {
    const [before = '', after = ''] = [[...(parts[index - 1] ?? '').slice(-2)].at(-1), line.slice(0, 2)]
    const tight = isWide(before) || isWide(after) || before === '' || after === ''
    return tight ? folded + line : `${folded} ${line}`
  })
}

function blanksBefore(line: string): number {
  let at = 0
  while (line[at] === ' ' || line[at] === '\t') at++
  return at
}

function blanksAfter(line: string): number {
  let at = line.endsWith('\r') ? line.length - 1 : line.length
  while (line[at - 1] === ' ' || line[at - 1] === '\t') at--
  return at
}

function isWide(character: string): boolean {
  return /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u.test(character)
}

/** Comments are for editors and vanish; any other HTML is an issue. */
export function html(node: Node, context: Context): false {
  const value = (node.value ?? '').trim()
  if (!/^<!--[\s\S]*-->$/.test(value))
    context.issues.push(issue(rawHtml, placeOf(node, context), { found: clip(value) }))
  return false
}

/** TXT-004: text that MDX would run. */
function checkExpression(node: Node, context: Context): void {
  const written = slice(node, context)
  const found = context.mdx ? findExpression(written) : -1
  if (found === -1) return
  const at = placeAt(node.position.start.offset + found, context)
  context.issues.push(issue(bareBrace, at, { found: clip(written.slice(found).replace(/(?<=\}).*/s, '')) }))
}
