import type { Approximation } from '../register/observation.ts'
import type { Comparator } from '../target/target.ts'

/**
 * A word beside a number that says how the number binds or how exact it is.
 * 以上、以下、以内 include the number, 超过、不满、以外 do not (民法典 §1259).
 */
export interface BoundWord {
  readonly word: string
  readonly comparator?: Comparator
  readonly approx?: Approximation
}

const before: readonly BoundWord[] = [
  { word: '不低于', comparator: 'ge' },
  { word: '不少于', comparator: 'ge' },
  { word: '不小于', comparator: 'ge' },
  { word: '不高于', comparator: 'le' },
  { word: '不多于', comparator: 'le' },
  { word: '不大于', comparator: 'le' },
  { word: '不超过', comparator: 'le' },
  { word: '不超', comparator: 'le' },
  { word: '达到', comparator: 'ge' },
  { word: '至少', comparator: 'ge' },
  { word: '≥', comparator: 'ge' },
  { word: '≤', comparator: 'le' },
  { word: '最多', comparator: 'le' },
  { word: '至多', comparator: 'le' },
  { word: '最高', comparator: 'le' },
  { word: '降至', comparator: 'le' },
  { word: '降到', comparator: 'le' },
  { word: '压减至', comparator: 'le' },
  { word: '压缩至', comparator: 'le' },
  { word: '缩短至', comparator: 'le' },
  { word: '控制在', comparator: 'le' },
  { word: '超过', comparator: 'gt', approx: '超' },
  { word: '突破', comparator: 'gt', approx: '超' },
  { word: '大于', comparator: 'gt' },
  { word: '高于', comparator: 'gt' },
  { word: '多于', comparator: 'gt' },
  { word: '>', comparator: 'gt' },
  { word: '＞', comparator: 'gt' },
  { word: '逾', comparator: 'gt', approx: '超' },
  { word: '超', comparator: 'gt', approx: '超' },
  { word: '破', comparator: 'gt', approx: '超' },
  { word: '低于', comparator: 'lt' },
  { word: '少于', comparator: 'lt' },
  { word: '小于', comparator: 'lt' },
  { word: '不满', comparator: 'lt' },
  { word: '不足', comparator: 'lt', approx: '不足' },
  { word: '不到', comparator: 'lt', approx: '不足' },
  { word: '<', comparator: 'lt' },
  { word: '＜', comparator: 'lt' },
  { word: '达', comparator: 'ge' },
  { word: '约', approx: '约' },
  { word: '约有', approx: '约' },
  { word: '约为', approx: '约' },
  { word: '近', approx: '近' },
]

const beforeEnglish: readonly [RegExp, Omit<BoundWord, 'word'>][] = [
  [/(?:^|[^a-z])((?:no|not) less than|at least|reach(?:es|ed|ing)?)$/i, { comparator: 'ge' }],
  [/(?:^|[^a-z])((?:no|not) more than|at most|up to)$/i, { comparator: 'le' }],
  [/(?:^|[^a-z])(less than|fewer than|under|below)$/i, { comparator: 'lt' }],
  [
    /(?:^|[^a-z])(more than|over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops)$/i,
    { comparator: 'gt', approx: '超' },
  ],
  [/(?:^|[^a-z])(nearly|almost)$/i, { approx: '近' }],
  [/(?:^|[^a-z])(about|around|approximately|some|roughly)$/i, { approx: '约' }],
]

const after: readonly BoundWord[] = [
  { word: '以上', comparator: 'ge', approx: '以上' },
  { word: '以下', comparator: 'le' },
  { word: '以内', comparator: 'le' },
  { word: '之内', comparator: 'le' },
  { word: '以外', comparator: 'gt' },
  { word: '左右', approx: '约' },
  { word: '上下', approx: '约' },
]

/** Words that end like a bound word and are none: 签约20个, 最近3年, 赶超100家, 打破5项. */
const lookalike = /(?:[签节合公契预续履违解制]约[有为]?|[最附临靠]近|赶超|打破|[到表]达)$/

/** The word that ends `text`, spaces after it aside, with where it begins. */
export function boundWordBefore(text: string): { readonly bound: BoundWord; readonly start: number } | undefined {
  const head = text.trimEnd()
  if (lookalike.test(head)) return undefined
  const bound = before.find((one) => head.endsWith(one.word))
  if (bound) return { bound, start: head.length - bound.word.length }
  for (const [pattern, meaning] of beforeEnglish) {
    const word = pattern.exec(head)?.[1]
    if (word) return { bound: { word, ...meaning }, start: head.length - word.length }
  }
  return undefined
}

/** The word that begins `text`, with where it ends; 及以上 and （含）以下 are read as 以上 and 以下. */
export function boundWordAfter(text: string): { readonly bound: BoundWord; readonly end: number } | undefined {
  const lead = /^\s{0,4}(?:[（(]含[本数]{0,2}[）)]|及)?/.exec(text)?.[0].length ?? 0
  const bound = after.find((one) => text.startsWith(one.word, lead))
  return bound && { bound, end: lead + bound.word.length }
}

/** The first word before a number that stands in `text` without one beside it: 增速不低于各项贷款增速. */
export function looseBoundWord(text: string): BoundWord | undefined {
  const word =
    /不低于|不少于|不小于|不高于|不多于|不大于|不超过|至少|达到|超过|低于|少于|降至|降到|压减至|压缩至|缩短至|控制在/.exec(
      text,
    )?.[0]
  return word === undefined ? undefined : before.find((one) => one.word === word)
}
