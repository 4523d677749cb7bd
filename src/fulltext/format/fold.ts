import type { Fold } from './units.ts'

/** A fold from a text of pairs, as `traditionalPairs` writes it: 國国業业. */
export function foldOf(pairs: string): Fold {
  const simple: string[] = [] // by the code of the character; looked up for each of a library
  for (let at = 0; at + 1 < pairs.length; at += 2) simple[pairs.charCodeAt(at)] = pairs[at + 1] ?? ''
  return (character) => (character.length === 1 && simple[character.charCodeAt(0)]) || character
}
