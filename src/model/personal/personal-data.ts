import { bankCards } from './bank-cards.ts'
import { chats, emails } from './contacts.ts'
import { digitChains } from './digit-chain.ts'
import type { Hit, PersonalKind } from './hit.ts'
import { homeAddresses } from './home-addresses.ts'
import { idNumbers } from './id-numbers.ts'
import type { Link } from './link-numbers.ts'
import { isPersonalParameter, linksIn } from './link-numbers.ts'
import { mobiles } from './mobiles.ts'
import { papers } from './papers.ts'
import { payees } from './payees.ts'
import { plainText } from './plain-text.ts'

/** Something in a text that points to a person. `masked` never contains the secret (PII-005). */
export interface PersonalData extends Hit {
  readonly masked: string // e.g. 33****…**12
}

/**
 * Personal data in a text, in order, without overlaps. `approved` holds what an editor has cleared for publishing, as
 * printed; `onApproved` is told what was let pass for its sake. Numbers in the paths of web addresses, 统一社会信用代码,
 * figures with a unit and decimals are passed over. `label` is what the text is the value of, the header of its column:
 * it decides where the text alone does not.
 */
export function findPersonalData(
  text: string,
  approved: readonly string[],
  { label = '', onApproved }: { label?: string; onApproved?: (approved: string) => void } = {},
): PersonalData[] {
  const lead = label === '' ? '' : `${label}：`
  const written = lead + text
  const plain = plainText(written)
  const links = linksIn(plain.text)
  const chains = digitChains(plain.text)
  let all: Hit[] = []
  const take = (found: readonly Hit[]) => {
    const outside = outsideLinks(plain.text, found, links)
    all = [...all, ...apart(alone(outside), all)].sort((a, b) => a.start - b.start)
  }
  // The surer kind first: it wins where two overlap.
  take(idNumbers(plain.text, chains))
  take(emails(plain.text))
  take(mobiles(plain.text, chains))
  take(chats(plain.text))
  take(papers(plain.text))
  take(bankCards(plain.text, chains))
  take(homeAddresses(plain.text))
  take(payees(plain.text))
  if (all.length === 0) return []
  const known = clearance(text, approved)
  return all.flatMap(({ kind, start, end }) => {
    const from = plain.startOf(start) - lead.length
    const to = plain.endOf(end) - lead.length
    if (from < 0) return []
    const words = text.slice(from, to)
    const cleared = known(words, from, to)
    if (cleared !== undefined) {
      onApproved?.(cleared)
      return []
    }
    return [{ kind, start: from, end: to, masked: masked(words, kind) }]
  })
}

function outsideLinks(plain: string, found: readonly Hit[], links: readonly Link[]): readonly Hit[] {
  if (links.length === 0) return found
  let at = 0
  return found.filter((one) => {
    while (at < links.length && (links[at]?.end ?? 0) <= one.start) at++
    const link = links[at]
    return link === undefined || link.start >= one.end || isPersonalParameter(plain, link, one)
  })
}

/** Those that do not overlap an earlier one of the same list. */
function alone(found: readonly Hit[]): Hit[] {
  let end = 0
  return found.filter((one) => {
    if (one.start < end) return false
    end = one.end
    return true
  })
}

/** The hits that overlap none of the spans; both in order. */
function apart(found: readonly Hit[], spans: readonly Hit[]): Hit[] {
  let at = 0
  return found.filter((one) => {
    while (at < spans.length && (spans[at]?.end ?? 0) <= one.start) at++
    const span = spans[at]
    return span === undefined || span.start >= one.end
  })
}

/** The approved entry that is what was found, or holds it where it stands in the text. */
function clearance(text: string, approved: readonly string[]) {
  const whole = new Map(approved.map((one) => [bare(one), one]))
  const places = approved.flatMap((entry) => {
    const spans: { entry: string; start: number; end: number }[] = []
    for (let at = text.indexOf(entry); at !== -1 && entry !== ''; at = text.indexOf(entry, at + entry.length))
      spans.push({ entry, start: at, end: at + entry.length })
    return spans
  })
  return (words: string, start: number, end: number): string | undefined =>
    whole.get(bare(words)) ?? places.find((one) => one.start <= start && one.end >= end)?.entry
}

/** What an approved entry and the words of a text are compared by: blanks, hyphens and the code of the country aside. */
function bare(words: string): string {
  const signs = plainText(words)
    .text.replace(/[\s+-]/g, '')
    .toLowerCase()
  return /^(?:00)?86(1[3-9]\d{9})$/.exec(signs)?.[1] ?? signs
}

/** Two signs at each end of a long secret, one at the start of a short one. */
function masked(words: string, kind: PersonalKind): string {
  if (kind === 'address') return '****…**'
  const signs = [...plainText(words).text]
  if (signs.length < 11) return `${signs[0]}****…**`
  return `${signs.slice(0, 2).join('')}****…**${signs.slice(-2).join('')}`
}
