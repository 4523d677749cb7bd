import type { IndexDocument } from '../fulltext/format/document.ts'

/** Every so many characters of a replica one is another. */
const changedEach = 24

/** Documents over and over until there are `total`, each time with other text and another address. */
export function* replicas(documents: () => Iterable<IndexDocument>, total: number): Generator<IndexDocument> {
  let made = 0
  for (let round = 0; made < total; round++) {
    const before = made
    for (const document of documents()) {
      if (made++ === total) return
      yield round === 0 ? document : replica(document, round)
    }
    if (made === before) return // no documents at all
  }
}

function replica(document: IndexDocument, round: number): IndexDocument {
  const blocks = document.blocks.map((block) => ({ ...block, text: changed(block.text, round) }))
  return { ...document, url: `${round}/${document.url}`, title: changed(document.title, round), blocks }
}

/** Each changed character is the one that stands `round` places before it, so that words are like those of the text. */
function changed(text: string, round: number): string {
  let result = ''
  let from = 0
  for (let at = changedEach - round; at < text.length; at += changedEach) {
    if (at < round) continue
    result += text.slice(from, at) + (text[at - round] ?? '')
    from = at + 1
  }
  return result + text.slice(from)
}
