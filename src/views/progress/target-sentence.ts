import { type Inline, inlineText } from '../../model/policy/markdown.ts'
import { allClauses, type Policy } from '../../model/policy/policy.ts'
import { paragraphsOf } from '../policy/prose.ts'

/** The sentence a promise stands in: the marked words, and what is before and after them. */
export interface TargetSentence {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** Undefined where the text holds no mark of that name. */
export function targetSentence(
  policy: Pick<Policy, 'clauses' | 'preamble'>,
  target: string,
): TargetSentence | undefined {
  const passages = [policy.preamble, ...allClauses(policy).map((clause) => clause.blocks)]
  for (const paragraph of passages.flatMap(paragraphsOf)) {
    const found = split(paragraph, target)
    if (found) return { before: lastSentence(found.before), words: found.words, after: firstSentence(found.after) }
  }
  return undefined
}

function split(nodes: readonly Inline[], target: string): TargetSentence | undefined {
  for (const [index, node] of nodes.entries()) {
    if (!('children' in node)) continue
    const inner =
      node.type === 'target' && node.id === target
        ? { before: '', words: inlineText(node.children), after: '' }
        : split(node.children, target)
    if (!inner) continue
    return {
      before: inlineText(nodes.slice(0, index)) + inner.before,
      words: inner.words,
      after: inner.after + inlineText(nodes.slice(index + 1)),
    }
  }
  return undefined
}

function lastSentence(text: string): string {
  return (
    text
      .split(/[。！？\n]/)
      .at(-1)
      ?.trimStart() ?? ''
  )
}

function firstSentence(text: string): string {
  return /^[^。！？\n]*[。！？]?[”）]?/.exec(text)?.[0].trimEnd() ?? ''
}
