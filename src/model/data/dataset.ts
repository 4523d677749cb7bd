import { z } from 'zod'
import { id, isoDate, line, named, oneLine, paragraph, webAddress, webAddressOrPath } from '../field.ts'
import type { Release } from '../release/release.ts'
import { confidentialityRule } from './confidentiality.ts'
import type { DatasetScope } from './dataset-scope.ts'
import { tableCheck } from './table-check.ts'
import { tableRule } from './table-rule.ts'

/** What a missing value is written as, in plain text or with its reason: `{ value: "x", label: "未统计" }`. */
const missingValues = z.array(
  z.union([z.string(), z.strictObject({ value: z.string(), label: z.string().optional() })]),
)

/** Table Schema field (Data Package v2), the part we read. */
export const tableField = z.looseObject({
  name: oneLine.min(1),
  title: oneLine.optional(),
  description: z.string().optional(),
  type: z
    .enum([
      'string',
      'number',
      'integer',
      'boolean',
      'date',
      'datetime',
      'time',
      'year',
      'yearmonth',
      'duration',
      'geopoint',
      'geojson',
      'object',
      'array',
      'list',
      'any',
    ])
    .default('string'),
  format: z.string().optional(),
  /** How numbers are written: a sign for the decimal point, a sign between groups, whether words may stand around. */
  decimalChar: z.string().optional(),
  groupChar: z.string().optional(),
  bareNumber: z.boolean().optional(),
  trueValues: z.array(z.string()).min(1).optional(),
  falseValues: z.array(z.string()).min(1).optional(),
  /** How a list is written. */
  delimiter: z.string().min(1).optional(),
  itemType: z.enum(['string', 'number', 'integer', 'boolean', 'date', 'datetime', 'time']).optional(),
  /** The values there are, in text or with a label: `{ value: 1, label: "已完成" }`. */
  categories: z
    .array(
      z.union([
        z.string(),
        z.int(),
        z.strictObject({ value: z.union([z.string(), z.int()]), label: z.string().optional() }),
      ]),
    )
    .optional(),
  categoriesOrdered: z.boolean().optional(),
  /** Takes the place of the missing values of the table. */
  missingValues: missingValues.optional(),
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
        .array(z.union([z.string(), z.number(), z.boolean(), z.looseObject({}), z.array(z.unknown())]))
        .min(1)
        .optional(),
      /** For objects and arrays. */
      jsonSchema: z.looseObject({}).optional(),
    })
    .prefault({}),
  /** Ours: the unit of a number column. */
  'gongbao:unit': z.string().optional(),
  /** Ours: the column serves the checks and is never published. */
  'gongbao:withheld': z.boolean().optional(),
})
export type TableField = z.output<typeof tableField>

const keys = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)])

export const tableSchema = z.looseObject({
  fields: z.array(tableField).min(1),
  /** How columns meet fields. In our tables the order is free (`equal`) unless it says otherwise. */
  fieldsMatch: z.enum(['exact', 'equal', 'subset', 'superset', 'partial']).optional(),
  primaryKey: keys.optional(),
  uniqueKeys: z.array(z.array(z.string()).min(1)).optional(),
  foreignKeys: z
    .array(
      z.strictObject({
        fields: keys,
        /** `resource: ''` = the same table; `package` = another folder of data/, e.g. registers. */
        reference: z.strictObject({ package: z.string().optional(), resource: z.string().default(''), fields: keys }),
      }),
    )
    .default([]),
  missingValues: missingValues.default(['']),
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

/** A figure and what it is part of (其中), by indicator. */
const subsetRule = z.strictObject({ part: id, of: id })
export type SubsetRule = z.output<typeof subsetRule>

export const dataResource = z.looseObject({
  name: id,
  title: oneLine.optional(),
  description: z.string().optional(),
  path: z.string().regex(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)(?=.{1,200}$)[a-z0-9][a-z0-9._-]*\.csv$/),
  /** Size and checksum of the file as committed, where the descriptor promises them. */
  bytes: z.int().min(0).optional(),
  hash: z.string().optional(),
  schema: tableSchema,
  'gongbao:profile': z.enum(profiles).default('table'),
  'gongbao:sums': z.array(sumRule).optional(),
  'gongbao:growth': z.array(growthRule).optional(),
  'gongbao:subsets': z.array(subsetRule).optional(),
  'gongbao:rules': z.array(tableRule).optional(),
  'gongbao:checks': z.array(tableCheck).optional(),
  'gongbao:confidentiality': confidentialityRule.optional(),
})
export type DataResource = z.output<typeof dataResource>

/** `data/<dataset>/datapackage.yaml`: a Data Package v2 descriptor in YAML, ours only under `gongbao`. */
export const dataPackage = z.looseObject({
  name: id,
  homepage: webAddress.optional(),
  title: line,
  description: paragraph,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  created: isoDate,
  keywords: z.array(line).default([]),
  contributors: z
    .array(z.looseObject({ title: line, path: webAddressOrPath.optional(), roles: z.array(z.string()).optional() }))
    .default([]),
  licenses: z
    .array(z.looseObject({ name: oneLine.optional(), title: oneLine.optional(), path: webAddressOrPath.optional() }))
    .default([]),
  sources: z.array(z.looseObject({ title: line, path: webAddressOrPath.optional() })).default([]),
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
  /** Positions in the file of columns that are not published; `header` and `schema` are without them. */
  readonly withheld?: readonly number[]
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
  /** What its figures speak of; absent where it holds none. */
  readonly scope?: DatasetScope | undefined
  readonly tables: readonly Table[]
  /** What has been released, newest first; none where the dataset has no ledger. */
  readonly releases: readonly Release[]
}
