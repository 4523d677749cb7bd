import type { Site } from '../../model/site.ts'

/** Groups of words that mean the same: each term of the glossary with its synonyms, and the groups without a term. */
export function searchSynonyms({ terms, synonyms }: Pick<Site, 'terms' | 'synonyms'>): (readonly string[])[] {
  const named = [...terms.values()].map(({ term, synonyms: others }) => [term, ...others])
  return [...named.filter((group) => group.length > 1), ...synonyms]
}
