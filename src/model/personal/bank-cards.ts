import { before, cardLabel, isCounted, isLetter, isNamedOtherwise } from './context.ts'
import type { DigitGroup } from './digit-chain.ts'
import { rangesOf } from './digit-chain.ts'
import type { Hit } from './hit.ts'

/** Bank cards: 16 to 19 digits of an issuer (ISO/IEC 7812) with a Luhn digit; named as a card, the digit may be wrong. */
export function bankCards(plain: string, chains: readonly (readonly DigitGroup[])[]): Hit[] {
  return chains.flatMap((groups) => [...cardsIn(plain, groups)])
}

function* cardsIn(plain: string, groups: readonly DigitGroup[]): Generator<Hit> {
  let taken = 0
  for (const range of rangesOf(groups, 16, 19)) {
    const { digits, start, end } = range
    if (start < taken || isLetter(plain[end]) || !/^\d+$/.test(digits)) continue
    const words = before(plain, start)
    const isNamed = range.groups[0] === groups[0] && cardLabel.test(words)
    if (!isNamed) {
      if (!issuers.test(digits) || !luhn(digits) || /0{6}$/.test(digits)) continue
      if (range.isByPoint || isLetter(plain[start - 1]) || isCounted(plain, end) || isNamedOtherwise(words)) continue
      if (!isGrouped(range.groups) || (!range.isWhole && range.groups.length > 1)) continue
    } else if (!luhn(digits) && !(range.isWhole && /^[3-69]/.test(digits))) continue
    taken = end
    yield { kind: 'bank-card', start, end }
  }
}

/** In fours, behind the six of the issuer, or broken at the end of a line. */
function isGrouped(groups: readonly DigitGroup[]): boolean {
  const lengths = groups.map((one) => one.digits.length).join('-')
  if (/^(?:\d+|4-4-4-4(?:-[1-3])?|4-4-4-[4-7]|6-1[0-3])$/.test(lengths)) return true
  return groups.length === 2 && groups[1]?.before.includes('\n') === true
}

const issuers = /^(?:6[0-9]|9558|9559|4\d{15}$|5[1-5]\d{14}$|2[2-7]\d{14}$|3[0568]\d{14}$|[45]\d{18}$)/

function luhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const value = Number(digits[digits.length - 1 - at])
    sum += at % 2 === 0 ? value : value * 2 - (value > 4 ? 9 : 0)
  }
  return sum % 10 === 0
}
