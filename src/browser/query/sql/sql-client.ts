import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url'
import type { QueryDataset } from '../../../publish/query/query-table.ts'
import type { OpenTable } from '../open-table.ts'
import type { SqlAnswer } from './sql-run.ts'
import { registerTables, type SqlTable, sqlName } from './sql-table.ts'
import type { SqlReply, SqlRequest } from './sql-worker.ts'

/** The tables of one dataset in SQLite. */
export interface SqlSession {
  /** One at a time. */
  run(sql: string): Promise<SqlAnswer | { readonly problem: string }>
  /** Ends the worker at once, whatever it does; a run under way is never answered. */
  stop(): void
}

export async function openSql(dataset: QueryDataset, tables: readonly OpenTable[]): Promise<SqlSession> {
  const filled = [...(await Promise.all(tables.map(toSqlTable))), ...registerTables(dataset)]
  const worker = new Worker(new URL('./sql-worker.ts', import.meta.url), { type: 'module' })
  const ready = await ask(worker, { kind: 'open', wasm: new URL(wasm, location.href).href, tables: filled })
  if (ready.kind === 'failed') throw new Error(ready.message)
  return {
    async run(sql) {
      const reply = await ask(worker, { kind: 'run', sql })
      if (reply.kind === 'answer') return reply.answer
      throw new Error(reply.kind === 'failed' ? reply.message : 'no answer')
    },
    stop: () => worker.terminate(),
  }
}

async function toSqlTable(open: OpenTable): Promise<SqlTable> {
  const { table } = open
  const columns = await open.columns(table.columns.map(({ name }) => name))
  return {
    name: sqlName(table.name),
    rows: open.rows,
    columns: table.columns.flatMap(({ name, type }) => {
      const column = columns.get(name)
      return column ? [{ name, type, column }] : []
    }),
  }
}

function ask(worker: Worker, request: SqlRequest): Promise<SqlReply> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<SqlReply>) => resolve(data)
    worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'))
    worker.postMessage(request)
  })
}
