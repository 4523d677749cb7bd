import type { Approximation } from '../register/observation.ts'

/** Words by which a source hedges a figure, with the word they are registered as. */
const hedges: readonly [pattern: RegExp, approx: Approximation][] = [
  [/约|左右|上下|about|around|approximately|roughly/i, '约'],
  [/超过|突破|超|逾|more than|over|exceed\w*|surpass\w*/i, '超'],
  [/接近|近|nearly|almost/i, '近'],
  [/不足|不到|less than|under/i, '不足'],
  [/[余餘多](?=[万亿萬億家户个人件笔次元]|$)/, '余'],
  [/以上/, '以上'],
]

/** The first hedging word in a figure as printed, and what it is registered as. */
export function hedgeIn(printed: string): { readonly word: string; readonly approx: Approximation } | undefined {
  for (const [pattern, approx] of hedges) {
    const word = pattern.exec(printed)?.[0]
    if (word !== undefined) return { word, approx }
  }
  return undefined
}
