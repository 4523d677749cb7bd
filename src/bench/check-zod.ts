import { createReadStream } from 'node:fs'
import process from 'node:process'
import { parse } from 'csv-parse'
import { z } from 'zod'
import { indicatorNames, longestSource, unitNames } from './faulty-rows.ts'

// Run as a program of its own: the CSV to check.
const [file = ''] = process.argv.slice(2)

const schema = z.object({
  id: z.string().min(1),
  region: z.string().regex(/^\d{6}$/),
  period: z.iso.date(),
  indicator: z.enum(indicatorNames),
  value: z
    .string()
    .regex(/^[+-]?\d+(?:\.\d+)?$/)
    .transform(Number)
    .pipe(z.number().min(0)),
  change: z
    .string()
    .regex(/^[+-]?\d+$/)
    .transform(Number),
  unit: z.enum(unitNames),
  source: z.string().min(1).max(longestSource),
})

let rows = 0
let faults = 0
for await (const record of createReadStream(file, { highWaterMark: 256 * 1024 }).pipe(parse({ columns: true }))) {
  rows++
  const checked = schema.safeParse(record)
  if (!checked.success) faults += checked.error.issues.length
}
process.stdout.write(JSON.stringify({ rows, faults }))
