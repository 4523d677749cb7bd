import { join } from 'node:path'
import process from 'node:process'
import { DuckDBInstance } from '@duckdb/node-api'

// Run as a program of its own: what to write, the CSV to read, its rows, and where to write.
const [what = '', file = '', , folder = ''] = process.argv.slice(2)
const format = what === 'duckdb-csv' ? 'csv' : 'parquet'
const types = `{'id': 'VARCHAR', 'region': 'VARCHAR', 'period': 'VARCHAR', 'value': 'DOUBLE', 'count': 'BIGINT', 'on': 'DATE', 'printed': 'VARCHAR', 'note': 'VARCHAR'}`
const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
const connection = await instance.connect()
await connection.run(`COPY (SELECT * FROM read_csv('${file}', header = true, columns = ${types}))
  TO '${join(folder, `duckdb.${format}`)}' (FORMAT ${format})`)
connection.closeSync()
instance.closeSync()
