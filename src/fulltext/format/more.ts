import { grain } from './block.ts'
import { byteReader, byteWriter } from './bytes.ts'

/** What a question and its results need beside the posting lists. */
export interface IndexMore {
  readonly facets: readonly FacetValues[]
  /** Per document and facet: numbers of its values. */
  readonly documents: readonly (readonly (readonly number[])[])[]
  /** Bytes of each group of document records. */
  readonly groups: readonly number[]
  /** Files of the lexicon. */
  readonly lexicon: readonly string[]
  /** Groups of terms that mean the same. */
  readonly synonyms: readonly (readonly string[])[]
}

export interface FacetValues {
  readonly name: string
  readonly values: readonly string[]
}

export function encodeMore({ facets, documents, groups, lexicon, synonyms }: IndexMore): Uint8Array {
  const writer = byteWriter(1 << 16)
  const texts = (all: readonly string[]) => {
    writer.number(all.length)
    for (const one of all) writer.text(one)
  }
  writer.number(documents.length)
  writer.number(facets.length)
  for (const { name, values } of facets) {
    writer.text(name)
    texts(values)
  }
  for (const index of facets.keys()) {
    for (const document of documents) {
      const own = document[index] ?? []
      if (own.length === 1) writer.number(own[0] === undefined ? 0 : own[0] + 2)
      else {
        writer.number(own.length === 0 ? 0 : 1)
        if (own.length > 0) writer.number(own.length)
        for (const value of own) writer.number(value)
      }
    }
  }
  writer.number(groups.length)
  for (const bytes of groups) writer.number(bytes / grain)
  texts(lexicon)
  writer.number(synonyms.length)
  for (const group of synonyms) writer.number(group.length)
  const terms = synonyms.flat()
  for (const term of terms) writer.number(term.length)
  writer.raw(utf16Bytes(terms.join('')))
  return writer.bytes()
}

/** Two bytes a character shrink better than the three of UTF-8. */
function utf16Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length)
  for (let at = 0; at < text.length; at++) bytes.set([text.charCodeAt(at) & 255, text.charCodeAt(at) >> 8], 2 * at)
  return bytes
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })

export function decodeMore(bytes: Uint8Array): IndexMore {
  const reader = byteReader(bytes)
  const times = <T>(count: number, read: () => T): T[] => Array.from({ length: count }, read)
  const texts = () => times(reader.number(), () => reader.text())
  const size = reader.number()
  const facets = times(reader.number(), () => ({ name: reader.text(), values: texts() }))
  const columns = facets.map(() =>
    times(size, () => {
      const first = reader.number()
      if (first >= 2) return [first - 2]
      return first === 0 ? [] : times(reader.number(), () => reader.number())
    }),
  )
  const documents = Array.from({ length: size }, (_, at) => columns.map((column) => column[at] ?? []))
  const groups = times(reader.number(), () => reader.number() * grain)
  const lexicon = texts()
  const sizes = times(reader.number(), () => reader.number())
  const lengths = sizes.map((size) => times(size, () => reader.number()))
  const synonyms = lengths.map((group) => group.map((length) => utf16.decode(reader.raw(2 * length))))
  return { facets, documents, groups, lexicon, synonyms }
}
