import { z } from 'zod'
import { id, isoDate, line, named } from './field.ts'

/** Table Schema field (Data Package v2), the part we read. */
export const tableField = z.looseObject({
  name: z.string().min(1),
  title: z.string().optional(),
  description: z.string().optional(),
  type: z
    .enum(['string', 'number', 'integer', 'boolean', 'date', 'datetime', 'time', 'year', 'yearmonth', 'any'])
    .default('string'),
  format: z.string().optional(),
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      minimum: z.union([z.number(), z.string()]).optional(),
      maximum: z.union([z.number(), z.string()]).optional(),
      exclusiveMinimum: z.union([z.number(), z.string()]).optional(),
      exclusiveMaximum: z.union([z.number(), z.string()]).optional(),
      minLength: z.int().min(0).optional(),
      maxLength: z.int().min(0).optional(),
      pattern: z.string().optional(),
      enum: z
        .array(z.union([z.string(), z.number(), z.boolean()]))
        .min(1)
        .optional(),
    })
    .prefault({}),
  /** Ours: the unit of a number column and the role of the column. */
  'gongbao:unit': z.string().optional(),
})
export type TableField = z.output<typeof tableField>

const keys = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)])

export const tableSchema = z.looseObject({
  fields: z.array(tableField).min(1),
  primaryKey: keys.optional(),
  uniqueKeys: z.array(z.array(z.string()).min(1)).optional(),
  foreignKeys: z
    .array(
      z.strictObject({
        fields: keys,
        /** `resource: ''` = the same table; `package` = another folder of data/, e.g. registers. */
        reference: z.strictObject({ package: z.string().optional(), resource: z.string(), fields: keys }),
      }),
    )
    .default([]),
  missingValues: z.array(z.string()).default(['']),
})
export type TableSchema = z.output<typeof tableSchema>

/** Which shape a table has beyond its columns. `table` = none. */
export const profiles = [
  'table',
  'observations',
  'services',
  'projects',
  'milestones',
  'scorecards',
  'events',
  'register',
] as const
export type TableProfile = (typeof profiles)[number]

/**
 * A total and the parts it is made of, by indicator. They are compared wherever one source gives all of them
 * for one place and period; `tolerance`, in the canonical unit, is allowed beyond rounding.
 */
const sumRule = z.strictObject({
  total: z.strictObject({ indicator: id, period: line.optional() }),
  parts: z.array(id).min(1),
  tolerance: z.number().min(0).default(0),
})
export type SumRule = z.output<typeof sumRule>

/** A count and its growth over the period before, by indicator: the base it leads back to must be a whole number. */
const growthRule = z.strictObject({ value: id, growth: id })
export type GrowthRule = z.output<typeof growthRule>

export const dataResource = z.looseObject({
  name: id,
  title: z.string().optional(),
  description: z.string().optional(),
  path: z.string().regex(/^[a-z0-9][a-z0-9._-]*\.csv$/),
  schema: tableSchema,
  'gongbao:profile': z.enum(profiles).default('table'),
  'gongbao:sums': z.array(sumRule).optional(),
  'gongbao:growth': z.array(growthRule).optional(),
})
export type DataResource = z.output<typeof dataResource>

/** `data/<dataset>/datapackage.yaml`: a Data Package v2 descriptor in YAML, ours only under `gongbao`. */
export const dataPackage = z.looseObject({
  name: id,
  title: line,
  description: line,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  created: isoDate,
  keywords: z.array(line).default([]),
  contributors: z.array(z.looseObject({ title: line, roles: z.array(z.string()).optional() })).default([]),
  licenses: z
    .array(z.looseObject({ name: z.string().optional(), title: z.string().optional(), path: z.string().optional() }))
    .default([]),
  sources: z.array(z.looseObject({ title: line, path: z.string().optional() })).default([]),
  resources: z.array(dataResource).min(1),
  gongbao: z.strictObject({
    /** 开放属性; only 无条件开放 has files. */
    disclosure: named('开放属性', z.enum(['无条件开放', '受限开放', '禁止开放'])),
    updateCycle: named('更新周期', z.enum(['每日', '每周', '每月', '每季', '每年', '不定期', '一次性'])),
    updatedOn: named('更新日期', isoDate),
    /** 开放主体 */
    provider: named('开放主体', line),
    /** What was announced against what is recorded: the honest count. */
    announced: named(
      '公布总数',
      z.strictObject({ count: z.int().positive(), what: line, source: id, printed: line }).optional(),
    ),
    changes: named('修订', z.array(z.strictObject({ version: line, on: isoDate, note: line })).default([])),
    notes: named('口径说明', z.array(line).default([])),
  }),
})
export type DataPackage = z.output<typeof dataPackage>

/** What one pass over a table has found out. */
export interface TableSummary {
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
  readonly columns: readonly ColumnSummary[]
  /** The first rows, as text, for the preview. */
  readonly preview: readonly (readonly string[])[]
}

export interface ColumnSummary {
  readonly name: string
  readonly filled: number
  readonly distinct?: number // absent when it was not counted to the end
  readonly minimum?: string
  readonly maximum?: string
}

export interface Table extends DataResource {
  readonly file: string // e.g. "data/yw-economy/observations.csv"
  readonly header: readonly string[]
  readonly summary: TableSummary
}

// Pick, not Omit: a loose schema has an index signature, which Omit would widen to unknown.
type Described = Pick<
  DataPackage,
  | 'name'
  | 'title'
  | 'description'
  | 'version'
  | 'created'
  | 'keywords'
  | 'contributors'
  | 'licenses'
  | 'sources'
  | 'gongbao'
>

export interface Dataset extends Described {
  readonly id: string
  readonly file: string
  readonly tables: readonly Table[]
}
