import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { excelFile, type LoadSnippet, loadSnippets } from '../../../src/publish/formats/load-snippets.ts'
import { cityRoot, exampleCity } from '../../example-city.ts'
import { type Emitted, emitDatasets } from '../metadata/emitted.ts'

const run = promisify(execFile)
const hasPython = isThere('python3')

let emitted: Emitted[]
let server: Server
let origin: string
let folder: string

beforeAll(async () => {
  const { site } = await exampleCity()
  emitted = await emitDatasets(site, cityRoot)
  const content = new Map(
    emitted.flatMap(({ files, bytes }) => files.map(({ path }) => [path, bytes.get(nameOf(path))])),
  )
  server = createServer((request, response) => {
    const found = content.get(request.url ?? '')
    response.writeHead(found ? 200 : 404).end(found)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  folder = await mkdtemp(join(tmpdir(), 'gongbao-snippets-'))
})

afterAll(async () => {
  server?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

describe('every snippet of every first table', () => {
  test('runs in JavaScript and finds all rows', async () => {
    for (const { dataset, code } of all('javascript')) {
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code])
      expect([dataset, firstWord(stdout)]).toEqual([dataset, String(rowsOf(dataset))])
    }
  })

  test('runs in DuckDB on the Parquet, typed', async () => {
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
    for (const { dataset, code } of all('duckdb')) {
      expect(code).toContain('.parquet')
      const local = await onDisk(code)
      const result = await connection.runAndReadAll(local)
      expect(result.getRows()).toHaveLength(Math.min(10, rowsOf(dataset)))
      expect(result.columnNames()).toEqual(tableOf(dataset).header)
    }
    connection.closeSync()
  })

  test.skipIf(!hasPython)('runs in Python without other packages', async () => {
    for (const { dataset, code } of all('python')) {
      const { stdout } = await run('python3', ['-c', code])
      expect([dataset, firstWord(stdout)]).toEqual([dataset, String(rowsOf(dataset))])
    }
  })

  test('names only columns and files that there are', () => {
    for (const tool of ['python', 'pandas', 'r', 'javascript', 'duckdb'] as const) {
      const snippets = all(tool)
      expect(snippets.length).toBe(emitted.length)
      for (const { dataset, code } of snippets) {
        const { files } = emittedOf(dataset)
        const addresses = [...code.matchAll(/https?:\/\/[^"']+/g)].map(([address]) => address.slice(origin.length))
        expect(addresses.length).toBeGreaterThan(0)
        expect(addresses.filter((path) => !files.some((file) => file.path === path))).toEqual([])
        const columns = [...code.matchAll(/\[\[?"([^"]+)"\]/g)].map(([, name]) => name)
        expect(columns.filter((name) => !tableOf(dataset).header.includes(name ?? ''))).toEqual([])
      }
    }
  })
})

test('pandas and R read texts as texts and turn number columns into numbers', () => {
  const code = (tool: LoadSnippet['tool']) => all(tool).find(({ dataset }) => dataset === 'lc-progress')?.code
  expect(code('pandas')?.replaceAll(origin, 'https://a.b')).toBe(`import pandas as pd

d = pd.read_csv("https://a.b/data/lc-progress/latest/observations.csv", dtype=str, keep_default_na=False, na_values=[""])
d["value"] = pd.to_numeric(d["value"])`)
  expect(
    code('r')?.replaceAll(origin, 'https://a.b'),
  ).toBe(`d <- read.csv("https://a.b/data/lc-progress/latest/observations.csv", colClasses = "character",
  na.strings = c(""), fileEncoding = "UTF-8", check.names = FALSE)
d[["value"]] <- as.numeric(d[["value"]])`)
})

test('a table too large for JSON is read line by line, Parquet in parts as one table', () => {
  const table = tableOf('lc-progress')
  const base = { bytes: 1, sha256: '', table: table.name, format: '' }
  const files = ['csv', 'ndjson'].map((ending) => ({ ...base, path: `/d/t.${ending}` }))
  const parts = [1, 2].map((part) => ({ ...base, path: `/d/t-000${part}.parquet` }))
  const code = (tool: string) =>
    loadSnippets(table, [...files, ...parts], (path) => path).find((one) => one.tool === tool)?.code
  expect(code('javascript')).toContain('split("\\n").map((line) => JSON.parse(line))')
  expect(code('duckdb')).toBe("SELECT * FROM read_parquet(['/d/t-0001.parquet', '/d/t-0002.parquet']) LIMIT 10;")
  expect(loadSnippets(table, [], (path) => path)).toEqual([])
})

test('for Excel the workbook comes first, the CSV for Excel where there is none', () => {
  const file = (path: string) => ({ path, format: '', bytes: 1, sha256: '' })
  expect(excelFile([file('/d/t.csv'), file('/d/t.excel.csv'), file('/d/d.xlsx')])?.path).toBe('/d/d.xlsx')
  expect(excelFile([file('/d/t.csv'), file('/d/t.excel.csv')])?.path).toBe('/d/t.excel.csv')
  expect(excelFile([file('/d/t.csv')])).toBeUndefined()
})

function all(tool: LoadSnippet['tool']): { dataset: string; code: string }[] {
  return emitted.flatMap(({ dataset, files }) =>
    loadSnippets(tableOf(dataset.id), files, (path) => origin + path)
      .filter((one) => one.tool === tool)
      .map(({ code }) => ({ dataset: dataset.id, code })),
  )
}

function emittedOf(id: string): Emitted {
  const found = emitted.find(({ dataset }) => dataset.id === id)
  if (!found) throw new Error(`${id} is not published`)
  return found
}

function tableOf(id: string) {
  const [table] = emittedOf(id).dataset.tables
  if (!table) throw new Error(`${id} has no table`)
  return table
}

function rowsOf(id: string): number {
  return tableOf(id).summary.rows
}

/** The code with files of a folder in place of addresses: DuckDB would need an extension to fetch them. */
async function onDisk(code: string): Promise<string> {
  let local = code
  for (const [address] of code.matchAll(/https?:\/\/[^']+/g)) {
    const path = address.slice(origin.length)
    const file = join(folder, path.replaceAll('/', '-'))
    await writeFile(file, emittedOf(path.split('/')[2] ?? '').bytes.get(nameOf(path)) ?? '')
    local = local.replace(address, file)
  }
  return local
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function firstWord(text: string): string {
  return text.split(' ')[0] ?? ''
}

function isThere(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
