import { findInvisible } from '../model/invisible.ts'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { unfilled } from '../model/issues/doc.ts'
import { contact, idNumber, mobile } from '../model/issues/pii.ts'
import { invisible } from '../model/issues/txt.ts'
import { findPersonalData } from '../model/personal-data.ts'
import { findPlaceholders } from '../model/placeholder.ts'
import { lineStartsOf } from './line-starts.ts'

const contactNames = {
  'bank-card': { zh: '银行卡号', en: 'a card number' },
  qq: { zh: 'QQ 号', en: 'a QQ number' },
  wechat: { zh: '微信号', en: 'a WeChat id' },
  email: { zh: '电子邮箱', en: 'an e-mail address' },
  address: { zh: '住址', en: 'a home address' },
} as const

/** PII-001…003, TXT-002 and DOC-021 over the raw text of any file, file name included: nothing is too hidden to be scanned. */
export function scanText(text: string, file: string, approved: readonly string[]): Issue[] {
  const place = placer(text, file)
  return [
    ...findPersonalData(text, approved).map((found) => personal(found, place(found.start))),
    ...findPersonalData(file.replace(/[/_.]/g, ' '), approved).map((found) =>
      personal(found, { file, line: 1, column: 1 }),
    ),
    ...findPlaceholders(text).map((found) => issue(unfilled, place(found.start), { found: found.text })),
    ...findInvisible(text)
      .slice(0, 20)
      .map((found) => issue(invisible, place(found.start), { name: found.name, code: found.code })),
  ]
}

export function personal(found: ReturnType<typeof findPersonalData>[number], at: Place): Issue {
  if (found.kind === 'id-number') return issue(idNumber, at, { masked: found.masked })
  if (found.kind === 'mobile') return issue(mobile, at, { masked: found.masked })
  return issue(contact, at, { masked: found.masked, what: contactNames[found.kind] })
}

function placer(text: string, file: string): (offset: number) => Place {
  const lines = lineStartsOf(text)
  return (offset) => ({ file, ...lines.placeOf(offset) })
}
