import { Worker } from 'node:worker_threads'
import { type Lexicon, mostAtOnce } from '../../fulltext/build-index.ts'
import type { Sequences } from '../../fulltext/invert.ts'
import type { LexiconDone, LexiconTask } from './lexicon-worker.ts'

/**
 * Makes the lexicon beside the work of this thread. `sounds` are syllables of words that are known; those that were
 * found are added. A large library is worked on here, because it would have to be copied.
 */
export async function lexiconBeside(library: Sequences, sounds: Map<string, string>): Promise<Lexicon> {
  const lengths = library.documents.map((keys) => keys.length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (total > mostAtOnce) return lexiconHere(library, sounds)
  const keys = new Int32Array(new SharedArrayBuffer(4 * total))
  let at = 0
  for (const one of library.documents) {
    keys.set(one, at)
    at += one.length
  }
  const { names, pairs } = library
  const done = await fromWorker({ keys, lengths, names, pairs: pairs.state(), sounds })
  for (const [word, sound] of done.sounds) sounds.set(word, sound)
  return done.files
}

async function lexiconHere(library: Sequences, sounds: Map<string, string>): Promise<Lexicon> {
  // The dictionary of sounds is large; this thread mostly does without it.
  const { libraryWords } = await import('../../fulltext/lexicon.ts')
  const { pinyinLexicon } = await import('../../fulltext/pinyin-lexicon.ts')
  return pinyinLexicon(libraryWords(library), sounds)
}

async function fromWorker(task: LexiconTask): Promise<LexiconDone> {
  // Options of this Node, such as those of a program given as text, are not for files.
  const worker = new Worker(new URL('./lexicon-worker.ts', import.meta.url), { execArgv: [] })
  try {
    return await new Promise((resolve, reject) => {
      worker.once('error', reject)
      worker.once('message', resolve)
      worker.postMessage(task)
    })
  } finally {
    await worker.terminate()
  }
}
