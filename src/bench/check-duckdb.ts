import process from 'node:process'
import { DuckDBInstance } from '@duckdb/node-api'
import { indicatorNames, longestSource, unitNames } from './faulty-rows.ts'

// Run as a program of its own: the CSV to check. What fails is given with the number of its row; one thread, as ours.
const [file = ''] = process.argv.slice(2)

const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')
const broken: readonly string[] = [
  `id IS NULL`,
  `NOT coalesce(regexp_full_match(region, '\\d{6}'), false)`,
  `try_cast(period AS DATE) IS NULL OR NOT regexp_full_match(period, '\\d{4}-\\d{2}-\\d{2}')`,
  `coalesce(indicator, '') NOT IN (${list(indicatorNames)})`,
  `coalesce(try_cast(value AS DOUBLE) < 0, true)`,
  `NOT coalesce(regexp_full_match(change, '[+-]?\\d+'), false)`,
  `coalesce(unit, '') NOT IN (${list(unitNames)})`,
  `coalesce(length(source) > ${longestSource}, true)`,
]
const conditions = broken.map((one, index) => `(${one}) AS f${index}`)
const names = broken.map((_, index) => `f${index}`)

const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
const connection = await instance.connect()
const source = `read_csv('${file}', header = true, all_varchar = true)`
const found = await connection.runAndReadAll(`
  SELECT row, ${names.join(', ')} FROM (SELECT row_number() OVER () AS row, ${conditions.join(', ')} FROM ${source})
  WHERE ${names.join(' OR ')}`)
const faults = found.getRows().flatMap((row) => row.slice(1).filter((one) => one === true)).length
process.stdout.write(JSON.stringify({ faults }))
connection.closeSync()
instance.closeSync()
