import type { Hit, Piece } from '../../fulltext/ask/excerpt.ts'

/** The address of a hit: its page, and the place in it that the excerpt is from. */
export function placeOf({ url, anchor }: Pick<Hit, 'url' | 'anchor'>): string {
  return url.includes('#') || anchor === undefined ? url : `${url}#${anchor}`
}

/** More marks than these make the address long. */
const mostMarks = 4

/**
 * A text fragment that marks the words of an excerpt in the page: `:~:text=支持-,首贷户,-融资`. The words around
 * them tell which place is meant, and reach to the next punctuation: browsers begin and end only between words, and
 * differ in what they take for a Chinese one. Empty where nothing is marked.
 */
export function textFragment(excerpt: readonly Piece[]): string {
  const directives = excerpt.flatMap(({ text, marked }, at) => {
    if (!marked) return []
    const before = lastClause(textOf(excerpt.slice(0, at)))
    const after = firstClause(textOf(excerpt.slice(at + 1)))
    const parts = [before && `${code(before)}-`, code(text), after && `-${code(after)}`]
    return [`text=${parts.filter((part) => part !== '').join(',')}`]
  })
  return directives.length === 0 ? '' : `:~:${directives.slice(0, mostMarks).join('&')}`
}

/** What stands between the last punctuation and the words. */
function lastClause(text: string): string {
  return text.split(/[^\p{L}\p{N}%]/u).at(-1) ?? ''
}

function firstClause(text: string): string {
  return /^[\p{L}\p{N}%]*/u.exec(text)?.[0] ?? ''
}

/** A dash has a meaning in a text fragment. */
function code(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D')
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('')
}
