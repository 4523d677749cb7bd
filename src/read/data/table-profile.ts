import { z } from 'zod'
import type { DataResource, TableField, TableProfile, TableSchema } from '../../model/data/dataset.ts'
import { eventRow } from '../../model/data/event.ts'
import { project } from '../../model/data/project.ts'
import { projectMilestone } from '../../model/data/project-milestone.ts'
import { scorecard } from '../../model/data/scorecard.ts'
import { serviceItem } from '../../model/data/service-item.ts'
import { indicator } from '../../model/register/indicator.ts'
import { observationRow } from '../../model/register/observation.ts'
import { organization } from '../../model/register/organization.ts'
import { region } from '../../model/register/region.ts'
import { source } from '../../model/register/source.ts'
import { shapeOf, unwrap } from '../text/schema-shape.ts'

/** What a profile asks of its columns beyond what the descriptor says. */
export interface Profile {
  readonly required: readonly string[]
  readonly numbers?: readonly string[]
  readonly dates?: readonly string[]
  readonly enums?: Readonly<Record<string, readonly string[]>>
  readonly key?: string
}

/** Rows of a register become these records. */
export const registerSchemas = {
  regions: region,
  organizations: organization,
  indicators: indicator,
  sources: source,
} as const satisfies Record<string, z.ZodType>
export type RegisterName = keyof typeof registerSchemas

export function isRegister(name: string): name is RegisterName {
  return Object.hasOwn(registerSchemas, name)
}

/** What rows of the other profiles become. */
const rowSchemas: Readonly<Record<Exclude<TableProfile, 'register' | 'table'>, z.ZodType>> = {
  observations: observationRow,
  services: serviceItem,
  projects: project,
  milestones: projectMilestone,
  scorecards: scorecard,
  events: eventRow,
}

/** Fields of a row that stand in no column. */
const given = 'dataset'

/** The column by which rows of a register are referred to. */
export function registerKey(name: RegisterName): 'code' | 'id' {
  return name === 'regions' ? 'code' : 'id'
}

export function profileOf(resource: Pick<DataResource, 'name' | 'gongbao:profile'>): Profile {
  const name = resource['gongbao:profile']
  if (name === 'table') return { required: [] }
  if (name !== 'register') return profileOfRows(rowSchemas[name])
  if (!isRegister(resource.name)) return { required: [] }
  return { required: requiredOf(fieldsOf(registerSchemas[resource.name])), key: registerKey(resource.name) }
}

type Fields = readonly (readonly [string, z.ZodType])[]

function fieldsOf(schema: z.ZodType): Fields {
  return Object.entries(shapeOf(schema) ?? {}).filter(([name]) => name !== given)
}

function requiredOf(fields: Fields): string[] {
  return fields.flatMap(([name, field]) => (field.safeParse(undefined).success ? [] : [name]))
}

function profileOfRows(schema: z.ZodType): Profile {
  const fields = fieldsOf(schema)
  const inner = fields.map(([name, field]) => [name, unwrap(field)] as const)
  const enums = inner.flatMap(([name, field]) =>
    field instanceof z.ZodEnum ? [[name, field.options.map(String)]] : [],
  )
  return {
    required: requiredOf(fields),
    numbers: inner.flatMap(([name, field]) => (field instanceof z.ZodNumber ? [name] : [])),
    dates: inner.flatMap(([name, field]) => (field instanceof z.ZodISODate ? [name] : [])),
    enums: Object.fromEntries(enums),
    ...(fields.some(([name]) => name === 'id') ? { key: 'id' } : {}),
  }
}

/** The schema of a table with what its profile asks added, for checking; published is the schema as written. */
export function checkedSchema(resource: DataResource): TableSchema {
  const { schema } = resource
  const profile = profileOf(resource)
  return {
    ...schema,
    fields: schema.fields.map((field) => withProfile(field, profile)),
    primaryKey: schema.primaryKey ?? (profile.key ? [profile.key] : undefined),
  }
}

function withProfile(field: TableField, profile: Profile): TableField {
  const { name, constraints } = field
  const allowed = profile.enums?.[name]
  return {
    ...field,
    ...(profile.numbers?.includes(name) && field.type !== 'integer' ? { type: 'number' as const } : {}),
    ...(profile.dates?.includes(name) ? { type: 'date' as const } : {}),
    constraints: {
      ...constraints,
      ...(profile.required.includes(name) ? { required: true } : {}),
      ...(allowed && !constraints.enum ? { enum: [...allowed] } : {}),
    },
  }
}
