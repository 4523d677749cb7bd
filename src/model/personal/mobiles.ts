import { before, isCounted, isLetter, isNamedOtherwise, phoneLabel } from './context.ts'
import type { DigitGroup, DigitRange } from './digit-chain.ts'
import { rangesOf } from './digit-chain.ts'
import type { Hit } from './hit.ts'

/** Mobile numbers of mainland China, with or without the code of the country, grouped in the usual ways. */
export function mobiles(plain: string, chains: readonly (readonly DigitGroup[])[]): Hit[] {
  return chains.flatMap((groups) => [...mobilesIn(plain, groups)])
}

function* mobilesIn(plain: string, groups: readonly DigitGroup[]): Generator<Hit> {
  let taken = 0
  for (const range of rangesOf(groups, 11, 15)) {
    const { digits, start, end } = range
    const number = /^(?:0{0,2}86|0)?(1[3-9]\d{9})$/.exec(digits)?.[1]
    if (number === undefined || start < taken || isLetter(plain[end])) continue
    const words = before(plain, start)
    const isNamed = phoneLabel.test(words)
    if (isLetter(plain[start - 1]) && !isNamed) continue
    const prefix = digits.slice(0, -11)
    if (prefix === '0' && !isNamed) continue
    if (!isNamed && (isFigure(plain, range, words) || (number.endsWith('0000') && prefix === ''))) continue
    if (!isGrouped(range, prefix, isNamed)) continue
    taken = end
    yield { kind: 'mobile', start: plain[start - 1] === '+' ? start - 1 : start, end }
  }
}

function isFigure(plain: string, range: DigitRange, words: string): boolean {
  return range.isByPoint || isCounted(plain, range.end) || isNamedOtherwise(words)
}

/** Groups as people write them. Other groups may be figures in a row, so the number must be named or stand alone. */
function isGrouped(range: DigitRange, prefix: string, isNamed: boolean): boolean {
  const groups = range.groups[0]?.digits === prefix ? range.groups.slice(1) : range.groups
  const parts = groups.slice(1).map((one) => one.before)
  if (parts.length === 0 || isNamed) return true
  const glued = prefix.length === range.digits.length - 11 && groups.length === range.groups.length ? prefix.length : 0
  const lengths = groups.map((one, at) => one.digits.length - (at === 0 ? glued : 0)).join('-')
  if (lengths === '3-4-4' || lengths === '3-3-5') return prefix !== '' || !isRowOfFigures(range, parts)
  if (!range.isWhole || parts.some((one) => one.includes('.')) || range.digits.endsWith('000')) return false
  if (groups.every((one) => one.digits.length === 1)) return true
  return lengths === '3-8' || lengths === '7-4' || (groups.length === 2 && parts[0]?.includes('\n') === true)
}

/** 150 1200 3400: blanks part round figures, or more figures follow. */
function isRowOfFigures({ groups, isWhole }: DigitRange, parts: readonly string[]): boolean {
  if (parts.some((one) => one.trim() !== '')) return false
  return (
    groups.slice(1).every((one) => one.digits.endsWith('0')) ||
    (!isWhole && groups.at(-1)?.digits.endsWith('00') === true)
  )
}
