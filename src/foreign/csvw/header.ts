import { columnCount, headerMismatch } from '../../issues/csvw.ts'
import type { Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { clip } from './clip.ts'
import type { Column } from './column.ts'
import type { Context } from './fields.ts'
import { languagesMatch } from './language-tag.ts'

/** The header of a table as its file has it. */
export interface Header {
  /** Of each column the non-empty cells of all header rows. */
  readonly titles: readonly (readonly string[])[]
  /** Language of the titles, `und` when not said. */
  readonly language: string
  readonly placeOf: (index: number) => Place
}

/** Reports where the columns described differ from those of the file (Metadata Vocabulary §5.5.1). */
export function compareHeader(columns: readonly Column[], header: Header, report: Context['report']): void {
  const described = columns.filter((column) => !column.isVirtual)
  if (described.length !== header.titles.length) {
    const at = header.placeOf(Math.max(0, Math.min(described.length, header.titles.length - 1)))
    report(issue(columnCount, at, { found: header.titles.length, described: described.length }))
  }
  for (const [index, column] of described.entries()) {
    const titles = header.titles[index] ?? []
    if (titles.length === 0 || isCompatible(column, titles, header.language)) continue
    const found = mismatch(column, titles)
    report(
      issue(headerMismatch, header.placeOf(index), { number: index + 1, header: clip(titles.join(' ')), ...found }),
    )
  }
}

function mismatch(column: Column, titles: readonly string[]) {
  const [language] = [...column.titles].find(([, texts]) => texts.some((text) => titles.includes(text))) ?? []
  if (language !== undefined) return { fault: 'other language', described: language } as const
  const [title] = [...column.titles.values()].flat()
  if (title === undefined) return { fault: 'only a name', described: clip(column.name ?? '') } as const
  return { fault: 'other title', described: clip(title) } as const
}

/** Titles meet in a text of a matching language. A name alone is no title, so for a validator it matches no header. */
function isCompatible(column: Column, titles: readonly string[], language: string): boolean {
  if (column.name === undefined && column.titles.size === 0) return true
  return [...column.titles].some(
    ([code, texts]) => languagesMatch(code, language) && texts.some((text) => titles.includes(text)),
  )
}
