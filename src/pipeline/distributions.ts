import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { distributionCounter, type TableDistributions } from '../model/data/column-distribution.ts'
import type { Site } from '../model/site.ts'
import { readTableRows } from '../read/table/table-rows.ts'

/** Distributions by dataset, then table. */
export type Distributions = Readonly<Record<string, Readonly<Record<string, TableDistributions>>>>

/**
 * Counts how the values of every open dataset are spread, in one pass over its rows: apart from the check, which must
 * stay fast, and from the formats, which are not written anew for a release. What is not open is not counted either.
 */
export async function countDistributions(site: Pick<Site, 'datasets'>, root: string): Promise<Distributions> {
  const all: Record<string, Record<string, TableDistributions>> = {}
  for (const { id, gongbao, tables } of site.datasets.values()) {
    if (gongbao.disclosure !== '无条件开放') continue
    const own: Record<string, TableDistributions> = {}
    for (const table of tables) {
      const counter = distributionCounter(table)
      for await (const rows of readTableRows(table, () => createReadStream(join(root, table.file)))) {
        for (const row of rows) counter.add(row)
      }
      own[table.name] = counter.result()
    }
    all[id] = own
  }
  return all
}
