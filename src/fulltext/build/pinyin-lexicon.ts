import { pinyin } from 'pinyin-pro'
import { compareText } from '../../model/text-order.ts'
import { byteWriter } from '../format/bytes.ts'
import type { LexiconWord } from './lexicon.ts'

/** More words than this would make the files of the lexicon too long to read. */
const mostWords = 20_000

/**
 * The lexicon in files by the first letter of the pinyin, and `initials`: every character of the library with the
 * first letter of its sound. A word is its characters, its syllables and how often it stands in the library. `sounds`
 * are syllables of words that were found before, parted by spaces; new ones are added.
 */
export function pinyinLexicon(
  words: readonly LexiconWord[],
  sounds = new Map<string, string>(),
): Map<string, Uint8Array> {
  const chosen = words.toSorted((a, b) => b.count - a.count || compareText(a.text, b.text)).slice(0, mostWords)
  const byLetter = new Map<string, { word: LexiconWord; sound: string }[]>()
  const initials = new Map<string, string>()
  for (const word of chosen) {
    const sound = sounds.get(word.text) ?? syllablesOf(word.text).join(' ')
    sounds.set(word.text, sound)
    const syllables = sound.split(' ')
    if (!syllables.every((one) => /^[a-z]+$/.test(one))) continue
    for (const [at, character] of [...word.text].entries()) initials.set(character, syllables[at]?.[0] ?? '')
    const letter = syllables[0]?.[0] ?? ''
    const group = byLetter.get(letter) ?? []
    group.push({ word, sound })
    byLetter.set(letter, group)
  }
  const files = new Map<string, Uint8Array>()
  files.set('initials', initialsFile(initials))
  for (const letter of [...byLetter.keys()].sort()) {
    const writer = byteWriter(1 << 16)
    const entries = (byLetter.get(letter) ?? []).toSorted((a, b) => compareText(a.sound, b.sound))
    writer.number(entries.length)
    for (const { word } of entries) writer.text(word.text)
    for (const { sound } of entries) writer.text(sound)
    for (const { word } of entries) writer.number(word.count)
    files.set(letter, writer.bytes())
  }
  return files
}

/** Characters in the order of their first letters, with how many each letter has. */
function initialsFile(initials: ReadonlyMap<string, string>): Uint8Array {
  const groups = Map.groupBy(
    [...initials].sort(([a], [b]) => compareText(a, b)),
    ([, letter]) => letter,
  )
  const writer = byteWriter(1 << 15)
  writer.number(groups.size)
  for (const [letter, all] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    writer.text(letter)
    writer.text(all.map(([character]) => character).join(''))
  }
  return writer.bytes()
}

const single = new Map<string, { syllable: string; several: boolean }>()

/** Sounds of a word; a character with several sounds is looked up with its neighbours. */
function syllablesOf(text: string): string[] {
  const known = [...text].map(soundOf)
  if (!known.some(({ several }) => several)) return known.map(({ syllable }) => syllable)
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
}

function soundOf(character: string): { syllable: string; several: boolean } {
  const known = single.get(character)
  if (known) return known
  const all = new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }))
  const sound = { syllable: pinyin(character, { toneType: 'none', v: true }), several: all.size > 1 }
  single.set(character, sound)
  return sound
}
