import { compareText } from '../../model/text-order.ts'
import { byteReader } from '../format/bytes.ts'
import { pairKey } from '../format/key.ts'
import type { OpenIndex } from './open-index.ts'

interface Entry {
  readonly text: string
  readonly syllables: readonly string[]
  readonly count: number
}

/** Longer texts are questions, not mistyped words. */
const longestCorrected = 8
/** How many words are proposed for one sound. */
const mostProposals = 3

/** Is this something that might be pinyin: letters, spaces and apostrophes only? */
export function isPinyin(query: string): boolean {
  return /^[a-z][a-z'’ ]*$/i.test(query.trim())
}

/** Chinese words for letters: places and full pinyin first, then initials, then two words one after the other; the frequent first. */
export async function wordsForPinyin(index: OpenIndex, query: string): Promise<string[]> {
  const letters = query.toLowerCase().replace(/[^a-z]/g, '')
  const entries = (await entriesOf(index, letters[0] ?? '')).toSorted((a, b) => b.count - a.count)
  const places = entries
    .filter(({ text, syllables }) => /..[省市县区州]$/u.test(text) && syllables.slice(0, -1).join('') === letters)
    .map(({ text }) => text.slice(0, -1))
  const full = entries.filter((entry) => entry.syllables.join('') === letters)
  const found = [...places, ...[...full, ...withInitials(entries, letters)].map((entry) => entry.text)]
  if (found.length > 0) return [...new Set(found)].slice(0, mostProposals)
  const two = await twoWords(index, letters, entries)
  return two.length > 0 ? two : twoInitials(index, letters, entries)
}

function withInitials(entries: readonly Entry[], letters: string): Entry[] {
  return entries.filter(({ syllables }) => syllables.length > 1 && syllables.map((one) => one[0]).join('') === letters)
}

/** Initials of two words of two to four characters: the frequent ones, where they stand next to each other most. */
async function twoInitials(index: OpenIndex, letters: string, entries: readonly Entry[]): Promise<string[]> {
  if (letters.length < 4 || letters.length > 8) return []
  const cuts = [2, 4, 3].filter((cut) => letters.length - cut >= 2 && letters.length - cut <= 4)
  const proposals = await Promise.all(
    cuts.map(async (cut) => {
      const heads = withInitials(entries, letters.slice(0, cut)).slice(0, mostOfInitials)
      const rest = letters.slice(cut)
      const all = heads.length === 0 ? [] : await entriesOf(index, rest[0] ?? '')
      const tails = withInitials(all, rest)
        .toSorted((a, b) => b.count - a.count)
        .slice(0, mostOfInitials)
      return heads.flatMap((head) => tails.map((tail) => ({ head: head.text, tail: tail.text })))
    }),
  )
  const pairs = proposals.flat()
  const joints = await index.postings(pairs.map(({ head, tail }) => pairKey(head.at(-1) ?? '', tail[0] ?? '')))
  return pairs
    .map(({ head, tail }, at) => ({ text: head + tail, documents: joints[at]?.docs.length ?? 0 }))
    .filter(({ documents }) => documents > 0)
    .sort((a, b) => b.documents - a.documents || compareText(a.text, b.text))
    .map(({ text }) => text)
    .slice(0, mostProposals)
}

/** So many words are tried for the initials of one. */
const mostOfInitials = 4

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
 * same sound counts most, then the same first letter, then how often the word stands in the library.
 */
export async function corrections(index: OpenIndex, text: string): Promise<string[]> {
  const characters = [...text.normalize('NFKC')]
  if (characters.length < 2 || characters.length > longestCorrected) return []
  const named = placesAndUnits(index).filter((name) => differsInOne([...name], characters))
  if (named.length > 0) return named
  const initialOf = await initials(index)
  const at = doubtful(text)
  const reach = characters.length > shortText ? 2 : wordReach
  const starts = characters.filter((_, start) => at.some((one) => start <= one && start >= one - reach))
  const letters = [...new Set(starts.map(initialOf))].filter((one) => one !== '').slice(0, mostShards)
  const entries = (await Promise.all(letters.map((letter) => entriesOf(index, letter)))).flat()
  const soundsOf = soundsIn(entries, characters)
  const proposals = new Map<string, number>()
  for (const entry of entries) {
    const word = [...entry.text]
    if (word.length < 2) continue
    for (let start = 0; start + word.length <= characters.length; start++) {
      const wrong = word.flatMap((one, offset) => (one === characters[start + offset] ? [] : [offset]))
      const [offset] = wrong
      if (wrong.length !== 1 || offset === undefined) continue
      const typed = characters[start + offset] ?? ''
      const sound = entry.syllables[offset] ?? ''
      const alike = soundsOf.get(typed)?.has(sound) ? 26 : initialOf(typed) === sound[0] ? 5 : 0
      const corrected = characters.with(start + offset, word[offset] ?? '').join('')
      // A longer word that fits all but one character leaves less to chance.
      const score = word.length * 10 + alike + Math.log10(entry.count + 1)
      proposals.set(corrected, Math.max(score, proposals.get(corrected) ?? 0))
    }
  }
  const sorted = [...proposals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return sorted.map(([corrected]) => corrected).slice(0, mostCorrections)
}

/** Names that results are narrowed by: of three characters and more, where one is wrong, nothing else is meant. */
function placesAndUnits(index: OpenIndex): string[] {
  return index.more.facets.flatMap(({ values }) => values).filter((name) => name.length > 2)
}

function differsInOne(name: readonly string[], typed: readonly string[]): boolean {
  return name.length === typed.length && name.filter((one, at) => one !== typed[at]).length === 1
}

/** A word that begins further to the left does not reach a doubtful character. */
const wordReach = 3
/** In longer texts only words that begin right there are looked for: each letter is a file to read. */
const shortText = 4
const mostShards = 4
const mostCorrections = 6

/** Where a character may be wrong: single characters that the segmenter makes no word of, with their neighbours; else anywhere. */
function doubtful(text: string): number[] {
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)]
  const lone = segments.filter(({ segment }) => segment.length === 1).flatMap(({ index: at }) => [at, at + 1])
  return lone.length > 0 ? lone : Array.from({ length: text.length }, (_, at) => at)
}

/** Sounds of characters as the words of the lexicon that were read have them. */
function soundsIn(entries: readonly Entry[], characters: readonly string[]): Map<string, Set<string>> {
  const sounds = new Map(characters.map((one) => [one, new Set<string>()]))
  for (const { text, syllables } of entries) {
    for (const [at, one] of [...text].entries()) sounds.get(one)?.add(syllables[at] ?? '')
  }
  return sounds
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
