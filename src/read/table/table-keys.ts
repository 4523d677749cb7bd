import { duplicateKey, notUnique } from '../../issues/tbl.ts'
import type { TableSchema } from '../../model/data/dataset.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { byteIndex } from '../csv/byte-index.ts'
import { show } from './table-cell.ts'

/** Stands between the parts of a key. */
export const separatorByte = 0x1f
const separator = String.fromCharCode(separatorByte)

/** Takes in the keys of some columns, row by row, as UTF-8. */
export interface KeyKeeper {
  readonly columns: readonly string[]
  /** A key with a part that is at fault is not looked up as well. */
  readonly skipsFaulty: boolean
  /** Takes the key of a row that begins at `line`; an issue where the row must not have it. */
  take(data: Uint8Array, from: number, to: number, line: number, at: () => Place): Issue | undefined
}

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

/** The key of a row, its parts joined; undefined where all of them are missing. */
export function keyOf(columns: readonly string[], value: (column: string) => string | undefined): string | undefined {
  const parts = columns.map(value)
  return parts.every((part) => part === undefined) ? undefined : joinKey(parts.map((part) => part ?? ''))
}

/** How a message about a row in the file `here` names the line of another row. */
type NameLine = (line: number, here: string) => string | number

/** Every rule of a schema that says “only once”: primary key, unique keys, unique columns. */
export function uniqueRules(
  schema: TableSchema,
  hasColumn: (name: string) => boolean,
  nameLine: NameLine = (line) => line,
): KeyKeeper[] {
  const primary = schema.primaryKey ?? []
  const unique = [
    ...(schema.uniqueKeys ?? []),
    ...schema.fields.filter((field) => field.constraints.unique === true).map((field) => [field.name]),
  ].filter((columns) => joinKey(columns) !== joinKey(primary))
  // A rule written twice finds the same rows.
  const distinct = [...new Map(unique.map((columns) => [joinKey(columns), columns])).values()]
  return [
    ...(primary.length > 0 ? [uniqueRule(primary, duplicateKey, nameLine)] : []),
    ...distinct.map((columns) => uniqueRule(columns, notUnique, nameLine)),
  ].filter((rule) => rule.columns.every(hasColumn))
}

function uniqueRule(columns: readonly string[], definition: typeof duplicateKey, nameLine: NameLine): KeyKeeper {
  const keys = byteIndex()
  let lines = new Int32Array(128)
  return {
    columns,
    skipsFaulty: false,
    take(data, from, to, line, at) {
      const number = keys.put(data, from, to)
      if (number >= 0) {
        const found = showKey(keys.textOf(number))
        const place = at()
        const first = nameLine(lines[number] ?? 0, place.file)
        return issue(definition, place, { columns: columns.join(' + '), found, first })
      }
      if (~number === lines.length) {
        const more = new Int32Array(2 * lines.length)
        more.set(lines)
        lines = more
      }
      lines[~number] = line
      return undefined
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
export function keyUses(columns: readonly string[]): KeyKeeper & KeyUses {
  const keys = byteIndex()
  const places: Place[][] = []
  return {
    columns,
    skipsFaulty: true,
    get uses() {
      return new Map(places.map((own, number) => [keys.textOf(number), own]))
    },
    take(data, from, to, _line, at) {
      const number = keys.put(data, from, to)
      if (number < 0) places.push([at()])
      else if ((places[number]?.length ?? 0) < placesPerKey) places[number]?.push(at())
      return undefined
    },
  }
}

/** The keys other tables may refer to. */
export interface KeySet extends Iterable<string> {
  readonly size: number
  has(key: string): boolean
}

export function keySet(columns: readonly string[]): KeyKeeper & { readonly keys: KeySet } {
  const index = byteIndex()
  return {
    columns,
    skipsFaulty: false,
    keys: {
      get size() {
        return index.size
      },
      has(key) {
        const data = Buffer.from(key, 'utf8')
        return index.find(data, 0, data.length) >= 0
      },
      *[Symbol.iterator]() {
        for (let number = 0; number < index.size; number++) yield index.textOf(number)
      },
    },
    take(data, from, to) {
      index.put(data, from, to)
      return undefined
    },
  }
}
