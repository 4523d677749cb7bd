import type { HastNode } from 'satteri'

export function childrenOf(node: HastNode): HastNode[] {
  return 'children' in node ? (node.children as HastNode[]) : []
}

/** The name of an element; empty for anything else. */
export function tagOf(node: HastNode): string {
  return node.type === 'element' ? node.tagName : ''
}

/** An attribute as text; empty where it is absent. */
export function attributeOf(node: HastNode, name: string): string {
  const value = node.type === 'element' ? (node.properties as Record<string, unknown>)[name] : undefined
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.join(' ') : String(value)
}

/** Elements of that name below a node, not those inside of them. */
export function findAll(node: HastNode, tagName: string): HastNode[] {
  return childrenOf(node).flatMap((child) => (tagOf(child) === tagName ? [child] : findAll(child, tagName)))
}

/** What has no text for readers. */
export function isLeftOut(node: HastNode): boolean {
  return /^(?:script|style|noscript|template|head|title|meta|link|button|select|textarea|svg|canvas|iframe|object|embed|video|audio)$/.test(
    tagOf(node),
  )
}

/** The text below a node as it stands. */
export function textBelow(node: HastNode): string {
  if (node.type === 'text') return node.value
  return isLeftOut(node) ? '' : childrenOf(node).map(textBelow).join('')
}

/** What stands around the text of a page. */
export function isAround(node: HastNode): boolean {
  return /^(?:nav|footer|aside)$/.test(tagOf(node))
}

const block =
  /^(?:html|body|address|article|aside|blockquote|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|frameset|h[1-6]|header|hgroup|hr|legend|li|main|menu|nav|ol|p|pre|section|summary|table|caption|tbody|td|tfoot|th|thead|tr|ul)$/

export function isBlock(node: HastNode): boolean {
  return block.test(tagOf(node))
}

/** All text below a node as it stands, one line a block; struck text and what stands around the text are left. */
export function linesBelow(node: HastNode): string[] {
  const lines = ['']
  const walk = (one: HastNode) => {
    if (one.type === 'text') lines.push((lines.pop() ?? '') + one.value)
    if (isLeftOut(one) || tagOf(one) === 'del' || (isAround(one) && one !== node)) return
    const breaks = isBlock(one) || tagOf(one) === 'br'
    if (breaks) lines.push('')
    for (const child of childrenOf(one)) walk(child)
    if (breaks) lines.push('')
  }
  walk(node)
  return lines
}
