import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { distributionCounter, type TableDistributions } from '../model/data/column-distribution.ts'
import type { Dataset } from '../model/data/dataset.ts'
import { readTableRows } from '../read/table/table-rows.ts'

/**
 * Counts how the values of an open dataset are spread, by table, in one pass over its rows: apart from the check, which must
 * stay fast, and from the formats, which are not written anew for a release. What is not open is not counted.
 */
export async function countDistributions(
  { gongbao, tables }: Dataset,
  root: string,
): Promise<Readonly<Record<string, TableDistributions>> | undefined> {
  if (gongbao.disclosure !== '无条件开放') return undefined
  const all: Record<string, TableDistributions> = {}
  for (const table of tables) {
    const counter = distributionCounter(table)
    for await (const rows of readTableRows(table, () => createReadStream(join(root, table.file)))) {
      for (const row of rows) counter.add(row)
    }
    all[table.name] = counter.result()
  }
  return all
}
