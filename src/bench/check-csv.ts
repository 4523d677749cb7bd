import { createReadStream } from 'node:fs'
import process from 'node:process'
import type { DataResource, TableField } from '../model/data/dataset.ts'
import { readTable } from '../read/table/table.ts'
import { indicatorNames, longestSource, unitNames } from './faulty-rows.ts'

// Run as a program of its own: the CSV to check, and the column that is its primary key, if any.
const [file = '', key] = process.argv.slice(2)

const field = (
  name: string,
  constraints: TableField['constraints'],
  type: TableField['type'] = 'string',
): TableField => ({
  name,
  type,
  constraints,
})

const resource: DataResource = {
  name: 'rows',
  path: 'rows.csv',
  'gongbao:profile': 'table',
  schema: {
    fields: [
      field('id', { required: true }),
      field('region', { required: true, pattern: '\\d{6}' }),
      field('period', { required: true }, 'date'),
      field('indicator', { required: true, enum: indicatorNames }),
      field('value', { required: true, minimum: 0 }, 'number'),
      field('change', { required: true }, 'integer'),
      field('unit', { required: true, enum: unitNames }),
      field('source', { required: true, maxLength: longestSource }),
    ],
    ...(key === undefined ? {} : { primaryKey: [key] }),
    foreignKeys: [],
    missingValues: [''],
  },
}

const { table, issues } = await readTable({
  file,
  resource,
  open: () => createReadStream(file, { highWaterMark: 256 * 1024 }),
})
process.stdout.write(JSON.stringify({ rows: table?.summary.rows, faults: issues.length }))
