import type { TableField, TableSchema } from './dataset.ts'

/** The texts that stand for a missing value, in one column where a field is given. */
export function missingTexts(schema: Pick<TableSchema, 'missingValues'>, field?: TableField): string[] {
  return (field?.missingValues ?? schema.missingValues).map((one) => (typeof one === 'string' ? one : one.value))
}
