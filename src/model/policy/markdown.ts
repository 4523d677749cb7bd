/**
 * Prose after reading: a small tree of our own, so that pages never parse Markdown and an editor's
 * file never runs code. Shapes follow mdast; only what we publish is kept.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly url: string; readonly alt: string }
  | { readonly type: 'break' }
  /** A promise marked in the text: `:target[…]{#t01}`. */
  | { readonly type: 'target'; readonly id: string; readonly children: readonly Inline[] }
  /** Another policy named by its number or 《title》. */
  | { readonly type: 'policy'; readonly policy: string; readonly clause?: string; readonly text: string }
  /** A word with an entry in the glossary. */
  | { readonly type: 'term'; readonly term: string; readonly text: string }

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly depth: number; readonly id: string; readonly children: readonly Inline[] }
  | {
      readonly type: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly Block[])[]
    }
  | {
      readonly type: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' }
  /** `（责任单位：…）`, already resolved; `text` is the line as written. */
  | { readonly type: 'responsibility'; readonly task: string; readonly text: string }
  /** One of the fixed components an `.mdx` page may use: `<Chart indicator="gdp" />`. */
  | { readonly type: 'component'; readonly name: ComponentName; readonly props: Readonly<Record<string, string>> }

/** The components an editor may place in an interpretation or a page. */
export const componentNames = ['Chart', 'Progress', 'Figure', 'Notice'] as const
export type ComponentName = (typeof componentNames)[number]

/** The words of inline nodes, marks stripped: what a reader reads. */
export function inlineText(nodes: readonly Inline[]): string {
  return nodes.map(wordsOf).join('')
}

function wordsOf(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'policy':
    case 'term':
      return node.text
    case 'image':
      return node.alt
    case 'break':
      return '\n'
    default:
      return inlineText(node.children)
  }
}

/** The words of blocks, one line a block. */
export function blockText(blocks: readonly Block[]): string {
  return blocks.map(linesOf).join('\n')
}

function linesOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children)
    case 'list':
      return block.items.map(blockText).join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(inlineText).join(' ')).join('\n')
    case 'quote':
      return blockText(block.children)
    case 'code':
    case 'responsibility':
      return block.text
    default:
      return ''
  }
}
