import type { TableSchema } from '../model/dataset.ts'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { duplicateKey, notUnique } from '../model/issues/tbl.ts'
import { show } from './table-cell.ts'

/** The values of some columns in one row, as one text; undefined where all of them are missing. */
type KeyOf = (value: (column: string) => string | undefined) => string | undefined

const separator = '\u001f'

/** One key, joined for comparison. */
export function joinKey(parts: readonly string[]): string {
  return parts.join(separator)
}

/** A key for people. */
export function showKey(key: string): string {
  return show(key.replaceAll(separator, ' + '))
}

/**
 * A text of its own: what is cut from a chunk of the file keeps the whole chunk in memory, which a set of
 * keys must not do.
 */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}

/** Finds the key in a row; `primary` keys count even where a part is missing. */
function keyOf(columns: readonly string[]): KeyOf {
  const [only] = columns
  if (columns.length === 1 && only !== undefined) return (value) => value(only)
  return (value) => {
    const parts = columns.map(value)
    return parts.every((part) => part === undefined) ? undefined : joinKey(parts.map((part) => part ?? ''))
  }
}

/** Every rule of a schema that says “only once”: primary key, unique keys, unique columns. */
export function uniqueRules(schema: TableSchema, hasColumn: (name: string) => boolean) {
  const primary = schema.primaryKey ?? []
  const unique = [
    ...(schema.uniqueKeys ?? []),
    ...schema.fields.filter((field) => field.constraints.unique === true).map((field) => [field.name]),
  ].filter((columns) => joinKey(columns) !== joinKey(primary))
  return [
    ...(primary.length > 0 ? [uniqueRule(primary, duplicateKey)] : []),
    ...unique.map((columns) => uniqueRule(columns, notUnique)),
  ].filter((rule) => rule.columns.every(hasColumn))
}

function uniqueRule(columns: readonly string[], definition: typeof duplicateKey) {
  const find = keyOf(columns)
  const lines = new Map<string, number>()
  return {
    columns,
    /** Takes a row in; an issue where its key was seen before. */
    add(value: (column: string) => string | undefined, line: number, at: () => Place): Issue | undefined {
      const key = find(value)
      if (key === undefined) return undefined
      const first = lines.get(key)
      if (first === undefined) {
        lines.set(ownText(key), line)
        return undefined
      }
      return issue(definition, at(), { columns: columns.join(' + '), found: showKey(key), first })
    },
  }
}

/** Where the values of a foreign key stand: enough places to name them, not all. */
export interface KeyUses {
  readonly columns: readonly string[]
  readonly uses: ReadonlyMap<string, readonly Place[]>
}

const placesPerKey = 20

/** Remembers which keys the rows use, until every table has been read. */
export function keyUses(columns: readonly string[]) {
  const find = keyOf(columns)
  const uses = new Map<string, Place[]>()
  return {
    columns,
    uses,
    add(value: (column: string) => string | undefined, at: () => Place): void {
      const key = find(value)
      if (key === undefined) return
      const places = uses.get(key)
      if (!places) uses.set(ownText(key), [at()])
      else if (places.length < placesPerKey) places.push(at())
    },
  }
}

/** The set of keys other tables may refer to. */
export function keySet(columns: readonly string[]) {
  const find = keyOf(columns)
  const keys = new Set<string>()
  return {
    columns,
    keys,
    add(value: (column: string) => string | undefined): void {
      const key = find(value)
      if (key !== undefined && !keys.has(key)) keys.add(ownText(key))
    },
  }
}
