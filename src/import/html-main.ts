import type { HastNode } from 'satteri'
import { attributeOf, childrenOf, isAround, isLeftOut, tagOf } from './html-tree.ts'
import { blank } from './part.ts'

/** Where the content systems of government sites put the text. */
const mainNames =
  /(^|[\s_-])(zoom|article|article-content|content-text|trs_editor|view|ueditor|pages_content|wznr|main-content)([\s_-]|$)/i

/**
 * The part of a page that holds its document: of the elements that say so the one with most words, if it holds at
 * least half of the words of the page outside of links and navigation; else the page without its navigation.
 */
export function findMain(root: HastNode): HastNode {
  const candidates = named(root).map((node) => ({ node, words: wordsOf(node) }))
  const largest = candidates.reduce<{ node: HastNode; words: number } | undefined>(
    (best, one) => (best && best.words >= one.words ? best : one),
    undefined,
  )
  if (largest && largest.words > 0 && largest.words * 2 >= wordsOf(root)) return largest.node
  return root
}

function named(node: HastNode): HastNode[] {
  const names = `${attributeOf(node, 'id')} ${attributeOf(node, 'className')}`
  const own = /^(?:article|main)$/.test(tagOf(node)) || mainNames.test(names) ? [node] : []
  return [...own, ...childrenOf(node).flatMap(named)]
}

/** Characters that no link, navigation or foot holds. */
function wordsOf(node: HastNode): number {
  if (node.type === 'text') return node.value.replace(blank, '').length
  if (isLeftOut(node) || isAround(node) || tagOf(node) === 'a') return 0
  return childrenOf(node).reduce((sum, child) => sum + wordsOf(child), 0)
}
