import { dirname } from 'node:path/posix'
import { noDescriptor, unknownProfile } from '../../issues/pkg.ts'
import type { TableField, TableSchema } from '../../model/data/dataset.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { isObject } from '../../read/json/is-object.ts'
import { textOf } from '../../read/json/text-of.ts'
import { readRecord } from '../../read/text/record.ts'
import type { Path, Yaml } from '../../read/text/yaml.ts'
import { checkPackageRules, checkResourceRules, checkSchemaRules } from './descriptor-rules.ts'
import { constraintNames, fieldShape, idleConstraintsOf } from './field-shape.ts'
import { idleConstraints, misspeltProperties } from './idle-properties.ts'
import { tooMany } from './limits.ts'
import { isJson, readDocument } from './read-document.ts'
import type { Dialect, Resource, Version } from './standard.ts'
import { dialectShape, packageShape, resourceShape, schemaShape } from './standard.ts'

/** A Data Package as its descriptor says it is. */
export interface PackageDescriptor {
  readonly file: string
  /** Where its paths begin. */
  readonly folder: string
  readonly version: Version
  readonly yaml: Yaml
  readonly resources: readonly PackageResource[]
}

/** A resource; `index` is its place in the descriptor. */
export interface PackageResource {
  readonly index: number
  /** Are its own properties sound? If not, they are as they were found, and only its schema can be looked at. */
  readonly isSound: boolean
  readonly value: Resource
  /** Does the package, the resource or its schema say that it is a table? */
  readonly isTable: boolean
}

/** What part of a document says, as a document of its own. */
export function partOf(yaml: Yaml, path: Path): Yaml {
  return {
    file: yaml.file,
    value: path.reduce<unknown>(
      (node, step) => (node as Record<string | number, unknown> | undefined)?.[step],
      yaml.value,
    ),
    issues: [],
    at: (inner) => yaml.at([...path, ...inner]),
    keyAt: (inner) => (inner.length === 0 ? yaml.at(path) : yaml.keyAt([...path, ...inner])),
    sourceOf: (inner) => yaml.sourceOf([...path, ...inner]),
    alias: () => {},
  }
}

/** Reads `datapackage.json` or `.yaml`: its properties by the profile of its version, then what they owe each other. */
export async function readPackage(file: string): Promise<{ descriptor?: PackageDescriptor; issues: Issue[] }> {
  const yaml = await readDocument(file)
  if (yaml.issues.length > 0 && yaml.value === undefined) return { issues: [...yaml.issues] }
  if (!isObject(yaml.value)) {
    return { issues: [issue(noDescriptor, { file, line: 1, column: 1 }, { path: file, what: 'shape' })] }
  }
  const value = yaml.value
  const version = versionOf(value)
  const entries = Array.isArray(value['resources']) ? value['resources'] : []
  const excess = tooMany('resources', entries.length, () => yaml.at(['resources']))
  if (excess.length > 0) return { issues: [...yaml.issues, ...excess] }
  const issues = [
    ...readRecord(packageShape(version), yaml, isJson(file)).issues,
    ...checkProfile(value, yaml),
    ...checkPackageRules(yaml),
    ...misspeltProperties(yaml, [], Object.keys(packageShape(version).shape)),
  ]
  const isTabular = isTabularProfile(value['profile'])
  const resources = entries.flatMap((entry: unknown, index): PackageResource[] => {
    if (!isObject(entry)) return []
    const part = partOf(yaml, ['resources', index])
    const read = readRecord(resourceShape(version), part, isJson(file))
    const rules = checkResourceRules(part, version)
    issues.push(...read.issues, ...rules, ...misspeltProperties(part, [], Object.keys(resourceShape(version).shape)))
    const isSound = read.value !== undefined && rules.length === 0
    const resource = read.value ?? (entry as Resource)
    const isTable =
      resource['type'] === 'table' || isTabular || isTabularProfile(resource.profile) || resource.schema !== undefined
    return [{ index, isSound, value: resource, isTable }]
  })
  return { descriptor: { file, folder: dirname(file), version, yaml, resources }, issues }
}

/** A Table Schema as the checks of cells want it; undefined where it is not sound. */
export function readSchema(yaml: Yaml, version: Version): { schema?: TableSchema; issues: Issue[] } {
  const lists = isObject(yaml.value) ? yaml.value : {}
  const excess = (['fields', 'uniqueKeys', 'foreignKeys'] as const).flatMap((key) => {
    const list = lists[key]
    return Array.isArray(list) ? tooMany(key, list.length, () => yaml.at([key])) : []
  })
  if (excess.length > 0) return { issues: excess }
  const { value, issues } = readRecord(schemaShape(version), yaml, isJson(yaml.file))
  const warnings = misspeltProperties(yaml, [], Object.keys(schemaShape(2).shape))
  const fields = isObject(yaml.value) && Array.isArray(yaml.value['fields']) ? yaml.value['fields'] : []
  for (const [index, field] of fields.entries()) {
    if (!isObject(field)) continue
    const type = typeof field['type'] === 'string' ? field['type'] : 'string'
    const shape = fieldShape(type, version)
    issues.push(...readRecord(shape, partOf(yaml, ['fields', index]), isJson(yaml.file)).issues)
    warnings.push(
      ...misspeltProperties(yaml, ['fields', index], Object.keys(shape.shape)),
      ...misspeltProperties(yaml, ['fields', index, 'constraints'], constraintNames),
      ...idleConstraints(yaml, ['fields', index], type, idleConstraintsOf(type, Object(field['constraints']))),
    )
  }
  if (value && issues.length === 0) issues.push(...checkSchemaRules(yaml))
  if (!value || issues.length > 0) return { issues: [...issues, ...warnings] }
  return { schema: toSchema(yaml.value as Record<string, unknown>), issues: warnings }
}

export function readDialect(yaml: Yaml): { dialect?: Dialect; issues: Issue[] } {
  const { value, issues } = readRecord(dialectShape, yaml, isJson(yaml.file))
  const all = [...issues, ...misspeltProperties(yaml, [], Object.keys(dialectShape.shape))]
  return value ? { dialect: value, issues: all } : { issues: all }
}

/** The version a descriptor names; without a name the newest, whose demands are the weaker ones. */
function versionOf(value: Readonly<Record<string, unknown>>): Version {
  const named = value['$schema']
  if (typeof named === 'string') return /\/profiles\/1(?:\.|\/|$)/.test(named) ? 1 : 2
  return typeof value['profile'] === 'string' ? 1 : 2
}

const knownProfile =
  /^(?:(?:tabular-|fiscal-)?data-package|default)$|^https?:\/\/(?:datapackage\.org\/profiles|specs\.frictionlessdata\.io\/schemas|schemas\.frictionlessdata\.io)\//

function checkProfile(value: Readonly<Record<string, unknown>>, yaml: Yaml): Issue[] {
  return ['$schema', 'profile'].flatMap((key) => {
    const named = value[key]
    if (typeof named !== 'string' || knownProfile.test(named)) return []
    return [issue(unknownProfile, yaml.at([key]), { profile: named })]
  })
}

function isTabularProfile(profile: unknown): boolean {
  return typeof profile === 'string' && /(?:^|\/)tabular-data-(?:package|resource)(?:\.json)?$/.test(profile)
}

function toSchema(value: Readonly<Record<string, unknown>>): TableSchema {
  const { fields, primaryKey, foreignKeys, fieldsMatch, missingValues, ...rest } = value
  const match = Array.isArray(fieldsMatch) ? fieldsMatch[0] : fieldsMatch
  return {
    ...rest,
    fields: (fields as Record<string, unknown>[]).map(toField),
    ...(primaryKey === undefined ? {} : { primaryKey: listOf(primaryKey) }),
    foreignKeys: ((foreignKeys ?? []) as ForeignKey[]).map((key) => ({
      fields: listOf(key.fields),
      reference: {
        resource: key.reference.resource ?? '',
        fields: listOf(key.reference.fields),
        ...(key.reference.package === undefined ? {} : { package: key.reference.package }),
      },
    })),
    missingValues: (missingValues ?? ['']) as TableSchema['missingValues'],
    fieldsMatch: (match ?? 'exact') as TableSchema['fieldsMatch'],
  }
}

interface ForeignKey {
  readonly fields: string | string[]
  readonly reference: { readonly resource?: string; readonly package?: string; readonly fields: string | string[] }
}

function toField(field: Readonly<Record<string, unknown>>): TableField {
  const type = textOf(field['type'] ?? 'any')
  const constraints = Object(field['constraints']) as Readonly<Record<string, unknown>>
  const idle = idleConstraintsOf(type, constraints)
  const kept = Object.entries(constraints).filter(([key]) => !idle.includes(key))
  return { ...field, type, constraints: Object.fromEntries(kept) } as unknown as TableField
}

function listOf(one: unknown): string[] {
  return Array.isArray(one) ? one.map(textOf) : [textOf(one)]
}
