import { bankCard, contact, homeAddress, idNumber, mobile, nameWithAmount, personalPaper } from '../../issues/pii.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { PersonalData } from '../../model/personal/personal-data.ts'
import { findPersonalData } from '../../model/personal/personal-data.ts'

/**
 * What everything that is going to be published passes. It keeps what it has found, so that no report repeats it, and which
 * of the editor's approvals have been needed.
 */
export interface PrivacyGate {
  /** Personal data that is not approved. `label` names what the text is the value of. */
  find(text: string, label?: string): PersonalData[]
  /** Has an editor approved these very words? */
  approves(words: string): boolean
  /** Hides in a text all that has been found anywhere, and whatever else points to a person. */
  mask(text: string): string
  /** Entries that nothing has needed. */
  unused(): readonly string[]
}

/** Found words kept for masking; reports list far fewer. */
const maxKept = 20_000

export function privacyGate(approved: readonly string[]): PrivacyGate {
  const used = new Set<string>()
  const kept = new Map<string, string>()
  const onApproved = (entry: string) => void used.add(entry)
  function find(text: string, label?: string): PersonalData[] {
    const found = findPersonalData(text, approved, { label, onApproved })
    for (const { start, end, masked } of found) if (kept.size < maxKept) kept.set(text.slice(start, end), masked)
    return found
  }
  return {
    find,
    approves(words) {
      if (!approved.includes(words)) return false
      used.add(words)
      return true
    },
    mask(text) {
      const clean = [...kept].reduce(
        (rest, [words, masked]) => (rest.includes(words) ? rest.replaceAll(words, masked) : rest),
        text,
      )
      // An address of mail may stand in a hint as an example.
      const found = findPersonalData(clean, approved).filter((one) => one.kind !== 'email')
      return found.reduceRight((rest, one) => rest.slice(0, one.start) + one.masked + rest.slice(one.end), clean)
    },
    unused: () => approved.filter((entry) => !used.has(entry)),
  }
}

const contactNames = {
  qq: { zh: 'QQ 号', en: 'a QQ number' },
  wechat: { zh: '微信号', en: 'a WeChat id' },
  email: { zh: '电子邮箱', en: 'an e-mail address' },
} as const

const paperNames = {
  paper: { zh: '证件号码', en: 'the number of a paper' },
  plate: { zh: '车牌号', en: 'a licence plate' },
} as const

/** What was found as an issue at its place. */
export function personal({ kind, masked }: PersonalData, at: Place): Issue {
  switch (kind) {
    case 'id-number':
      return issue(idNumber, at, { masked })
    case 'mobile':
      return issue(mobile, at, { masked })
    case 'bank-card':
      return issue(bankCard, at, { masked })
    case 'address':
      return issue(homeAddress, at, { masked })
    case 'payee':
      return issue(nameWithAmount, at, { masked })
    case 'paper':
    case 'plate':
      return issue(personalPaper, at, { masked, what: paperNames[kind] })
    default:
      return issue(contact, at, { masked, what: contactNames[kind] })
  }
}
