/** One query of a query file (search.md §7). */
export interface ScoredQuery {
  readonly id: string
  readonly kind: string
  readonly q: string
  readonly truth?: readonly string[]
  /** True documents where runs of digits and letters count as one; none: left out of the score. */
  readonly truthToken?: readonly string[]
  readonly target?: readonly string[]
  readonly variant?: string
}

/** What an engine answered: addresses in order; those of the looser tier apart. */
export interface EngineAnswer {
  readonly exact: readonly string[]
  readonly related: readonly string[]
  /** Of the index, for the query alone; and everything of a first visit but the client. */
  readonly queryBytes: number
  readonly coldBytes: number
  readonly milliseconds: number
}

export interface Score {
  readonly kind: string
  readonly queries: number
  /** Over the exact results. */
  readonly recall: number
  readonly precision: number
  /** Of the first ten of both tiers. */
  readonly p10: number
  readonly mrr: number
  readonly empty: number
  readonly queryKB: { readonly median: number; readonly p95: number }
  readonly coldKB: { readonly median: number; readonly p95: number }
  readonly milliseconds: { readonly median: number; readonly p95: number }
}

/** Scores by kind of query, variants by their kind, and all together. */
export function scores(queries: readonly ScoredQuery[], answers: readonly EngineAnswer[]): Score[] {
  const pairs = queries.flatMap((query, index) => {
    const answer = answers[index]
    return answer && query.truthToken?.length !== 0 ? [{ query, answer }] : []
  })
  const kinds = [...new Set(pairs.map(({ query }) => kindOf(query)))]
  const named = kinds.map((kind) =>
    scoreOf(
      kind,
      pairs.filter(({ query }) => kindOf(query) === kind),
    ),
  )
  return [...named, scoreOf('all', pairs)]
}

function kindOf({ kind, variant }: ScoredQuery): string {
  return variant === undefined ? kind : `${kind} ${variant}`
}

function scoreOf(kind: string, pairs: readonly { query: ScoredQuery; answer: EngineAnswer }[]): Score {
  const each = pairs.map(({ query, answer }) => {
    const truth = new Set(query.truthToken ?? query.truth ?? query.target)
    const found = answer.exact.filter((url) => truth.has(url)).length
    const both = [...answer.exact, ...answer.related]
    const rank = both.findIndex((url) => truth.has(url))
    return {
      recall: truth.size === 0 ? 1 : found / truth.size,
      precision: answer.exact.length === 0 ? undefined : found / answer.exact.length,
      p10: both.slice(0, 10).filter((url) => truth.has(url)).length / Math.max(1, Math.min(10, truth.size)),
      rr: rank === -1 ? 0 : 1 / (rank + 1),
      empty: both.length === 0 ? 1 : 0,
    }
  })
  const spread = (value: (answer: EngineAnswer) => number) => spreadOf(pairs.map(({ answer }) => value(answer)))
  return {
    kind,
    queries: pairs.length,
    recall: mean(each.map((one) => one.recall)),
    precision: mean(each.flatMap((one) => one.precision ?? [])),
    p10: mean(each.map((one) => one.p10)),
    mrr: mean(each.map((one) => one.rr)),
    empty: mean(each.map((one) => one.empty)),
    queryKB: spread((answer) => answer.queryBytes / 1000),
    coldKB: spread((answer) => answer.coldBytes / 1000),
    milliseconds: spread((answer) => answer.milliseconds),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function spreadOf(values: readonly number[]): { median: number; p95: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}
