import type { Piece } from '../../fulltext/ask/excerpt.ts'
import type { Search } from './address.ts'
import type { Answer, ResultList, ShownHit } from './answer.ts'
import { ask, type Pagefind, type PagefindResult } from './pagefind-engine.ts'
import { excerptAround, findMatches, partsOf } from './query.ts'

let loading: Promise<Pagefind> | undefined

/**
 * Where the full-text index cannot be read, Pagefind answers from the short records: titles, numbers, summaries. It
 * knows no order by day.
 */
export async function answerFallback(base: string, { query, choice }: Search): Promise<Answer> {
  loading ??= load(base)
  loading.catch(() => {
    loading = undefined
  })
  const { exact, loose, counts } = await ask(await loading, query, choice)
  const parts = partsOf(query)
  return { parts, exact: listOf(exact, parts), related: listOf(loose, wordsToMark(parts)), counts, added: [] }
}

async function load(base: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${base}/pagefind/pagefind.js`)) as Pagefind
  await pagefind.options({ basePath: `${base}/pagefind/` })
  await pagefind.filters()
  return pagefind
}

function listOf(results: readonly PagefindResult[], marks: readonly string[]): ResultList {
  return {
    size: results.length,
    read: (from, to) =>
      Promise.all(results.slice(from, to).map(async (result) => shown((await result.data()).meta, marks))),
  }
}

function shown(meta: Readonly<Record<string, string>>, marks: readonly string[]): ShownHit {
  const { url = '', type = '', number, where, title = '', summary = '', status } = meta
  const { text, start } = excerptAround(summary, findMatches(summary, marks))
  const before = start > 0 ? [{ text: '……', marked: false }] : []
  const after = start + text.length < summary.length ? [{ text: '……', marked: false }] : []
  const excerpt = [...before, ...marked(text, marks), ...after]
  return { url, type, title: marked(title, marks), number, where, status, count: 0, excerpt }
}

function marked(text: string, marks: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const { start, end } of findMatches(text, marks)) {
    pieces.push({ text: text.slice(done, start), marked: false }, { text: text.slice(start, end), marked: true })
    done = end
  }
  return [...pieces, { text: text.slice(done), marked: false }].filter((piece) => piece.text !== '')
}

function wordsToMark(parts: readonly string[]): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return parts
    .flatMap((part) => Array.from(segmenter.segment(part), ({ segment }) => segment))
    .filter((one) => one.length > 1)
}
