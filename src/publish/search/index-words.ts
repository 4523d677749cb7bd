import { unitsOf } from '../../fulltext/format/units.ts'

/**
 * Pagefind cuts text into words in its own way and matches phrases of words only. So that every Chinese phrase is
 * found, and found in the title when asked for there, each unit of search becomes one artificial word of plain
 * letters: nothing cuts it, stems it or folds it.
 */
export type Field = 'title' | 'any'

/** The words of a text, for the index and for a phrase in a query. */
export function wordsOf(text: string, field: Field): string[] {
  return unitsOf(text).map((unit) => word(unit.text, field))
}

/** Stands at both ends of a title or a number: a phrase with both ends is an exact match. */
export const titleEdge = 'qqedge'

/** What the index holds for one record. */
export function indexText(titles: readonly string[], texts: readonly string[]): string {
  const exact = titles.filter(Boolean).map((title) => [titleEdge, ...wordsOf(title, 'title'), titleEdge].join(' '))
  const loose = [...titles, ...texts].filter(Boolean).map((text) => wordsOf(text, 'any').join(' '))
  // A word that no query has keeps phrases inside one text.
  return [...exact, ...loose].join(' qqbreak ')
}

/** First letter by field, then the code points in base 16 with letters a–p for digits. */
function word(unit: string, field: Field): string {
  const letters = [...unit].map((one) => toLetters(one.codePointAt(0) ?? 0)).join('')
  return (field === 'title' ? 'y' : 'z') + letters
}

function toLetters(code: number): string {
  return [...code.toString(16).padStart(4, '0')]
    .map((digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)))
    .join('')
}
