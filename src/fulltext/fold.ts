import type { Fold } from './units.ts'

/** A fold from a text of pairs, as `traditionalPairs` writes it: 國国業业. */
export function foldOf(pairs: string): Fold {
  const simple = new Map<string, string>()
  for (let at = 0; at + 1 < pairs.length; at += 2) simple.set(pairs[at] ?? '', pairs[at + 1] ?? '')
  return (character) => simple.get(character) ?? character
}
