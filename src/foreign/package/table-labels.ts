import { blankColumn, duplicateColumn, extraColumn, incorrectLabel, missingColumn, noHeader } from '../../issues/tbl.ts'
import type { TableField, TableSchema } from '../../model/data/dataset.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import { show } from '../../read/table/table-cell.ts'

/** So many strange columns are compared with all absent ones; more of them are not listed one by one. */
const maxGuesses = 100

/**
 * Which field each column belongs to, as `fieldsMatch` says: by its position where it is `exact`, by its name
 * otherwise. The columns of objects have no order, so that `exact` means `equal` there.
 */
export function matchLabels(
  labels: readonly string[],
  schema: TableSchema,
  isKeyed: boolean,
  at: (index: number) => Place,
): { fields: (TableField | undefined)[]; issues: Issue[] } {
  const { fields: all } = schema
  const match = schema.fieldsMatch === 'exact' && isKeyed ? 'equal' : (schema.fieldsMatch ?? 'exact')
  const names = all.map((field) => field.name)
  if (labels.every((label) => label.trim() === '')) {
    return { fields: [], issues: [issue(noHeader, at(0), { expected: names })] }
  }
  const issues = labels.flatMap((label, index): Issue[] => {
    if (label.trim() === '') return [issue(blankColumn, at(index), { position: index + 1 })]
    const first = labels.indexOf(label)
    return first === index ? [] : [issue(duplicateColumn, at(index), { name: label, first: first + 1 })]
  })
  if (match === 'exact')
    return { fields: all.slice(0, labels.length), issues: [...issues, ...exactFaults(labels, all, at)] }
  const fields = labels.map((label, index) =>
    labels.indexOf(label) === index ? all.find((one) => one.name === label) : undefined,
  )
  const missing = all.filter((field) => !labels.includes(field.name))
  if (match === 'equal' || match === 'superset') {
    let guesses = maxGuesses
    for (const [index, label] of labels.entries()) {
      if (names.includes(label) || label.trim() === '') continue
      const absentNames = missing.map((field) => field.name)
      const guess = guesses-- > 0 ? nearest(label, absentNames) : undefined
      issues.push(
        issue(extraColumn, at(index), { name: show(label), ...(guess === undefined ? {} : { nearest: guess }) }),
      )
    }
  }
  if (match === 'equal' || match === 'subset') issues.push(...missing.map((field) => absent(field, at(0))))
  if (match === 'partial' && missing.length === all.length) {
    issues.push(issue(noHeader, at(0), { first: show(labels.join(',')), expected: names }))
  }
  return { fields, issues }
}

function exactFaults(labels: readonly string[], all: readonly TableField[], at: (index: number) => Place): Issue[] {
  const renamed = labels.flatMap((label, index): Issue[] => {
    const field = all[index]
    if (label.trim() === '') return []
    if (!field) return [issue(extraColumn, at(index), { name: show(label) })]
    if (field.name === label || labels.indexOf(label) !== index) return []
    return [issue(incorrectLabel, at(index), { position: index + 1, found: show(label), expected: field.name })]
  })
  return [...renamed, ...all.slice(labels.length).map((field) => absent(field, at(0)))]
}

function absent({ name, title }: TableField, at: Place): Issue {
  return issue(missingColumn, at, { name, ...(title ? { title } : {}) })
}
