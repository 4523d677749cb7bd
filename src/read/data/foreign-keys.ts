import { dangling } from '../../issues/ref.ts'
import { brokenForeignKey, schemaFault } from '../../issues/tbl.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { guesser, nearest } from '../../model/policy/suggest.ts'
import { joinKey, showKey } from '../table/table-keys.ts'
import type { TableResult } from '../table/table-result.ts'
import type { Descriptor } from './descriptor.ts'
import { registerNames } from './registers.ts'
import { isRegister } from './table-profile.ts'

/** One table with the dataset it belongs to, after its bytes have been read. */
export interface HeldTable {
  readonly descriptor: Descriptor
  readonly index: number // of the resource in its descriptor
  readonly result: TableResult
}

/** The columns of a table that foreign keys anywhere refer to. */
export function referencesTo(
  descriptors: readonly Descriptor[],
  dataset: string,
  resource: string,
): readonly (readonly string[])[] {
  const all = descriptors.flatMap((from) =>
    from.value.resources.flatMap((one) =>
      one.schema.foreignKeys
        .filter(
          ({ reference }) =>
            (reference.package ?? from.id) === dataset && (reference.resource || one.name) === resource,
        )
        .map(({ reference }) => reference.fields),
    ),
  )
  return [...new Map(all.map((fields) => [joinKey(fields), fields])).values()]
}

/** TBL-022 for keys without a row, or REF-001 where the key leads into a register. */
export function checkForeignKeys(held: readonly HeldTable[]): Issue[] {
  return held.flatMap((one) => {
    const resource = resourceOf(one)
    return resource.schema.foreignKeys.flatMap((key, position) => {
      const { descriptor, index } = one
      const path = ['resources', index, 'schema', 'foreignKeys', position, 'reference']
      const dataset = key.reference.package ?? descriptor.id
      const name = key.reference.resource || resource.name
      const target = held.find((other) => other.descriptor.id === dataset && resourceOf(other).name === name)
      const fault = target ? unknownField(target, key.reference.fields) : noTable(dataset, name)
      if (fault) return [issue(schemaFault, descriptor.yaml.at(path), fault)]
      const used = one.result.uses[position]
      return target && used ? checkUses(used, target, key.reference.fields) : []
    })
  })
}

function checkUses(
  used: { readonly columns: readonly string[]; readonly uses: ReadonlyMap<string, readonly Place[]> },
  target: HeldTable,
  fields: readonly string[],
): Issue[] {
  const known = target.result.keys.find((one) => joinKey(one.columns) === joinKey(fields))?.keys
  const { name, 'gongbao:profile': profile } = resourceOf(target)
  // A table or column that could not be read has been reported; nothing is known of its keys.
  const { header = [], summary } = target.result.table ?? {}
  const isEmptied = profile === 'register' && summary?.rows === 0
  if (!known || isEmptied || fields.some((field) => !header.includes(field))) return []
  const guessOf = guesser()
  return [...used.uses].flatMap(([key, places]) => {
    if (known.has(key)) return []
    const guess = known.size <= maxGuesses ? guessOf(key, known) : undefined
    const near = guess === undefined ? {} : { nearest: showKey(guess) }
    const found = showKey(key)
    if (profile === 'register' && isRegister(name)) {
      return places.map((at) => issue(dangling, at, { kind: registerNames[name], found, ...near }))
    }
    const params = { columns: used.columns.join(' + '), found, resource: `${target.descriptor.id}/${name}`, ...near }
    return places.map((at) => issue(brokenForeignKey, at, params))
  })
}

/** Beyond so many keys no guess is made. */
const maxGuesses = 20_000

function noTable(dataset: string, name: string) {
  return { zh: `外键指向的表 ${dataset}/${name} 不存在`, en: `there is no table ${dataset}/${name}` }
}

function unknownField(target: HeldTable, columns: readonly string[]) {
  const { name, schema } = resourceOf(target)
  const names = schema.fields.map((field) => field.name)
  const unknown = columns.find((column) => !names.includes(column))
  if (unknown === undefined) return undefined
  const table = `${target.descriptor.id}/${name}`
  const guess = nearest(unknown, names)
  const near = guess === undefined ? {} : { nearest: guess }
  return { zh: `表 ${table} 没有“${unknown}”列`, en: `${table} has no field “${unknown}”`, ...near }
}

/** The resource a table was read for. */
export function resourceOf({ descriptor, index }: Pick<HeldTable, 'descriptor' | 'index'>) {
  const resource = descriptor.value.resources[index]
  if (!resource) throw new Error(`${descriptor.file} has no resource ${index}`)
  return resource
}
