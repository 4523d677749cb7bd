import type { Bilingual } from '../lang.ts'
import { looseBoundWord } from '../number/bound-word.ts'
import { isQualifier, mainQuantity } from '../number/quantity.ts'
import type { Comparator } from './target.ts'

/** How each comparator is said and written. */
export const comparatorWords: Readonly<Record<Comparator, Bilingual & { readonly sign: string }>> = {
  ge: { zh: '不低于', en: 'at least', sign: '≥' },
  gt: { zh: '超过', en: 'more than', sign: '>' },
  eq: { zh: '等于', en: 'equal to', sign: '=' },
  le: { zh: '不高于', en: 'at most', sign: '≤' },
  lt: { zh: '低于', en: 'less than', sign: '<' },
  up: { zh: '保持增长', en: 'rising', sign: '↑' },
  down: { zh: '保持下降', en: 'falling', sign: '↓' },
  none: { zh: '不设数值', en: 'no number', sign: '' },
}

/**
 * How the number of a promise binds, and the word that says so. A number without a word is read as ≥ with an
 * empty word: the reading is ours. 以上、以下、以内 include the number, 超、超过、不满 exclude it (民法典 §1259).
 */
export function findComparator(words: string): { comparator: Comparator; word: string } {
  const main = mainQuantity(words)
  const qualifies = main !== undefined && isQualifier(words, main)
  if (main?.comparator && !qualifies) return { comparator: main.comparator, word: main.word ?? '' }
  const loose = looseBoundWord(words)
  if (loose?.comparator) return { comparator: loose.comparator, word: loose.word }
  const kept = /保持增长|逐年增长|逐年上升|持续增长|稳步增长|只增不减|逐年提高|持续上升/.exec(words)
  if (kept) return { comparator: 'up', word: kept[0] }
  const fell = /保持下降|逐年下降|逐年降低|持续下降|只减不增|逐年减少/.exec(words)
  if (fell) return { comparator: 'down', word: fell[0] }
  if (main?.comparator) return { comparator: main.comparator, word: main.word ?? '' }
  if (main) return { comparator: 'ge', word: '' }
  const trend = /上升|增长|提高|下降|降低|减少/.exec(words)
  if (trend) return { comparator: /上升|增长|提高/.test(trend[0]) ? 'up' : 'down', word: trend[0] }
  return { comparator: 'none', word: '' }
}
