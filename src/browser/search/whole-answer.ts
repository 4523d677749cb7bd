import { ask } from '../../fulltext/ask/ask.ts'
import type { OpenIndex } from '../../fulltext/ask/open-index.ts'
import type { SearchAnswer } from '../../fulltext/ask/search.ts'

/** Everything that a query finds. Code for other spellings is read only where nothing holds the query as typed. */
export async function wholeAnswer(index: OpenIndex, query: string): Promise<SearchAnswer> {
  const plain = await ask(index, query)
  if (plain.exact.length > 0 || plain.parts.length === 0) return plain
  const { search } = await import('../../fulltext/ask/search.ts')
  return search(index, query)
}
