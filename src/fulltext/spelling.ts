import { byteReader } from './bytes.ts'
import type { OpenIndex } from './open-index.ts'

interface Entry {
  readonly text: string
  readonly syllables: readonly string[]
  readonly count: number
}

/** Longer texts are questions, not mistyped words. */
const longestCorrected = 6
/** How many words are proposed for one sound. */
const mostProposals = 3

/** Is this something that might be pinyin: letters, spaces and apostrophes only? */
export function isPinyin(query: string): boolean {
  return /^[a-z][a-z'’ ]*$/i.test(query.trim())
}

/** Chinese words for letters: full pinyin first, then initials, then two words one after the other; the frequent first. */
export async function wordsForPinyin(index: OpenIndex, query: string): Promise<string[]> {
  const letters = query.toLowerCase().replace(/[^a-z]/g, '')
  const entries = await entriesOf(index, letters[0] ?? '')
  const byCount = (a: Entry, b: Entry) => b.count - a.count
  const full = entries.filter((entry) => entry.syllables.join('') === letters).sort(byCount)
  const initials = entries
    .filter((entry) => entry.syllables.length > 1 && entry.syllables.map((one) => one[0]).join('') === letters)
    .sort(byCount)
  const found = [...full, ...initials].map((entry) => entry.text)
  if (found.length > 0) return [...new Set(found)].slice(0, mostProposals)
  return twoWords(index, letters, entries)
}

/** The input as two words of the lexicon, the longest first word that leaves a word. */
async function twoWords(index: OpenIndex, letters: string, entries: readonly Entry[]): Promise<string[]> {
  const heads = entries
    .map((entry) => ({ entry, sound: entry.syllables.join('') }))
    .filter(({ sound }) => sound.length > 1 && sound.length < letters.length && letters.startsWith(sound))
    .sort((a, b) => b.sound.length - a.sound.length || b.entry.count - a.entry.count)
  for (const { entry, sound } of heads.slice(0, 12)) {
    const rest = letters.slice(sound.length)
    const tails = (await entriesOf(index, rest[0] ?? ''))
      .filter((tail) => tail.syllables.join('') === rest)
      .sort((a, b) => b.count - a.count)
    const [tail] = tails
    if (tail) return [entry.text + tail.text, `${entry.text} ${tail.text}`]
  }
  return []
}

/**
 * Other spellings of a text that nothing holds: one character of a word of the lexicon was mistaken for another. The
 * same first sound counts more, then how often the word stands in the library.
 */
export async function corrections(index: OpenIndex, text: string): Promise<string[]> {
  const characters = [...text.normalize('NFKC')]
  if (characters.length < 2 || characters.length > longestCorrected) return []
  const initialOf = await initials(index)
  const letters = new Set(characters.slice(0, 6).map((one) => initialOf(one)))
  const shards = await Promise.all([...letters].filter((one) => one !== '').map((letter) => entriesOf(index, letter)))
  const proposals: { text: string; score: number }[] = []
  for (const entry of shards.flat()) {
    const word = [...entry.text]
    if (word.length < 2) continue
    for (let at = 0; at + word.length <= characters.length; at++) {
      const wrong = word.flatMap((one, offset) => (one === characters[at + offset] ? [] : [offset]))
      const [offset] = wrong
      if (wrong.length !== 1 || offset === undefined) continue
      const alike = initialOf(characters[at + offset] ?? '') === entry.syllables[offset]?.[0]
      const corrected = [...characters.slice(0, at), ...word, ...characters.slice(at + word.length)].join('')
      // A longer word that fits all but one character leaves less to chance.
      proposals.push({ text: corrected, score: word.length * 10 + (alike ? 5 : 0) + Math.log10(entry.count + 1) })
    }
  }
  const sorted = proposals.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1))
  return [...new Set(sorted.map((one) => one.text))].slice(0, 6)
}

async function entriesOf(index: OpenIndex, letter: string): Promise<Entry[]> {
  const bytes = letter === '' ? undefined : await index.lexicon(letter)
  if (!bytes) return []
  const reader = byteReader(bytes)
  const size = reader.number()
  const texts = Array.from({ length: size }, () => reader.text())
  const sounds = Array.from({ length: size }, () => reader.text().split(' '))
  return texts.map((text, at) => ({ text, syllables: sounds[at] ?? [], count: reader.number() }))
}

async function initials(index: OpenIndex): Promise<(character: string) => string> {
  const bytes = await index.lexicon('initials')
  const letters = new Map<string, string>()
  if (bytes) {
    const reader = byteReader(bytes)
    for (let left = reader.number(); left > 0; left--) {
      const letter = reader.text()
      for (const character of reader.text()) letters.set(character, letter)
    }
  }
  return (character) => letters.get(character) ?? ''
}
