import { parentPort } from 'node:worker_threads'
import { libraryWords } from '../../fulltext/build/lexicon.ts'
import { type PairTableState, pairTable } from '../../fulltext/build/pair-table.ts'
import { pinyinLexicon } from '../../fulltext/build/pinyin-lexicon.ts'

/** A library as it goes from thread to thread, and the sounds of words that are known. */
export interface LexiconTask {
  /** The keys of all documents, one after another, and how many each has. */
  readonly keys: Int32Array
  readonly lengths: readonly number[]
  readonly names: readonly string[]
  readonly pairs: PairTableState
  readonly sounds: ReadonlyMap<string, string>
}

export interface LexiconDone {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly sounds: ReadonlyMap<string, string>
}

parentPort?.once('message', ({ keys, lengths, names, pairs, sounds }: LexiconTask) => {
  let at = 0
  const documents = lengths.map((length) => {
    at += length
    return keys.subarray(at - length, at)
  })
  const known = new Map(sounds)
  const files = pinyinLexicon(libraryWords({ documents, names, pairs: pairTable(pairs) }), known)
  parentPort?.postMessage({ files, sounds: known } satisfies LexiconDone)
})
