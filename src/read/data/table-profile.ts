import type { z } from 'zod'
import type { DataResource, TableField, TableProfile, TableSchema } from '../../model/data/dataset.ts'
import { indicator } from '../../model/register/indicator.ts'
import { approximations, observationStatuses } from '../../model/register/observation.ts'
import { organization } from '../../model/register/organization.ts'
import { region } from '../../model/register/region.ts'
import { source } from '../../model/register/source.ts'
import { shapeOf } from '../text/schema-shape.ts'
import { eventKinds } from './events.ts'

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

const profiles: Readonly<Record<Exclude<TableProfile, 'register'>, Profile>> = {
  table: { required: [] },
  observations: {
    required: ['indicator', 'region', 'period', 'value', 'unit', 'printed', 'source'],
    numbers: ['value'],
    dates: ['doubtSince'],
    enums: { approx: approximations, status: observationStatuses },
  },
  services: {
    required: ['id', 'name', 'category', 'mode', 'region', 'source'],
    numbers: ['materialsBefore', 'materialsAfter', 'daysBefore', 'daysAfter', 'stepsBefore', 'stepsAfter'],
    key: 'id',
  },
  projects: {
    required: ['id', 'name', 'region', 'status', 'source'],
    numbers: ['investment'],
    dates: ['statusOn'],
    key: 'id',
  },
  milestones: { required: ['project', 'name', 'source'] },
  scorecards: { required: ['subject', 'name', 'period', 'source'], numbers: ['rank', 'of'] },
  events: {
    required: ['id', 'title', 'start', 'kind', 'region'],
    dates: ['start', 'end'],
    enums: { kind: eventKinds },
    key: 'id',
  },
}

/** The column by which rows of a register are referred to. */
export function registerKey(name: RegisterName): 'code' | 'id' {
  return name === 'regions' ? 'code' : 'id'
}

export function profileOf(resource: Pick<DataResource, 'name' | 'gongbao:profile'>): Profile {
  const name = resource['gongbao:profile']
  if (name !== 'register') return profiles[name]
  if (!isRegister(resource.name)) return { required: [] }
  const shape = shapeOf(registerSchemas[resource.name]) ?? {}
  const required = Object.keys(shape).filter((key) => !shape[key]?.safeParse(undefined).success)
  return { required, key: registerKey(resource.name) }
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
