import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChild } from './child.ts'
import { writeManyRows } from './many-rows.ts'
import type { Row, Suite } from './row.ts'

const rows = 1_000_000

/**
 * All formats of a table of a million rows in one pass, then each alone, and what DuckDB needs for the same file. Each
 * is a program of its own, so that memory is its own; the folder is filled.
 */
export function formatSuite(folder: string): Suite {
  return {
    name: 'formats',
    async run() {
      const file = join(folder, 'rows.csv')
      await writeManyRows(file, rows)
      const measured: Row[] = []
      for (const [what, name] of Object.entries(runs)) {
        const cost = await runChild(script(name), [what, file, String(rows), folder])
        if (cost.code !== 0) throw new Error(cost.stderr)
        measured.push({
          what: titles[what] ?? what,
          measured: `CPU ${cost.cpuSeconds.toFixed(1)} s`,
          note: `内存峰值 ${megabytes(cost.peakBytes)}；${cost.stdout.trim()}`,
        })
      }
      const { size } = await stat(file)
      return [{ what: `${rows} 行 CSV`, measured: megabytes(size) }, ...measured]
    },
  }
}

const write = 'write-formats'
const runs: Readonly<Record<string, string>> = {
  all: write,
  none: write,
  csv: write,
  excel: write,
  ndjson: write,
  parquet: write,
  zip: write,
  'duckdb-csv': 'duckdb-copy',
  'duckdb-parquet': 'duckdb-copy',
}

const titles: Readonly<Record<string, string>> = {
  all: '各种格式，一遍写成',
  none: '  只读不写',
  csv: '  只写 CSV',
  excel: '  只写 Excel CSV',
  ndjson: '  只写 NDJSON',
  parquet: '  只写 Parquet',
  zip: '  只写 ZIP',
  'duckdb-csv': 'DuckDB COPY 为 CSV',
  'duckdb-parquet': 'DuckDB COPY 为 Parquet',
}

function script(name: string): string {
  const url =
    name === write ? new URL('./write-formats.ts', import.meta.url) : new URL('./duckdb-copy.ts', import.meta.url)
  return fileURLToPath(url)
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`
}
