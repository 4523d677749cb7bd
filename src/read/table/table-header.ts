import type { HeaderSign } from '../../issues/tbl.ts'
import {
  blankColumn,
  duplicateColumn,
  extraColumn,
  incorrectLabel,
  missingColumn,
  noHeader,
  outerBlanks,
} from '../../issues/tbl.ts'
import type { TableField, TableSchema } from '../../model/data/dataset.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import { show } from './table-cell.ts'

export interface Header {
  /** Column names as published, in the order of the file. */
  readonly names: readonly string[]
  /** The field of each column; undefined where the schema has none. */
  readonly fields: readonly (TableField | undefined)[]
  readonly issues: readonly Issue[]
  /** False where the first line is no header at all, so that nothing below it can be read. */
  readonly ok: boolean
}

/**
 * Matches the first record against the schema as its `fieldsMatch` says; a column may carry the name or the title
 * of its field. In our tables the order is free unless `exact` is asked for.
 */
export function readHeader(
  cells: readonly string[],
  schema: Pick<TableSchema, 'fields' | 'fieldsMatch'>,
  at: (index: number) => Place,
): Header {
  const { fields: all, fieldsMatch: match = 'equal' } = schema
  const mayHaveMore = match === 'subset' || match === 'partial'
  const mayHaveFewer = match === 'superset' || match === 'partial'
  const known = new Map(all.flatMap((field) => (field.title ? [[field.title, field] as const] : [])))
  for (const field of all) known.set(field.name, field)
  const labels = cells.map((cell) => cell.trim())
  const fields = labels.map((label) => known.get(label))
  if (fields.every((field) => field === undefined)) {
    const sign = otherSign(cells.join(','), known)
    const first = labels.every((label) => label === '') ? undefined : show(cells.join(','))
    const params = {
      ...(first === undefined ? {} : { first }),
      ...(sign ? { sign } : {}),
      expected: all.map((field) => field.name),
    }
    return { names: labels, fields, issues: [issue(noHeader, at(0), params)], ok: false }
  }
  const issues: Issue[] = []
  // Empty columns to the right are one fault.
  const end = labels.findLastIndex((label) => label !== '') + 1
  const seen = new Map<string, number>()
  const missing = all.filter((field) => !fields.includes(field))
  for (const [index, label] of labels.entries()) {
    const name = fields[index]?.name ?? label
    const first = seen.get(name)
    if (label === '' && index > end) continue
    if (label === '') issues.push(issue(blankColumn, at(index), { position: index + 1 }))
    else if (first !== undefined) issues.push(issue(duplicateColumn, at(index), { name: label, first }))
    else if (!fields[index]) {
      const guess = nearest(label, missing.flatMap(namesOf))
      const params = { name: show(label), ...(guess ? { nearest: guess } : {}) }
      if (!mayHaveMore) issues.push(issue(extraColumn, at(index), params))
    } else if (label !== cells[index]) {
      issues.push(issue(outerBlanks, at(index), { column: label, found: show(cells[index] ?? '') }))
    }
    if (first === undefined) seen.set(name, index + 1)
    const expected = match === 'exact' ? all[index] : undefined
    if (expected && fields[index] && fields[index] !== expected && first === undefined) {
      issues.push(issue(incorrectLabel, at(index), { position: index + 1, found: label, expected: expected.name }))
    }
  }
  const extra = labels.filter((label, index) => label !== '' && !fields[index])
  for (const field of mayHaveFewer ? [] : missing) {
    // A misspelt column is one fault: the extra name has been reported with this one as the suggestion.
    if (!mayHaveMore && extra.some((label) => namesOf(field).includes(nearest(label, missing.flatMap(namesOf)) ?? '')))
      continue
    const { name, title } = field
    issues.push(issue(missingColumn, at(0), { name, ...(title ? { title } : {}) }))
  }
  const firsts = fields.map((field, index) => (field && fields.indexOf(field) === index ? field : undefined))
  const names = labels.map((label, index) => fields[index]?.name ?? label)
  return { names, fields: firsts, issues, ok: true }
}

/** What parts the names of a header instead of commas, where that makes names of the schema of it. */
function otherSign(line: string, known: ReadonlyMap<string, TableField>): HeaderSign | undefined {
  if (/^"?sep=.?"?,*$/i.test(line.trim())) return 'line'
  const signs = { semicolon: ';', tab: '\t', 'wide-comma': '，', bar: '|' } as const
  return (Object.keys(signs) as (keyof typeof signs)[]).find((name) => {
    const parts = line.split(signs[name]).map((part) => part.trim().replace(/^"(.*)"$/, '$1'))
    return parts.length > 1 && parts.some((part) => known.has(part))
  })
}

function namesOf(field: TableField): string[] {
  return field.title ? [field.name, field.title] : [field.name]
}
