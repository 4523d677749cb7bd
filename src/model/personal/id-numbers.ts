import { isRealDate } from '../number/date.ts'
import { before, idLabel, isCounted, isLetter, isNamedOtherwise, looseIdLabel } from './context.ts'
import type { DigitGroup } from './digit-chain.ts'
import { rangesOf } from './digit-chain.ts'
import type { Hit } from './hit.ts'

/** Citizens' numbers: GB 11643 with 18 digits, the older one with 15, and whatever is named as one. */
export function idNumbers(plain: string, chains: readonly (readonly DigitGroup[])[]): Hit[] {
  return chains.flatMap((groups) => [...idsIn(plain, groups)])
}

function* idsIn(plain: string, groups: readonly DigitGroup[]): Generator<Hit> {
  let taken = 0
  for (const range of rangesOf(groups, 15, 19)) {
    const { digits, start, end } = range
    if (start < taken || isLetter(plain[end]) || range.isByPoint) continue
    const words = before(plain, start)
    if (/(?:信用代码|组织机构代码)[^\d]{0,6}$/.test(words)) continue
    const isFirst = range.groups[0] === groups[0]
    const isNamed = isFirst && idLabel.test(words)
    const isFound =
      isCitizenNumber(digits) ||
      (isNamed && (digits.length === 18 || range.isWhole) && /^\d{15,18}X?$/.test(digits)) ||
      (isFirst && looseIdLabel.test(words) && range.isWhole && isMadeLikeOne(digits)) ||
      (digits.length === 15 && isOldNumber(digits) && isAboutPerson(plain, range, words))
    if (!isFound) continue
    taken = end
    yield { kind: 'id-number', start, end }
  }
}

const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Province and birthday of either form; the check character may be wrong. */
function isMadeLikeOne(digits: string): boolean {
  if (digits.length === 15) return isOldNumber(digits)
  const body = digits.slice(0, 17)
  return digits.length === 18 && [...'0123456789X'].some((last) => isCitizenNumber(body + last))
}

/** GB 11643: province, real birthday, check character. */
function isCitizenNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!provinces.test(number) || !/^(?:18|19|20)/.test(born) || !isRealDate(born).ok) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

/** The number of 1984 to 1999: province, city, county, birthday in the twentieth century, order; no check digit. */
function isOldNumber(digits: string): boolean {
  const born = `19${digits.slice(6, 8)}-${digits.slice(8, 10)}-${digits.slice(10, 12)}`
  return (
    /^\d\d(?!00)\d\d(?!00)\d\d[2-9]\d{5}(?!000)\d{3}$/.test(digits) && provinces.test(digits) && isRealDate(born).ok
  )
}

/** One digit in a hundred figures looks like an old number: it must not be named or counted as something else. */
function isAboutPerson(plain: string, range: { start: number; end: number; isWhole: boolean }, words: string): boolean {
  if (!range.isWhole || isLetter(plain[range.start - 1])) return false
  return !isNamedOtherwise(words) && !isCounted(plain, range.end) && !/账号[^\d]{0,4}$/.test(words)
}
