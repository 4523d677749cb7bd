import type { Node } from './mdast.ts'

/** Quotes and lists within each other; what a document needs is below ten. */
const maxDepth = 50

// The Markdown parser and whoever walks its tree go down one call per level; thousands of levels end the process.
const maxMarkersPerLine = 100
const maxBracketsPerParagraph = 6000
const maxStarsPerParagraph = 20_000
// The parser keeps a copy of the paragraph for every entity in it: its memory grows with the square of their number.
const maxEntitiesPerParagraph = 2000
const maxParagraph = 200_000
/** A plan of hundreds of promises is long; each target is a page of its own. */
const maxTargets = 2000

/** Where a text nests further than can be read without risk, before it is parsed. */
export function findDeepText(
  text: string,
): { offset: number; what: 'levels' | 'marks' | 'targets' | 'line' } | undefined {
  let targets = 0
  for (let at = text.indexOf(':target['); at !== -1; at = text.indexOf(':target[', at + 8)) {
    if (++targets > maxTargets) return { offset: at, what: 'targets' }
  }
  let brackets = 0
  let stars = 0
  let entities = 0
  let length = 0
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    if (markersAt(text, start, end) > maxMarkersPerLine) return { offset: start, what: 'levels' }
    let isBlank = true
    for (let at = start; at < end; at++) {
      const character = text[at]
      if (character === '[' || character === ']' || character === '<' || character === ':') brackets++
      else if (character === '*' || character === '_' || character === '~') stars++
      else if (character === '&') entities++
      if (character !== ' ' && character !== '\t' && character !== '\r') isBlank = false
      if (brackets > maxBracketsPerParagraph || stars > maxStarsPerParagraph || entities > maxEntitiesPerParagraph)
        return { offset: at, what: 'marks' }
    }
    length += end - start
    if (length > maxParagraph && !isBlank) return { offset: start, what: 'line' }
    if (isBlank) brackets = stars = entities = length = 0
    start = end + 1
  }
  return undefined
}

/** The first node that stands too deep in its tree. */
export function findDeepNode(root: Node): Node | undefined {
  const open = [{ node: root, depth: 0 }]
  for (let top = open.pop(); top; top = open.pop()) {
    if (top.depth > maxDepth) return top.node
    for (const node of top.node.children ?? []) open.push({ node, depth: top.depth + 1 })
  }
  return undefined
}

/** How many quotes and list items a line opens at its beginning. */
function markersAt(text: string, start: number, end: number): number {
  let count = 0
  let at = start
  while (at < end && count <= maxMarkersPerLine) {
    const character = text[at] ?? ''
    if (character === '>') count++
    else if ('-+*'.includes(character)) {
      if (!isBlankAt(text, at + 1, end)) return count
      count++
    } else if (isDigit(character)) {
      const digits = at
      while (isDigit(text[at] ?? '') && at - digits < 9) at++
      if ((text[at] !== '.' && text[at] !== ')') || !isBlankAt(text, at + 1, end)) return count
      count++
    } else if (character !== ' ' && character !== '\t') return count
    at++
  }
  return count
}

function isBlankAt(text: string, at: number, end: number): boolean {
  return at >= end || text[at] === ' ' || text[at] === '\t'
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}
