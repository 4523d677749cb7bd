import type { IndexBlock, IndexDocument } from '../../fulltext/format/document.ts'
import type { Block } from '../../model/policy/markdown.ts'
import { blockText } from '../../model/policy/markdown.ts'
import { allClauses, type Clause } from '../../model/policy/policy.ts'
import type { Site } from '../../model/site.ts'
import type { Board } from '../../progress/board.ts'
import { urls } from '../urls.ts'
import { type SearchRecord, searchRecords } from './records.ts'

/** Everything of the site as full text: the records of `records.ts` with the words of their pages, clause by clause. */
export function* searchDocuments(site: Site, board: Board): Generator<IndexDocument> {
  const texts = pageTexts(site)
  for (const record of searchRecords(site, board)) yield toDocument(record, texts.get(record.url) ?? [])
}

function toDocument(record: SearchRecord, text: readonly IndexBlock[]): IndexDocument {
  const { url, type, title, number, where, summary, words, filters, status, date } = record
  const head = [summary, words.filter(Boolean).join('，')].filter((one) => one !== '')
  return {
    url,
    title,
    ...(number === undefined ? {} : { number }),
    ...(where === '' ? {} : { where }),
    ...(status === undefined ? {} : { status }),
    ...(date === undefined ? {} : { date }),
    facets: { ...filters, 类型: [type] } as Readonly<Record<string, readonly string[]>>,
    blocks: [...head.map((one) => ({ text: one })), ...text],
  }
}

/** The words of pages by their address. */
function pageTexts(site: Site): Map<string, IndexBlock[]> {
  const texts = new Map<string, IndexBlock[]>()
  for (const policy of site.policies.values()) {
    texts.set(urls.policy(policy.id), [...blocksOf(policy.preamble), ...allClauses(policy).flatMap(clauseBlocks)])
  }
  for (const measure of site.measures.values()) {
    const { steps, materials, payoutWithin = '', stacking = '', blocks } = measure
    const lines = [...steps, ...materials, payoutWithin, stacking].filter((one) => one !== '')
    texts.set(urls.measure(measure.id), [...lines.map((text) => ({ text })), ...blocksOf(blocks)])
  }
  for (const article of site.interpretations.values()) {
    texts.set(urls.interpretation(article.id), blocksOf(article.blocks))
  }
  for (const page of site.pages.values()) texts.set(urls.page(page.id), blocksOf(page.blocks))
  return texts
}

function clauseBlocks({ id, label, number, heading, blocks }: Clause): IndexBlock[] {
  const place = { anchor: id, clause: label }
  return [{ text: `${number}${heading}`, ...place }, ...blocksOf(blocks).map((block) => ({ text: block.text }))]
}

/** One block a line; headings of articles are places. */
function blocksOf(blocks: readonly Block[]): IndexBlock[] {
  return blocks.flatMap((block): IndexBlock[] => {
    const text = blockText([block])
    if (block.type === 'heading') return [{ text, anchor: block.id, clause: text }]
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ text: line }))
  })
}
