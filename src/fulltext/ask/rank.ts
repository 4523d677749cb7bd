import type { IndexHead } from '../format/head.ts'
import { countAt, type Postings } from '../format/posting.ts'

const k1 = 1.2
const b = 0.75

/** How rare a list is among all documents. */
export function idf(head: IndexHead, documents: number): number {
  return Math.log(1 + (head.documents.length - documents + 0.5) / (documents + 0.5))
}

/** Weight of a list in each of its documents: BM25, more where it stands in the title (search.md §5.7). */
export function weights(head: IndexHead, average: number, list: Postings, units: number): Map<number, number> {
  const found = new Map<number, number>()
  for (const [index, doc] of list.docs.entries()) {
    const document = head.documents[doc]
    if (!document) continue
    const tf = countAt(list, index)
    const weight = (tf * (k1 + 1)) / (tf + k1 * (1 - b + (b * document.length) / average))
    const first = list.positions[list.starts[index] ?? 0] ?? 0
    const inTitle = first < document.titleUnits ? 2 + 6 * Math.min(1, units / document.titleUnits) : 0
    found.set(doc, weight + inTitle)
  }
  return found
}

export function averageLength(head: IndexHead): number {
  const total = head.documents.reduce((sum, document) => sum + document.length, 0)
  return total / Math.max(1, head.documents.length)
}
