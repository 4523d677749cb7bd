import { type Field, titleEdge, wordsOf } from '../../publish/search/index-words.ts'
import type { Choice, Counts } from './answer.ts'
import { partsOf } from './query.ts'

/** The part of Pagefind's browser module that is used. */
export interface Pagefind {
  options(options: { basePath: string }): Promise<void>
  filters(): Promise<Counts>
  search(query: string | null, options: PagefindOptions): Promise<{ results: PagefindResult[]; filters?: Counts }>
}
export interface PagefindResult {
  readonly id: string
  data(): Promise<{ meta: Readonly<Record<string, string>>; filters: Readonly<Record<string, readonly string[]>> }>
}
interface PagefindOptions {
  readonly filters?: Readonly<Record<string, unknown>>
  readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>
}
interface PagefindAnswer {
  /** Records that hold every part of the query as it stands; the best first. */
  readonly exact: readonly PagefindResult[]
  /** Where there are none: records that hold words of the query, with how many. */
  readonly loose: readonly PagefindResult[]
  /** Of what was found without the reader's choice in that facet. */
  readonly counts: Counts
}

/** Asks the index. Every part must be found; a match of a whole title or number comes first, then one in a title. */
export async function ask(pagefind: Pagefind, query: string, choice: Choice): Promise<PagefindAnswer> {
  const parts = partsOf(query)
  const exact = await rank(pagefind, parts, choice)
  const loose = exact.length === 0 && parts.length > 0 ? await similar(pagefind, parts, choice) : []
  return { exact, loose, counts: await countFacets(pagefind, parts, choice) }
}

async function rank(pagefind: Pagefind, parts: readonly string[], choice: Choice): Promise<PagefindResult[]> {
  const found = await all(pagefind, parts, choice)
  if (parts.length === 0 || found.length < 2) return found
  const whole = ids(await phrase(pagefind, [titleEdge, ...wordsOf(parts.join(' '), 'title'), titleEdge], choice))
  const title = ids(await all(pagefind, parts, choice, 'title'))
  const order = ({ id }: PagefindResult) => (whole.has(id) ? 0 : title.has(id) ? 1 : 2)
  // A stable sort: within a group the order of the site stays.
  return found.sort((a, b) => order(a) - order(b))
}

/** Records with every part, in the order of the site; without parts, every record. */
async function all(
  pagefind: Pagefind,
  parts: readonly string[],
  choice: Choice,
  field: Field = 'any',
): Promise<PagefindResult[]> {
  if (parts.length === 0) return phrase(pagefind, [], choice)
  const lists = await Promise.all(parts.map((part) => phrase(pagefind, wordsOf(part, field), choice)))
  const [first = [], ...rest] = lists
  const others = rest.map(ids)
  return first.filter(({ id }) => others.every((other) => other.has(id)))
}

async function phrase(pagefind: Pagefind, words: readonly string[], choice: Choice): Promise<PagefindResult[]> {
  const { results } = await pagefind.search(words.length === 0 ? null : quoted(words), {
    filters: toFilters(choice),
    sort: { order: 'asc' },
  })
  return results
}

/** How many similar records are shown: what comes later has little to do with the query. */
const mostSimilar = 20

/** Records with words of the query, those with most and rarest of them first; a record with only common ones is left out. */
async function similar(pagefind: Pagefind, parts: readonly string[], choice: Choice): Promise<PagefindResult[]> {
  const words = [...new Set(parts.flatMap(wordsIn))].slice(0, 12)
  const total = (await phrase(pagefind, [], choice)).length
  const scores = new Map<string, { result: PagefindResult; score: number }>()
  let best = 0
  for (const word of words) {
    const found = await phrase(pagefind, wordsOf(word, 'any'), choice)
    if (found.length === 0) continue
    const weight = Math.log(1 + total / found.length)
    best += weight
    for (const result of found) {
      scores.set(result.id, { result, score: (scores.get(result.id)?.score ?? 0) + weight })
    }
  }
  return [...scores.values()]
    .filter(({ score }) => score * 2 >= best)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSimilar)
    .map(({ result }) => result)
}

/** Words of two and more characters; without a segmenter, pairs. Used for what is only similar, never for exact answers. */
function wordsIn(part: string): string[] {
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(part)]
  const words = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
  return words.filter((word) => word.length > 1)
}

/** Counts per facet as if nothing were chosen in that facet, so that a reader sees what another value would give. */
async function countFacets(pagefind: Pagefind, parts: readonly string[], choice: Choice): Promise<Counts> {
  const facets = Object.keys(await pagefind.filters())
  const counted = await Promise.all(
    facets.map(async (facet) => {
      const { [facet]: _, ...others } = choice
      return [facet, await countValues(pagefind, parts, others, facet)] as const
    }),
  )
  return Object.fromEntries(counted)
}

/** Pagefind counts for one phrase; for several parts the records found are counted one by one. */
async function countValues(
  pagefind: Pagefind,
  parts: readonly string[],
  choice: Choice,
  facet: string,
): Promise<Record<string, number>> {
  const [only] = parts
  if (parts.length < 2) {
    const query = only === undefined ? null : quoted(wordsOf(only, 'any'))
    const { filters } = await pagefind.search(query, { filters: toFilters(choice) })
    return { ...filters?.[facet] }
  }
  const counts: Record<string, number> = {}
  const found = await all(pagefind, parts, choice)
  for (const { filters } of await Promise.all(found.map((result) => result.data()))) {
    for (const value of filters[facet] ?? []) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

function quoted(words: readonly string[]): string {
  return `"${words.join(' ')}"`
}

function toFilters(choice: Choice): Record<string, unknown> {
  const chosen = Object.entries(choice).filter(([, values]) => values.length > 0)
  return Object.fromEntries(chosen.map(([facet, values]) => [facet, { any: values }]))
}

function ids(results: readonly PagefindResult[]): Set<string> {
  return new Set(results.map(({ id }) => id))
}
