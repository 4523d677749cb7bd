import type { Block, Inline } from '../../model/policy/markdown.ts'
import type { StatusId } from '../../progress/assessment.ts'

/** The six statuses that judge; the rest say why there is no judgement. */
const judged: ReadonlySet<StatusId> = new Set(['achieved', 'ontrack', 'slight', 'far', 'reverse', 'missed'])

/** Inline nodes that stand in a text for the first time. */
export interface FirstUses {
  /** Terms to link: the first of each in the whole text that does not stand inside another link. */
  readonly terms: ReadonlySet<Inline>
  /**
   * Targets whose status is said in a word. A neutral status says it once a passage and is a shape alone after
   * that (DESIGN §6); a judgement always says it.
   */
  readonly worded: ReadonlySet<Inline>
}

/** Finds first uses in passages (the clauses of a policy, in reading order, or one article). */
export function firstUses(
  passages: readonly (readonly Block[])[],
  statusOf: (target: string) => StatusId | undefined,
): FirstUses {
  const terms = new Set<Inline>()
  const worded = new Set<Inline>()
  const seenTerms = new Set<string>()
  for (const passage of passages) {
    const said = new Set<StatusId>()
    const linked = new Set(
      inlinesOf(passage).flatMap((node) => (isLink(node) ? node.children.flatMap(withChildren) : [])),
    )
    for (const node of inlinesOf(passage)) {
      if (node.type === 'term' && !linked.has(node) && !seenTerms.has(node.term)) {
        seenTerms.add(node.term)
        terms.add(node)
      }
      if (node.type !== 'target') continue
      const status = statusOf(node.id)
      if (!status || (said.has(status) && !judged.has(status))) continue
      said.add(status)
      worded.add(node)
    }
  }
  return { terms, worded }
}

/** Every inline node of blocks in reading order, outer before inner. */
export function inlinesOf(blocks: readonly Block[]): Inline[] {
  return paragraphsOf(blocks).flat().flatMap(withChildren)
}

/** Every run of inline nodes that stands together: a paragraph, a heading, a cell of a table. */
export function paragraphsOf(blocks: readonly Block[]): (readonly Inline[])[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [block.children]
      case 'list':
        return block.items.flatMap(paragraphsOf)
      case 'table':
        return [block.head, ...block.rows].flat()
      case 'quote':
        return paragraphsOf(block.children)
      default:
        return []
    }
  })
}

function isLink(node: Inline): node is Extract<Inline, { type: 'target' | 'link' }> {
  return node.type === 'target' || node.type === 'link'
}

function withChildren(node: Inline): Inline[] {
  return 'children' in node ? [node, ...node.children.flatMap(withChildren)] : [node]
}
