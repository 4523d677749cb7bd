/** How values of a datatype are read and compared. */
export type Family = 'text' | 'boolean' | 'number' | 'date' | 'duration' | 'binary' | 'other'

/** A built-in datatype (Metadata Vocabulary §5.11.1). */
export interface Builtin {
  readonly name: string // e.g. "unsignedByte"
  readonly family: Family
  /** Whether only whole numbers are values. */
  readonly isWhole: boolean
}

const names: Readonly<Record<Family, string>> = {
  text: 'string normalizedString token language Name NCName NMTOKEN xml html json',
  boolean: 'boolean',
  number:
    'decimal double float integer long int short byte nonNegativeInteger positiveInteger unsignedLong unsignedInt ' +
    'unsignedShort unsignedByte nonPositiveInteger negativeInteger',
  date: 'date time dateTime dateTimeStamp gDay gMonth gMonthDay gYear gYearMonth',
  duration: 'duration dayTimeDuration yearMonthDuration',
  binary: 'base64Binary hexBinary',
  other: 'anyAtomicType anyURI QName',
}

const aliases: Readonly<Record<string, string>> = {
  any: 'anyAtomicType',
  binary: 'base64Binary',
  datetime: 'dateTime',
  number: 'double',
}

const fractional = new Set(['decimal', 'double', 'float'])

const builtins: ReadonlyMap<string, Builtin> = new Map(
  Object.entries(names).flatMap(([family, list]) =>
    list.split(' ').map((name) => {
      const isWhole = family === 'number' && !fractional.has(name)
      return [name, { name, family: family as Family, isWhole }]
    }),
  ),
)

export const stringType: Builtin = { name: 'string', family: 'text', isWhole: false }

/** The built-in datatype of a name; nothing when there is none. */
export function builtinOf(name: string): Builtin | undefined {
  return builtins.get(Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name)
}

const ownIds = new Set([
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML',
  'http://www.w3.org/ns/csvw#JSON',
])

/** Whether a URL is the identifier of a built-in datatype. */
export function isBuiltinId(url: string): boolean {
  const [, name] = /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(\w+)$/.exec(url) ?? []
  return ownIds.has(url) || (name !== undefined && builtins.has(name))
}
