import { type HastNode, htmlToHast } from 'satteri'
import { type Part, paragraph } from './part.ts'

/** The text of a saved page: its main part, without navigation, scripts and forms. */
export function readHtml(html: string): Part[] {
  const root = htmlToHast(html)
  return partsOf(findMain(root) ?? root)
}

/** The encoding a page names in its head; pages of older sites are GBK. */
export function decodeHtml(bytes: Uint8Array, decodeText: (bytes: Uint8Array) => string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const named = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
  return named && /^gb(k|2312|18030)$/.test(named) ? new TextDecoder('gb18030').decode(bytes) : decodeText(bytes)
}

const left = new Set([
  'script',
  'style',
  'noscript',
  'nav',
  'form',
  'button',
  'select',
  'svg',
  'iframe',
  'header',
  'footer',
  'head',
])
const inline = new Set([
  'a',
  'abbr',
  'b',
  'em',
  'font',
  'i',
  'label',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'time',
  'mark',
  'o:p',
])
/** Where the content systems of government sites put the text. */
const mainNames =
  /(^|[\s_-])(zoom|article|article-content|content-text|trs_editor|view|ueditor|pages_content|wznr|main-content)([\s_-]|$)/i

function findMain(node: HastNode): HastNode | undefined {
  if (node.type === 'element') {
    const { id = '', className = '' } = node.properties as { id?: unknown; className?: unknown }
    const names = [id, ...(Array.isArray(className) ? className : [className])].join(' ')
    if (/^(article|main)$/.test(node.tagName) || mainNames.test(names)) return node
  }
  for (const child of childrenOf(node)) {
    const found = findMain(child)
    if (found) return found
  }
  return undefined
}

/** Blocks in order; loose text and inline elements between blocks form a paragraph. */
function partsOf(node: HastNode): Part[] {
  const parts: Part[] = []
  let run = ''
  const flush = () => {
    parts.push(...run.split('\n').flatMap(paragraph))
    run = ''
  }
  for (const child of childrenOf(node)) {
    if (isInline(child)) {
      run += textOf(child)
    } else if (child.type === 'element' && !left.has(child.tagName)) {
      flush()
      parts.push(...(child.tagName === 'table' ? tableOf(child) : partsOf(child)))
    }
  }
  flush()
  return parts
}

function isInline(node: HastNode): boolean {
  if (node.type === 'text') return true
  if (node.type !== 'element') return false
  return node.tagName === 'br' || (inline.has(node.tagName) && childrenOf(node).every(isInline))
}

/** White space of the source is one space; only `<br>` breaks a line. */
function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ')
  if (node.type === 'element' && node.tagName === 'br') return '\n'
  return childrenOf(node).map(textOf).join('')
}

/** A table that only lays out the page has one cell; its content is read as blocks. */
function tableOf(table: HastNode): Part[] {
  const rows = findAll(table, 'tr').map((row) =>
    childrenOf(row).filter((cell) => cell.type === 'element' && /^t[dh]$/.test(cell.tagName)),
  )
  if (rows.every((cells) => cells.length <= 1)) return rows.flat().flatMap(partsOf)
  const texts = rows.map((cells) =>
    cells.map((cell) =>
      partsOf(cell)
        .map((part) => (part.type === 'paragraph' ? part.text : ''))
        .join(' '),
    ),
  )
  return [{ type: 'table', rows: texts }]
}

function findAll(node: HastNode, tagName: string): HastNode[] {
  return childrenOf(node).flatMap((child) =>
    child.type === 'element' && child.tagName === tagName ? [child] : findAll(child, tagName),
  )
}

function childrenOf(node: HastNode): HastNode[] {
  return 'children' in node ? (node.children as HastNode[]) : []
}
