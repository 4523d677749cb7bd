import { descriptorRule } from '../../issues/pkg.ts'
import { brokenForeignKey } from '../../issues/tbl.ts'
import type { TableSchema } from '../../model/data/dataset.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import type { KeySet, KeyUses } from '../../read/table/table-keys.ts'
import { joinKey, showKey } from '../../read/table/table-keys.ts'
import type { Yaml } from '../../read/text/yaml.ts'

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

/** Comparing every key with every other would take longer than reading the tables. */
const maxCompared = 200_000

/** The columns that foreign keys of a package refer to, by the name of the table they are in. */
export function referencesBetween(
  all: readonly { readonly name: string; readonly schema: TableSchema | undefined }[],
): ReadonlyMap<string, (readonly string[])[]> {
  const references = all.flatMap((one) =>
    (one.schema?.foreignKeys ?? []).flatMap(({ reference }) =>
      reference.package === undefined ? [{ name: reference.resource || one.name, fields: reference.fields }] : [],
    ),
  )
  const grouped = Map.groupBy(references, ({ name }) => name)
  return new Map(
    [...grouped].map(([name, list]) => [
      name,
      [...new Map(list.map(({ fields }) => [joinKey(fields), fields])).values()],
    ]),
  )
}

/** TBL-022 for keys without a row; PKG-002 where a key refers to a table or column that does not exist. */
export function foreignKeyFaults(all: readonly ReadResource[]): Issue[] {
  // The first of a name, where it is used twice.
  const byName = new Map(all.map((one): [string, ReadResource] => [one.name, one]).reverse())
  const names = [...byName.keys()]
  return all.flatMap((one) =>
    (one.schema?.foreignKeys ?? []).flatMap((key, index) => {
      const { reference } = key
      if (reference.package !== undefined) return []
      const at = one.schemaYaml.at(['foreignKeys', index, 'reference'])
      const name = reference.resource || one.name
      const target = byName.get(name)
      if (!target) {
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
  // A guess costs a comparison with every key, and only the first faults are listed.
  let guesses = Math.floor(maxCompared / Math.max(1, known.size))
  return [...(used?.uses ?? [])].flatMap(([key, places]) => {
    if (known.has(key)) return []
    const guess = guesses-- > 0 ? nearest(key, known) : undefined
    const near = guess === undefined ? {} : { nearest: showKey(guess) }
    const params = { columns: used?.columns.join(' + ') ?? '', found: showKey(key), resource, ...near }
    return places.map((at) => issue(brokenForeignKey, at, params))
  })
}

function rule(at: Place, zh: string, en: string, guess?: string): Issue {
  return issue(descriptorRule, at, { zh, en, ...(guess === undefined ? {} : { nearest: guess }) })
}
