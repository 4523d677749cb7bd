/**
 * A place a skeleton leaves for its editor: `⟦待填：摘要⟧`. White square brackets are mathematical signs that no
 * official document and no table uses; with the two words they mean this and nothing else.
 */
export function placeholder(words: string): string {
  return `⟦待填：${words}⟧`
}

export interface Placeholder {
  readonly start: number // UTF-16 offset
  readonly text: string
}

/** Places that are still to be filled; one whose closing bracket is gone counts too. */
export function findPlaceholders(text: string): Placeholder[] {
  return [...text.matchAll(/⟦\s?待填[^⟧\n]{0,80}⟧?/g)].map((found) => ({ start: found.index, text: found[0] }))
}
