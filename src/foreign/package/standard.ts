import { z } from 'zod'

/** Which version of the Data Package standard a descriptor follows. */
export type Version = 1 | 2

/** Makes a shape once for each version: a package of many resources asks for it again and again. */
function byVersion<T>(make: (version: Version) => T): (version: Version) => T {
  const made = new Map<Version, T>()
  return (version) => {
    const shape = made.get(version) ?? make(version)
    made.set(version, shape)
    return shape
  }
}

const text = z.string()
const texts = z.array(text).min(1)

const email = z.email()
const url = z.url()

const licence = z.looseObject({
  name: z
    .string()
    .regex(/^[-a-zA-Z0-9._]+$/)
    .optional(),
  path: text.optional(),
  title: text.optional(),
})

/** Version 1 wants a title for whoever and whatever is named; version 2 any of the properties. */
const titleIn = (version: Version) => (version === 1 ? text : text.optional())

const contributor = (version: Version) =>
  z.looseObject({
    title: titleIn(version),
    path: text.optional(),
    email: email.optional(),
    organization: text.optional(),
    ...(version === 1
      ? { role: text.optional() }
      : { givenName: text.optional(), familyName: text.optional(), roles: texts.optional() }),
  })

const source = (version: Version) =>
  z.looseObject({
    title: titleIn(version),
    path: text.optional(),
    email: email.optional(),
    ...(version === 2 ? { version: text.optional() } : {}),
  })

/** Names of packages and resources: lower case and no blanks in version 1; anything in version 2. */
const nameIn = (version: Version) => (version === 1 ? z.string().regex(/^[-a-z0-9._/]+$/) : text)

/** The properties of a package besides its resources. */
export const packageShape = byVersion((version) =>
  z.looseObject({
    $schema: text.optional(),
    profile: text.optional(),
    name: nameIn(version).optional(),
    id: text.optional(),
    title: text.optional(),
    description: text.optional(),
    homepage: url.optional(),
    version: text.optional(),
    created: z.iso.datetime({ offset: true }).optional(),
    contributors: z.array(contributor(version)).min(1).optional(),
    keywords: texts.optional(),
    image: text.optional(),
    licenses: z.array(licence).min(1).optional(),
    sources: z.array(source(version)).optional(),
    resources: z.array(z.looseObject({})).min(1),
  }),
)

export const dialectShape = z.looseObject({
  delimiter: text.optional(),
  lineTerminator: text.optional(),
  quoteChar: text.nullable().optional(),
  doubleQuote: z.boolean().optional(),
  escapeChar: text.nullable().optional(),
  nullSequence: text.nullable().optional(),
  skipInitialSpace: z.boolean().optional(),
  header: z.boolean().optional(),
  headerRows: z.array(z.int().min(1)).optional(),
  headerJoin: text.optional(),
  commentRows: z.array(z.int().min(1)).optional(),
  commentChar: text.nullable().optional(),
  caseSensitiveHeader: z.boolean().optional(),
  csvddfVersion: z.union([z.number(), text]).optional(),
  property: text.optional(),
  itemType: z.enum(['array', 'object']).optional(),
  itemKeys: z.array(text).optional(),
  sheetNumber: z.int().min(1).optional(),
  sheetName: text.optional(),
  table: text.optional(),
})
export type Dialect = z.output<typeof dialectShape>

/** The properties of a resource; schema and dialect have shapes of their own. */
export const resourceShape = byVersion((version) =>
  z.looseObject({
    $schema: text.optional(),
    profile: text.optional(),
    name: nameIn(version),
    path: z.union([text, texts]).optional(),
    data: z.unknown().optional(),
    type: version === 2 ? z.literal('table').optional() : z.unknown().optional(),
    schema: z.union([text, z.looseObject({})]).optional(),
    dialect: z.union([text, z.looseObject({})]).optional(),
    title: text.optional(),
    description: text.optional(),
    homepage: url.optional(),
    sources: z.array(source(version)).optional(),
    licenses: z.array(licence).min(1).optional(),
    format: text.optional(),
    mediatype: z
      .string()
      .regex(/^[^/\n]+\/.+$/)
      .optional(),
    encoding: text.optional(),
    compression: text.optional(),
    bytes: z.int().optional(),
    hash: z
      .string()
      .regex(/^(?:[^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/)
      .optional(),
  }),
)
export type Resource = z.output<ReturnType<typeof resourceShape>>

const keys = z.union([text, texts])

const missingValues = z.array(z.union([text, z.looseObject({ value: text, label: text.optional() })]))

export const schemaShape = byVersion((version) =>
  z.looseObject({
    fields: z.array(z.looseObject({})).min(1),
    primaryKey: keys.optional(),
    foreignKeys: z
      .array(
        z.looseObject({
          fields: keys,
          reference: z.looseObject({
            resource: version === 1 ? text : text.optional(),
            fields: keys,
            package: text.optional(),
          }),
        }),
      )
      .min(1)
      .optional(),
    missingValues: (version === 1 ? z.array(text) : missingValues).optional(),
    ...(version === 2
      ? {
          // The official profile has a list here, the standard one word.
          fieldsMatch: z.union([fieldsMatch, z.array(fieldsMatch).length(1)]).optional(),
          uniqueKeys: z.array(texts).min(1).optional(),
        }
      : {}),
  }),
)
const fieldsMatch = z.enum(['exact', 'equal', 'subset', 'superset', 'partial'])
