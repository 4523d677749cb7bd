import { buildIndex, type IndexOptions } from '../../src/fulltext/build/build-index.ts'
import type { IndexDocument } from '../../src/fulltext/format/document.ts'
import type { IndexSource } from '../../src/fulltext/format/source.ts'

/** The files of an index, held in memory. */
export async function filesOf(documents: Iterable<IndexDocument>, options?: IndexOptions) {
  const files = new Map<string, Uint8Array>()
  await buildIndex(documents, (path, bytes) => void files.set(path, bytes), options)
  return files
}

export function memorySource(files: ReadonlyMap<string, Uint8Array>): IndexSource {
  const traffic = { bytes: 0, requests: 0 }
  return {
    traffic,
    async read(path, start, end) {
      const file = files.get(path)
      if (!file) throw new Error(`no file ${path}`)
      const bytes = file.slice(start, end)
      traffic.requests++
      traffic.bytes += bytes.length
      return bytes
    },
  }
}

export function madeDocument(url: string, title: string, texts: readonly string[]): IndexDocument {
  return { url, title, facets: { 类型: ['文本'] }, blocks: texts.map((text) => ({ text })) }
}
