import { z } from 'zod'

const column = z.string().min(1)
const count = z.int().min(0).optional()

/** How many rows and columns a table has. */
const dimensions = z.strictObject({
  type: z.literal('table-dimensions'),
  rows: count,
  minRows: count,
  maxRows: count,
  fields: count,
  minFields: count,
  maxFields: count,
})

/** Values that must occur somewhere in a column. */
const requiredValue = z.strictObject({
  type: z.literal('required-value'),
  column,
  values: z.array(z.coerce.string()).min(1),
})

/** A number more than `interval` standard deviations from the mean of its column. */
const deviatedValue = z.strictObject({
  type: z.literal('deviated-value'),
  column,
  interval: z.number().positive().default(3),
})

/** A text whose length is more than `interval` standard deviations above the mean of its column. */
const deviatedCell = z.strictObject({
  type: z.literal('deviated-cell'),
  columns: z.array(column).min(1),
  interval: z.number().positive().default(3),
})

/** Values that must not occur in a column. */
const forbiddenValue = z.strictObject({
  type: z.literal('forbidden-value'),
  column,
  values: z.array(z.coerce.string()).min(1),
})

/** Whole numbers that go up by one from row to row. */
const sequentialValue = z.strictObject({ type: z.literal('sequential-value'), column })

/** Columns that hold ASCII characters only. */
const asciiValue = z.strictObject({ type: z.literal('ascii-value'), columns: z.array(column).min(1) })

/** A formula over the columns of one row, e.g. `total == male + female`. */
const rowConstraint = z.strictObject({ type: z.literal('row-constraint'), formula: z.string().min(1) })

/** No row occurs twice in all its columns. */
const duplicateRow = z.strictObject({ type: z.literal('duplicate-row') })

/** `gongbao:checks` of a resource: the optional checks of Frictionless, switched on one by one under their names. */
export const tableCheck = z.discriminatedUnion('type', [
  dimensions,
  requiredValue,
  deviatedValue,
  deviatedCell,
  forbiddenValue,
  sequentialValue,
  asciiValue,
  rowConstraint,
  duplicateRow,
])
export type TableCheck = z.output<typeof tableCheck>
