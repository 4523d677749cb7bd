import { grain } from './block.ts'
import { byteReader, byteWriter } from './bytes.ts'

/** `more.bin`, read at the same time as the first posting lists: what a question and its results need beside the head. */
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
  for (const group of synonyms) texts(group)
  return writer.bytes()
}

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
  const synonyms = times(reader.number(), texts)
  return { facets, documents, groups, lexicon, synonyms }
}
