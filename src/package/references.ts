import type { TableSchema } from '../model/dataset.ts'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { descriptorRule } from '../model/issues/pkg.ts'
import { brokenForeignKey } from '../model/issues/tbl.ts'
import { nearest } from '../model/suggest.ts'
import type { KeySet, KeyUses } from '../read/table-keys.ts'
import { joinKey, showKey } from '../read/table-keys.ts'
import type { Yaml } from '../read/yaml.ts'

/** A table of a package, read or not. */
export interface ReadResource {
  readonly name: string
  readonly schema: TableSchema | undefined
  /** The document the schema stands in. */
  readonly schemaYaml: Yaml
  readonly uses: readonly KeyUses[]
  readonly sets: readonly { readonly columns: readonly string[]; readonly keys: KeySet }[]
  /** The columns it was found to have. */
  readonly header?: readonly string[] | undefined
  /** Were its rows read? If not, nothing is known of its keys. */
  readonly isRead: boolean
}

/** Comparing with every key of a large table would take longer than reading it. */
const maxGuesses = 20_000

/** The columns of a table that foreign keys of its package refer to. */
export function referencesTo(
  name: string,
  all: readonly { readonly name: string; readonly schema: TableSchema | undefined }[],
): (readonly string[])[] {
  const columns = all.flatMap((one) =>
    (one.schema?.foreignKeys ?? [])
      .filter(({ reference }) => reference.package === undefined && (reference.resource || one.name) === name)
      .map(({ reference }) => reference.fields),
  )
  return [...new Map(columns.map((fields) => [joinKey(fields), fields])).values()]
}

/** TBL-022 for keys without a row; PKG-002 where a key refers to a table or column that does not exist. */
export function foreignKeyFaults(all: readonly ReadResource[]): Issue[] {
  return all.flatMap((one) =>
    (one.schema?.foreignKeys ?? []).flatMap((key, index) => {
      const { reference } = key
      if (reference.package !== undefined) return []
      const at = one.schemaYaml.at(['foreignKeys', index, 'reference'])
      const name = reference.resource || one.name
      const target = all.find((other) => other.name === name)
      if (!target) {
        const names = all.map((other) => other.name)
        return [rule(at, `外键指向的资源“${name}”不存在`, `there is no resource “${name}”`, nearest(name, names))]
      }
      const fields = target.schema?.fields.map((field) => field.name) ?? target.header
      const unknown = fields && reference.fields.find((field) => !fields.includes(field))
      if (fields && unknown !== undefined) {
        const zh = `资源“${name}”没有“${unknown}”列`
        return [rule(at, zh, `${name} has no field “${unknown}”`, nearest(unknown, fields))]
      }
      const known = target.sets.find((set) => joinKey(set.columns) === joinKey(reference.fields))?.keys
      return known && target.isRead ? brokenKeys(one.uses[index], known, name) : []
    }),
  )
}

/** TBL-022 for each place of a key that a table does not have. */
export function brokenKeys(used: KeyUses | undefined, known: KeySet, resource: string): Issue[] {
  return [...(used?.uses ?? [])].flatMap(([key, places]) => {
    if (known.has(key)) return []
    const guess = known.size <= maxGuesses ? nearest(key, known) : undefined
    const near = guess === undefined ? {} : { nearest: showKey(guess) }
    const params = { columns: used?.columns.join(' + ') ?? '', found: showKey(key), resource, ...near }
    return places.map((at) => issue(brokenForeignKey, at, params))
  })
}

function rule(at: Place, zh: string, en: string, guess?: string): Issue {
  return issue(descriptorRule, at, { zh, en, ...(guess === undefined ? {} : { nearest: guess }) })
}
