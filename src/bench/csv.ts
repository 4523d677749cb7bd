import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Cost, runChild } from './child.ts'
import { plantedFaults, writeFaultyRows } from './faulty-rows.ts'
import type { Row, Suite } from './row.ts'

const million = 1_000_000

interface Competitor {
  readonly what: string
  readonly script: string
  readonly more?: readonly string[]
  /** CPU seconds and megabytes that we promise, by rows. */
  readonly goals?: Readonly<Record<number, readonly [seconds: number, megabytes: number]>>
  /** The most rows it is given. */
  readonly most: number
}

const competitors: readonly Competitor[] = [
  {
    what: '本站',
    script: fileURLToPath(new URL('./check-csv.ts', import.meta.url)),
    goals: { [million]: [0.6, 80], [10 * million]: [5, 80] },
    most: 10 * million,
  },
  {
    what: '本站，有主键',
    script: fileURLToPath(new URL('./check-csv.ts', import.meta.url)),
    more: ['id'],
    most: million,
  },
  { what: 'DuckDB', script: fileURLToPath(new URL('./check-duckdb.ts', import.meta.url)), most: 10 * million },
  { what: 'csv-parse + zod', script: fileURLToPath(new URL('./check-zod.ts', import.meta.url)), most: million },
]

/**
 * The same faults looked for by us and by others, each as a program of its own: CPU with start-up, peak of memory. The
 * folder is filled and emptied again. Every program has been started once before, so that Node's compile cache is warm.
 */
export function csvSuite(folder: string, sizes: readonly number[] = [million, 10 * million]): Suite {
  return {
    name: 'csv',
    async run() {
      const cache = { NODE_COMPILE_CACHE: join(folder, 'compile-cache') }
      const first = join(folder, 'first.csv')
      await writeFaultyRows(first, 100)
      for (const one of competitors) await runChild(one.script, [first], cache)
      const rows: Row[] = []
      for (const size of sizes) rows.push(...(await measured(folder, size, cache)))
      return rows
    },
  }
}

async function measured(folder: string, size: number, cache: Readonly<Record<string, string>>): Promise<Row[]> {
  const file = join(folder, 'rows.csv')
  await writeFaultyRows(file, size)
  const { size: bytes } = await stat(file)
  const rows: Row[] = [{ what: `${size / 10_000} 万行 × 8 列`, measured: megabytes(bytes) }]
  let own: number | undefined
  for (const one of competitors.filter(({ most }) => size <= most)) {
    const cost = await runChild(one.script, [file, ...(one.more ?? [])], cache)
    own ??= cost.cpuSeconds
    rows.push(toRow(one, cost, size, own))
  }
  await rm(file)
  return rows
}

function toRow({ what, goals }: Competitor, cost: Cost, size: number, own: number): Row {
  const goal = goals?.[size]
  return {
    what: `  ${what}`,
    measured: `CPU ${cost.cpuSeconds.toFixed(2)} s`,
    goal: goal && `≤ ${goal[0].toFixed(1)} s，${goal[1]} MB`,
    note: `内存峰值 ${megabytes(cost.peakBytes)}；${foundIn(cost)}；${(cost.cpuSeconds / own).toFixed(1)} 倍`,
  }
}

function foundIn({ stdout, stderr, code }: Cost): string {
  if (code !== 0) return `失败：${stderr.trim().split('\n').at(-1)}`
  const { faults } = JSON.parse(stdout) as { faults: number }
  return `找到 ${faults}/${plantedFaults} 处错误`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}
