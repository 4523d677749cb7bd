import { Worker } from 'node:worker_threads'
import type { Lexicon } from '../../fulltext/build-index.ts'
import type { Sequences } from '../../fulltext/invert.ts'
import type { LexiconDone, LexiconTask } from './lexicon-worker.ts'

/** A larger library is not copied for another thread: memory counts more than time there. */
const mostPositions = 30_000_000

/**
 * Makes the lexicon beside the work of this thread. `sounds` are syllables of words that are known; those that were
 * found are added. The thread is started at once, so that it is ready when the library is; `end` closes it.
 */
export function lexiconThread(sounds: Map<string, string>) {
  const worker = new Worker(new URL('./lexicon-worker.ts', import.meta.url))
  worker.unref()
  return {
    async lexicon({ documents, names, pairs }: Sequences): Promise<Lexicon> {
      const lengths = documents.map((keys) => keys.length)
      const total = lengths.reduce((sum, length) => sum + length, 0)
      if (total > mostPositions) {
        const { libraryWords } = await import('../../fulltext/lexicon.ts')
        const { pinyinLexicon } = await import('../../fulltext/pinyin-lexicon.ts')
        return pinyinLexicon(libraryWords({ documents, names, pairs }), sounds)
      }
      const keys = new Int32Array(new SharedArrayBuffer(4 * total))
      let at = 0
      for (const one of documents) {
        keys.set(one, at)
        at += one.length
      }
      return new Promise((resolve, reject) => {
        worker.ref()
        worker.once('error', reject)
        worker.once('message', (done: LexiconDone) => {
          for (const [word, sound] of done.sounds) sounds.set(word, sound)
          resolve(done.files)
        })
        worker.postMessage({ keys, lengths, names, pairs: pairs.state(), sounds } satisfies LexiconTask)
      })
    },
    end: () => worker.terminate(),
  }
}
