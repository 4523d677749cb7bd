import { badForeignKey, beyondLimit, ignoredValue, missingProperty } from '../../issues/csvw.ts'
import type { Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { JsonObject } from '../../read/json/json-source.ts'
import type { Column } from './column.ts'
import { readColumns } from './column.ts'
import type { Context, Fields } from './fields.ts'
import { createFields } from './fields.ts'
import type { Inherited } from './inherited.ts'
import { readInherited } from './inherited.ts'

/** A schema: the columns of a table and its keys. */
export interface Schema {
  readonly at: Place
  readonly id: string | undefined
  readonly columns: readonly Column[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly primaryKey: readonly string[]
  readonly own: Inherited
}

export interface ForeignKey {
  readonly at: Place
  readonly columns: readonly string[]
  /** The table it refers to, by its address or by that of its schema. */
  readonly table: { readonly by: 'resource' | 'schemaReference'; readonly url: string; readonly at: Place }
  readonly referenced: readonly string[]
  readonly referencedAt: Place
}

/** Each key is looked up for every row. */
const maxForeignKeys = 100

/** Reads a schema description. `url`: where it was fetched from, its identifier when it names none. */
export function readSchema(object: JsonObject, context: Context, url?: string): Schema {
  const fields = createFields(object, 'Schema', context)
  const id = fields.id() ?? url
  const columns = readColumns(fields.objects('columns') ?? [], context)
  const primaryKey = knownColumns(fields, 'primaryKey', columns, context)
  knownColumns(fields, 'rowTitles', columns, context)
  const keys = fields.objects('foreignKeys') ?? []
  if (keys.length > maxForeignKeys) {
    const params = { what: { zh: '外键的数量', en: 'foreign keys' }, limit: String(maxForeignKeys) }
    context.report(issue(beyondLimit, fields.at('foreignKeys'), params))
  }
  const names = new Set(columns.map((column) => column.name))
  const foreignKeys = keys.slice(0, maxForeignKeys).flatMap((one) => readForeignKey(one, names, context) ?? [])
  const own = readInherited(fields, context)
  fields.close()
  return { at: object.at, id, columns, foreignKeys, primaryKey, own }
}

/** Names that columns have; a reference to another is ignored as a whole. */
function knownColumns(fields: Fields, name: string, columns: readonly Column[], context: Context): readonly string[] {
  const names = fields.columnNames(name) ?? []
  const known = new Set(columns.map((column) => column.name))
  const missing = names.find((one) => !known.has(one))
  if (missing === undefined) return names
  const expected = { zh: '本表 columns 里有的 name', en: 'names that columns of this schema have' }
  context.report(issue(ignoredValue, fields.at(name), { property: name, value: `“${missing}”`, expected }))
  return []
}

function readForeignKey(
  object: JsonObject,
  known: ReadonlySet<string | undefined>,
  context: Context,
): ForeignKey | undefined {
  const fields = createFields(object, 'ForeignKey', context)
  const names = fields.columnNames('columnReference')
  const reference = fields.objectOrLink('reference')
  fields.close()
  if (!names) return missing('columnReference', object, context)
  if (!reference) return missing('reference', object, context)
  const unknown = names.find((one) => !known.has(one))
  if (unknown !== undefined) {
    const reason = { zh: `本表没有 name 为“${unknown}”的列`, en: `No column here has the name “${unknown}”` }
    context.report(issue(badForeignKey, fields.at('columnReference'), { reason }))
    return undefined
  }
  if (reference.type === 'link') return missing('reference', object, context)
  const target = createFields(reference, 'TableReference', context)
  const referenced = target.columnNames('columnReference')
  const resource = target.link('resource')
  const schema = target.link('schemaReference')
  target.close()
  if (!referenced) return missing('columnReference', reference, context)
  if ((resource === undefined) === (schema === undefined)) {
    const reason = {
      zh: 'resource 和 schemaReference 要写且只写一个',
      en: 'One of resource and schemaReference is needed',
    }
    context.report(issue(badForeignKey, reference.at, { reason }))
    return undefined
  }
  const by = resource === undefined ? 'schemaReference' : 'resource'
  const table = { by, url: resource ?? schema ?? '', at: target.at(by) } as const
  return { at: object.at, columns: names, table, referenced, referencedAt: target.at('columnReference') }
}

function missing(property: string, object: JsonObject, context: Context): undefined {
  context.report(issue(missingProperty, object.at, { property, of: 'ForeignKey' }))
}
