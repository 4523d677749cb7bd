import initSqlJs, { type Database } from 'sql.js'
import { runSql, type SqlAnswer } from './sql-run.ts'
import { fillDatabase, type SqlTable } from './sql-table.ts'

/*
 * SQLite in a worker: a long query does not stop the page, and can be stopped. One message asks, one answers.
 */

export type SqlRequest =
  | { readonly kind: 'open'; readonly wasm: string; readonly tables: readonly SqlTable[] }
  | { readonly kind: 'run'; readonly sql: string }

export type SqlReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: SqlAnswer | { readonly problem: string } }
  | { readonly kind: 'failed'; readonly message: string }

let database: Database | undefined

addEventListener('message', ({ data }: MessageEvent<SqlRequest>) => {
  reply(data).then(
    (answer) => postMessage(answer),
    (error: unknown) => postMessage({ kind: 'failed', message: String(error) } satisfies SqlReply),
  )
})

async function reply(request: SqlRequest): Promise<SqlReply> {
  if (request.kind === 'open') {
    const sqlite = await initSqlJs({ locateFile: () => request.wasm })
    database = new sqlite.Database()
    fillDatabase(database, request.tables)
    return { kind: 'ready' }
  }
  if (!database) throw new Error('no tables yet')
  return { kind: 'answer', answer: runSql(database, request.sql) }
}
