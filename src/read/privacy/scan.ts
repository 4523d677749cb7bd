import { unfilled } from '../../issues/doc.ts'
import { namesWithMoney, personList } from '../../issues/pii.ts'
import { invisible } from '../../issues/txt.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { moneyListColumns, personListColumns } from '../../model/personal/columns.ts'
import { findInvisible } from '../../model/policy/invisible.ts'
import { findPlaceholders } from '../../model/policy/placeholder.ts'
import { lineStartsOf } from '../text/line-starts.ts'
import type { PrivacyGate } from './privacy-gate.ts'
import { personal } from './privacy-gate.ts'

/** PII-001…003, PII-009…013 TXT-002 and DOC-021 over the raw text of any file: nothing is too hidden to be scanned. */
export function scanText(text: string, file: string, gate: PrivacyGate): Issue[] {
  const place = placer(text, file)
  return [
    ...gate.find(text).map((found) => personal(found, place(found.start))),
    ...scanTables(text, file, gate, place),
    ...findPlaceholders(text).map((found) => issue(unfilled, place(found.start), { found: found.text })),
    ...findInvisible(text)
      .slice(0, 20)
      .map((found) => issue(invisible, place(found.start), { name: found.name, code: found.code })),
  ]
}

/** The same over the path of a file, which is published with it. */
export function scanPath(file: string, gate: PrivacyGate): Issue[] {
  return gate.find(readable(file)).map((found) => personal(found, { file, line: 1, column: 1 }))
}

/** A path as words; its length stays. */
export function readable(path: string): string {
  return path.replace(/[/_.]/g, ' ')
}

/** Tables in Markdown, judged by their headers as CSV is. */
function scanTables(text: string, file: string, gate: PrivacyGate, place: (offset: number) => Place): Issue[] {
  if (!text.includes('|')) return []
  return [
    ...text.matchAll(/^[ >]*\|?([^\n|]+\|[^\n]*)\r?\n[ >]*\|?[ :]*-+[ :]*(?:\|[ :]*-+[ :]*)*\|?[ \t]*\r?$/gm),
  ].flatMap((found) =>
    scanHeader(
      (found[1] ?? '').split('|').map((label) => [label.trim()]),
      file,
      gate,
      () => place(found.index),
    ),
  )
}

/** PII-004 and PII-013: columns that together make a list of persons. Each column is given by its name and title. */
export function scanHeader(
  columns: readonly (readonly string[])[],
  file: string,
  gate: PrivacyGate,
  at: (index: number) => Place,
): Issue[] {
  const shown = (index: number) => columns[index]?.at(-1) ?? ''
  const list = personListColumns(columns)
  const money = moneyListColumns(columns)
  const issues: Issue[] = []
  if (list && !gate.approves(file))
    issues.push(issue(personList, at(list.name), { name: shown(list.name), detail: shown(list.detail), file }))
  if (money) issues.push(issue(namesWithMoney, at(money.name), { name: shown(money.name), money: shown(money.money) }))
  return issues
}

function placer(text: string, file: string): (offset: number) => Place {
  const lines = lineStartsOf(text)
  return (offset) => ({ file, ...lines.placeOf(offset) })
}
