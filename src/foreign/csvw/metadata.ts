import { beyondLimit, missingFile, missingProperty, outsideFolder } from '../../issues/csvw.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { JsonObject } from '../../read/json/json-source.ts'
import { checkCommonValue } from './common-value.ts'
import type { Dialect } from './dialect.ts'
import { readDialect } from './dialect.ts'
import { readDocument } from './document.ts'
import type { Context, Fields } from './fields.ts'
import { createFields } from './fields.ts'
import type { Inherited } from './inherited.ts'
import { inherit, readInherited } from './inherited.ts'
import type { Schema } from './schema.ts'
import { readSchema } from './schema.ts'

/** A group of tables with everything that holds for each, whether it stood there or above. */
export interface TableGroup {
  readonly tables: readonly Table[]
}

export interface Table {
  /** Where its address is written. */
  readonly at: Place
  readonly url: string
  /** None when neither the table nor its group has a schema. */
  readonly schema: Schema | undefined
  readonly dialect: Dialect | undefined
  readonly inherited: Inherited
  /** Language of texts in the metadata, `und` when not said. */
  readonly language: string
}

/** Text files by address: metadata documents, and schemas and dialects that they refer to. */
export interface Texts {
  /** How messages call the file at an address. */
  readonly nameOf: (url: string) => string
  readonly read: (url: string) => Promise<string | undefined>
  readonly reaches: (url: string) => Promise<Reach>
}

/** Whether an address can be read: it may be on the web, or where the check must not look. */
export type Reach = 'here' | 'remote' | 'outside'

/** More tables than this are no group that a person described. */
const maxTables = 2000

/** Reads a metadata document (Metadata Vocabulary §5, §6); nothing when it describes no table. */
export async function readMetadata(
  text: string,
  url: string,
  texts: Texts,
  report: (found: Issue) => void,
): Promise<TableGroup | undefined> {
  const top = readDocument(text, url, { file: texts.nameOf(url), needsContext: true }, report)
  if (!top) return undefined
  const { object, context } = top
  const isGroup = object.members.has('tables') || typeOf(object) === 'TableGroup'
  if (!isGroup) {
    const table = await readTable(object, context, {}, texts)
    return table && { tables: [table] }
  }
  return readGroup(object, context, texts)
}

function typeOf(object: JsonObject): string | undefined {
  const type = object.members.get('@type')?.value
  return type?.type === 'string' ? type.value : undefined
}

/** What a group gives to each of its tables. */
interface Outer {
  readonly inherited?: Inherited
  readonly schema?: Schema | undefined
  readonly dialect?: Dialect | undefined
}

async function readGroup(object: JsonObject, context: Context, texts: Texts): Promise<TableGroup | undefined> {
  const fields = createFields(object, 'TableGroup', context)
  const outer = await readShared(fields, context, texts)
  const objects = fields.objects('tables')
  fields.close()
  const tables: Table[] = []
  if ((objects?.length ?? 0) > maxTables) {
    const params = { what: { zh: '表的数量', en: 'tables' }, limit: String(maxTables) }
    context.report(issue(beyondLimit, fields.at('tables'), params))
  }
  for (const one of objects?.slice(0, maxTables) ?? []) {
    const table = await readTable(one, context, outer, texts)
    if (table) tables.push(table)
  }
  if (!objects || objects.length === 0) {
    context.report(issue(missingProperty, fields.at('tables'), { property: 'tables', of: 'TableGroup' }))
  }
  return tables.length > 0 ? { tables } : undefined
}

async function readTable(object: JsonObject, context: Context, outer: Outer, texts: Texts): Promise<Table | undefined> {
  const fields = createFields(object, 'Table', context)
  const shared = await readShared(fields, context, texts)
  fields.boolean('suppressOutput')
  const url = fields.link('url')
  fields.close()
  if (url === undefined) {
    context.report(issue(missingProperty, object.at, { property: 'url', of: 'Table' }))
    return undefined
  }
  return {
    at: fields.at('url'),
    url,
    schema: shared.schema ?? outer.schema,
    dialect: shared.dialect ?? outer.dialect,
    inherited: outer.inherited ? inherit(shared.inherited, outer.inherited) : shared.inherited,
    language: context.language,
  }
}

/** What groups and tables have in common. */
async function readShared(
  fields: Fields,
  context: Context,
  texts: Texts,
): Promise<Outer & { readonly inherited: Inherited }> {
  fields.id()
  for (const note of fields.objects('notes') ?? []) checkCommonValue(note, context.report)
  fields.choice('tableDirection', ['rtl', 'ltr', 'auto'])
  for (const one of fields.objects('transformations') ?? []) checkTransformation(one, context)
  const inherited = readInherited(fields, context)
  const dialect = await readObject(fields, 'dialect', context, texts, readDialect)
  const schema = await readObject(fields, 'tableSchema', context, texts, readSchema)
  return { inherited, dialect, schema }
}

/** Reads an object that stands here or in a document of its own. */
async function readObject<T>(
  fields: Fields,
  name: string,
  context: Context,
  texts: Texts,
  read: (object: JsonObject, context: Context, url?: string) => T,
): Promise<T | undefined> {
  const value = fields.objectOrLink(name)
  if (value === undefined) return undefined
  if (value.type === 'object') return read(value, context)
  if ((await texts.reaches(value.url)) === 'outside') {
    return void context.report(issue(outsideFolder, value.at, { url: texts.nameOf(value.url) }))
  }
  const text = await texts.read(value.url)
  if (text === undefined) return void context.report(issue(missingFile, value.at, { url: texts.nameOf(value.url) }))
  // §6 lets a fetched object have a context; §5.2 asks it to. Files without one are in use, so none is asked for.
  const top = readDocument(text, value.url, { file: texts.nameOf(value.url), needsContext: false }, context.report)
  return top && read(top.object, top.context, value.url)
}

/** A transformation is checked, never run. */
function checkTransformation(object: JsonObject, context: Context): void {
  const fields = createFields(object, 'Template', context)
  fields.id()
  for (const property of ['url', 'scriptFormat', 'targetFormat']) {
    if (fields.link(property) !== undefined) continue
    context.report(issue(missingProperty, object.at, { property, of: 'Template' }))
  }
  if (fields.take('source')?.type !== 'null') fields.choice('source', ['json', 'rdf'])
  fields.languageMap('titles')
  fields.close()
}
