import { isRealDate } from './date.ts'
import { plainDigits } from './plain-digits.ts'

/** Something in a text that points to a person. `masked` never contains the secret (PII-005). */
export interface PersonalData {
  readonly kind: 'id-number' | 'mobile' | 'bank-card' | 'qq' | 'wechat' | 'email' | 'address'
  readonly start: number
  readonly end: number
  readonly masked: string // e.g. 33****…**12
}

/**
 * Personal data in a text, in order, without overlaps. `approved` holds contacts an editor has cleared for publishing, as
 * printed. Numbers inside web addresses, 统一社会信用代码 and the decimals of a number are passed over; columns
 * declared as numbers should not be given to it, an amount of 13912345678 looks like a telephone.
 */
export function findPersonalData(text: string, approved: readonly string[]): PersonalData[] {
  const plain = plainDigits(text)
  const cleared = new Set(approved.map(bare))
  const links: Span[] = [...plain.matchAll(/https?:\/\/[^\s<>"'，。；、）)》】]+/g)].map((one) => ({
    start: one.index,
    end: one.index + one[0].length,
  }))
  let all: Hit[] = []
  for (const find of finders) {
    const found = find(plain)
    const outside = found[0]?.kind === 'email' ? found : apart(found, links)
    all = [...all, ...apart(outside, all)].sort((a, b) => a.start - b.start)
  }
  return all
    .filter((one) => !cleared.has(bare(text.slice(one.start, one.end))))
    .map((one) => ({ ...one, masked: masked(text.slice(one.start, one.end), one.kind) }))
}

type Span = Pick<PersonalData, 'start' | 'end'>
type Hit = Pick<PersonalData, 'kind' | 'start' | 'end'>

/** The surer kind first: it wins where two overlap. */
const finders: readonly ((plain: string) => Hit[])[] = [idNumbers, emails, mobiles, chats, bankCards, homes]

/** GB 11643: province, real birthday, check character. Spaces or hyphens may part 6-8-4. */
function idNumbers(plain: string): Hit[] {
  const form = /(?<![\dA-Za-z]|\d\.)(\d{6})[ -]?(\d{8})[ -]?(\d{3}[\dXx])(?![\dA-Za-z]|\.\d)/g
  return hits(plain, form, 'id-number', (found) => {
    const number = `${found[1]}${found[2]}${found[3]}`.toUpperCase()
    return (
      isCitizenNumber(number) &&
      !/(?:信用代码|组织机构代码)[^\d]{0,6}$/.test(plain.slice(Math.max(0, found.index - 16), found.index))
    )
  })
}

const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function isCitizenNumber(number: string): boolean {
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!provinces.test(number) || !/^(?:18|19|20)/.test(born) || !isRealDate(born).ok) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

function mobiles(plain: string): Hit[] {
  const form = /(?<![\dA-Za-z]|\d[.,])(?:\+?86[ -]?)?(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?![\dA-Za-z]|[.,]\d)/g
  return hits(plain, form, 'mobile', (found) => {
    const digits = (found[1] ?? '').replace(/\D/g, '')
    const labelled = /(?:手机|电话|联系|咨询|号码|mobile|phone|tel)[^\d]{0,8}$/i.test(
      plain.slice(Math.max(0, found.index - 16), found.index),
    )
    const counted = /^\s?(?:元|万|亿|家|户|件|笔|个|吨|%)/.test(
      plain.slice(found.index + found[0].length, found.index + found[0].length + 3),
    )
    // 15163000000 is an amount of money
    return labelled || (!counted && !digits.endsWith('0000'))
  })
}

function bankCards(plain: string): Hit[] {
  const form =
    /(?<![\dA-Za-z]|\d\.)(?:[3-6]\d{15,18}|[3-6]\d{3}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?|9558\d{15})(?![\dA-Za-z]|\.\d)/g
  return hits(plain, form, 'bank-card', (found) => {
    const digits = found[0].replace(/\D/g, '')
    const figure = /0{6}$/.test(digits)
    return digits.length >= 16 && digits.length <= 19 && !figure && luhn(digits)
  })
}

function luhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const value = Number(digits[digits.length - 1 - at])
    sum += at % 2 === 0 ? value : value * 2 - (value > 4 ? 9 : 0)
  }
  return sum % 10 === 0
}

function chats(plain: string): Hit[] {
  const qq = /QQ\s?(?:交流|工作|服务)?群?\s?[号]?\s?[：:（(]?\s?(\d{5,12})(?!\d)/gi
  const wechat = /(?:微信|wechat)\s?[号群]?\s?[：:（(]\s?([A-Za-z][-\w]{5,19}|\d{5,19})(?![-\w])/gi
  return inOrder([...inner(plain, qq, 'qq'), ...inner(plain, wechat, 'wechat')])
}

function emails(plain: string): Hit[] {
  const all: Hit[] = []
  for (let at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
    const local = /[A-Za-z0-9][\w.%+-]{0,63}$/.exec(plain.slice(Math.max(0, at - 64), at))
    const domain = /^(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}/.exec(plain.slice(at + 1, at + 255))
    if (local && domain) all.push({ kind: 'email', start: at - local[0].length, end: at + 1 + domain[0].length })
  }
  return all
}

function homes(plain: string): Hit[] {
  const labelled = /(?:家庭住址|家庭地址|居住地址|户籍地址|户籍所在地|现住址|住址)\s?[：:]\s?([^\s，。；,;]{4,60})/g
  const flat = /\d{1,4}\s?(?:幢|栋|号楼)\s?\d{1,2}\s?单元\s?\d{2,4}\s?室?/g
  const homes = inner(plain, labelled, 'address')
  return inOrder([
    ...homes,
    ...apart(
      hits(plain, flat, 'address', () => true),
      homes,
    ),
  ])
}

function hits(plain: string, form: RegExp, kind: Hit['kind'], holds: (found: RegExpExecArray) => boolean): Hit[] {
  return [...plain.matchAll(form)]
    .filter(holds)
    .map((found) => ({ kind, start: found.index, end: found.index + found[0].length }))
}

function inOrder(found: Hit[]): Hit[] {
  return found.sort((a, b) => a.start - b.start)
}

/** The first group of each match, not the label before it. */
function inner(plain: string, form: RegExp, kind: Hit['kind']): Hit[] {
  return [...plain.matchAll(form)].map((found) => {
    const end = found.index + found[0].length
    return { kind, start: end - (found[1] ?? '').length, end }
  })
}

/** The hits that overlap none of the spans; both in order. */
function apart(found: readonly Hit[], spans: readonly Span[]): Hit[] {
  let at = 0
  return found.filter((one) => {
    while (at < spans.length && (spans[at]?.end ?? 0) <= one.start) at++
    const span = spans[at]
    return span === undefined || span.start >= one.end
  })
}

function bare(words: string): string {
  return plainDigits(words).replace(/[\s-]/g, '').toLowerCase()
}

/** Two signs at each end of a long secret, one at the start of a short one. */
function masked(words: string, kind: PersonalData['kind']): string {
  if (kind === 'address') return '****…**'
  const signs = [...words]
  if (signs.length < 11) return `${signs[0]}****…**`
  return `${signs.slice(0, 2).join('')}****…**${signs.slice(-2).join('')}`
}
