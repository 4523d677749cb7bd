import { Worker } from 'node:worker_threads'
import { type Lexicon, mostAtOnce } from '../../fulltext/build/build-index.ts'
import type { Sequences } from '../../fulltext/build/invert.ts'
import type { LexiconDone, LexiconTask } from './lexicon-worker.ts'

/** Makes lexicons beside the work of this thread. */
export interface LexiconThread {
  /** Starts it before its work is known, so that it has read its dictionary by then. */
  start(): void
  make(library: Sequences): Promise<Lexicon>
  end(): Promise<void>
}

/**
 * `sounds` are syllables of words that are known; those that were found are added. A large library is worked on in
 * this thread, because it would have to be copied.
 */
export function lexiconThread(sounds: Map<string, string>): LexiconThread {
  let worker: Worker | undefined
  const started = (): Worker => {
    // Options of this Node, such as those of a program given as text, are not for files.
    worker ??= new Worker(new URL('./lexicon-worker.ts', import.meta.url), { execArgv: [] })
    return worker
  }
  return {
    start: started,
    async make(library) {
      const task = taskOf(library, sounds)
      if (task === undefined) return lexiconHere(library, sounds)
      const { files, sounds: found } = await answerOf(started(), task)
      for (const [word, sound] of found) sounds.set(word, sound)
      return files
    },
    async end() {
      await worker?.terminate()
    },
  }
}

function answerOf(worker: Worker, task: LexiconTask): Promise<LexiconDone> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', resolve)
    worker.postMessage(task)
  })
}

/** Undefined for a library that is too large to be copied. */
function taskOf({ documents, names, pairs }: Sequences, sounds: ReadonlyMap<string, string>): LexiconTask | undefined {
  const lengths = documents.map((keys) => keys.length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (total > mostAtOnce) return undefined
  const keys = new Int32Array(new SharedArrayBuffer(4 * total))
  let at = 0
  for (const one of documents) {
    keys.set(one, at)
    at += one.length
  }
  const { slots, units, size } = pairs.state()
  // A view of a part takes the whole with it when it is posted.
  return { keys, lengths, names, pairs: { slots: slots.slice(), units: units.slice(), size }, sounds }
}

async function lexiconHere(library: Sequences, sounds: Map<string, string>): Promise<Lexicon> {
  // The dictionary of sounds is large; this thread mostly does without it.
  const { libraryWords } = await import('../../fulltext/build/lexicon.ts')
  const { pinyinLexicon } = await import('../../fulltext/build/pinyin-lexicon.ts')
  return pinyinLexicon(libraryWords(library), sounds)
}
