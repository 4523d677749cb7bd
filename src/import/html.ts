import { type HastNode, htmlToHast } from 'satteri'
import { listNumber } from './html-list.ts'
import { findMain } from './html-main.ts'
import { attributeOf, childrenOf, findAll, isAround, isBlock, isLeftOut, linesBelow, tagOf } from './html-tree.ts'
import { readPageFields } from './page-fields.ts'
import type { Finding, FindingKind, Part, Reading } from './part.ts'
import { lineOf, paragraph, tidy } from './part.ts'

/** The text of a saved page: its main part. What stands around it, pictures and struck words are named. */
export function readHtml(html: string): Reading {
  const root = htmlToHast(html)
  const main = findMain(root)
  const walk = new Walk()
  const parts = walk.blocks(main)
  for (const line of linesOf(root, main)) walk.find('outside', line)
  return { parts, source: linesBelow(main).join('\n'), findings: walk.findings, fields: readPageFields(root) }
}

/** The encoding a page names in its head; pages of older sites are GBK. */
export function charsetOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
}

class Walk {
  readonly findings: Finding[] = []
  #last = ''

  find(kind: FindingKind, text: string): void {
    if (tidy(text) !== '') this.findings.push({ kind, text: tidy(text) })
  }

  /** Blocks in order; loose text and inline elements between blocks form a paragraph. */
  blocks(node: HastNode): Part[] {
    const parts: Part[] = []
    const isTitle = tagOf(node) === 'h1'
    let run = ''
    const flush = () => {
      const lines = isTitle ? paragraph(run.replaceAll('\n', ' ')) : run.split('\n').flatMap(paragraph)
      for (const line of lines) if (line.type === 'paragraph') this.#last = line.text
      parts.push(...lines.map((line) => (isTitle ? ({ ...line, isTitle: true } as Part) : line)))
      run = ''
    }
    for (const child of childrenOf(node)) {
      if (isLeftOut(child)) {
        if (/^(?:iframe|object|embed|video|audio|svg|canvas)$/.test(tagOf(child))) this.find('object', this.#where(''))
      } else if (isAround(child)) {
        for (const line of linesBelow(child)) this.find('outside', line)
      } else if (isInline(child)) {
        run += this.#text(child, tagOf(node) === 'pre')
      } else if (child.type === 'element') {
        flush()
        parts.push(...this.#block(child, node))
      }
    }
    flush()
    return parts
  }

  #block(node: HastNode, parent: HastNode): Part[] {
    if (tagOf(node) === 'table') return this.#table(node)
    if (tagOf(node) === 'hr') return []
    const blocks = this.blocks(node)
    const number = tagOf(node) === 'li' ? listNumber(node, parent) : ''
    const [first, ...rest] = blocks
    if (number === '' || first?.type !== 'paragraph') return blocks
    this.find('numbers', '1')
    return [{ ...first, text: number + first.text }, ...rest]
  }

  /** White space of the source is one space; only `<br>`, and a line of preformatted text, breaks a line. */
  #text(node: HastNode, isPre: boolean): string {
    if (node.type === 'text') return isPre ? node.value : node.value.replace(/\s+/g, ' ')
    if (isLeftOut(node)) return ''
    const tag = tagOf(node)
    const inside = () =>
      childrenOf(node)
        .map((child) => this.#text(child, isPre || tag === 'pre'))
        .join('')
    switch (tag) {
      case 'br':
        return '\n'
      case 'img':
        this.find('image', this.#where(attributeOf(node, 'alt') || attributeOf(node, 'src').slice(-40)))
        return ''
      case 'del':
        this.find('deleted', inside())
        return ''
      default:
        return inside()
    }
  }

  #where(words: string): string {
    return [words, this.#last.slice(-20)].filter((one) => one !== '').join('；') || '—'
  }

  /** A table that only lays out the page has one cell a row; its content is read as blocks. */
  #table(table: HastNode): Part[] {
    const captions = findAll(table, 'caption').flatMap((one) => this.blocks(one))
    const rows = findAll(table, 'tr').map((row) => childrenOf(row).filter((cell) => /^t[dh]$/.test(tagOf(cell))))
    if (rows.every((cells) => cells.length <= 1)) {
      return [...captions, ...rows.flat().flatMap((cell) => this.blocks(cell))]
    }
    return [...captions, { type: 'table', rows: this.#grid(rows) }]
  }

  /** Every cell at its own column: what a merged cell covers stays empty. */
  #grid(rows: readonly (readonly HastNode[])[]): string[][] {
    const grid: string[][] = rows.map(() => [])
    rows.forEach((cells, y) => {
      let x = 0
      for (const cell of cells) {
        while (grid[y]?.[x] !== undefined) x++
        const text = lineOf(this.blocks(cell))
        if (findAll(cell, 'table').length > 0) this.find('nested', text.slice(0, 40))
        const [across, down] = [spanOf(cell, 'colSpan', 63), spanOf(cell, 'rowSpan', rows.length - y)]
        if (across > 1 || down > 1) this.find('merged', text || '—')
        for (let dy = 0; dy < down; dy++) {
          const row = grid[y + dy]
          for (let dx = 0; row && dx < across; dx++) row[x + dx] ??= dx + dy === 0 ? text : ''
        }
      }
    })
    return grid.map((row) => Array.from(row, (cell) => cell ?? ''))
  }
}

function spanOf(cell: HastNode, name: string, most: number): number {
  const span = Number(attributeOf(cell, name) || 1)
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1
}

function isInline(node: HastNode): boolean {
  if (node.type === 'text') return true
  if (node.type !== 'element' || isBlock(node)) return false
  return childrenOf(node).every((child) => child.type === 'comment' || isInline(child))
}

/** The lines of a page outside its main part. */
function linesOf(root: HastNode, main: HastNode): string[] {
  if (root === main) return []
  const without = (node: HastNode): string[] => {
    if (node === main || isLeftOut(node)) return []
    const holds = childrenOf(node).some((child) => contains(child, main))
    return holds ? childrenOf(node).flatMap(without) : linesBelow(node)
  }
  return without(root)
    .map(tidy)
    .filter((line) => line !== '')
}

function contains(node: HastNode, wanted: HastNode): boolean {
  return node === wanted || childrenOf(node).some((child) => contains(child, wanted))
}
