import type { Table } from '../../model/data/dataset.ts'
import { missingTexts } from '../../model/data/missing-texts.ts'
import { fileNameOf } from './download-groups.ts'
import type { PublishedFile } from './manifest.ts'

/** How a program reads a table, ready to run. */
export interface LoadSnippet {
  readonly tool: 'python' | 'pandas' | 'r' | 'duckdb' | 'javascript'
  readonly title: string
  readonly code: string
}

/**
 * Code that loads one table from its address. Texts stay texts, so that codes keep their zeros; number columns are
 * turned into numbers by name. Only formats that were published are used; none without files.
 */
export function loadSnippets(
  table: Pick<Table, 'name' | 'schema'>,
  files: readonly PublishedFile[],
  address: (path: string) => string,
): LoadSnippet[] {
  const own = files.filter((file) => file.table === table.name)
  const all = (ending: string) =>
    own
      .filter((file) => file.path.endsWith(ending) && !file.path.endsWith(`.excel${ending}`))
      .map(({ path }) => address(path))
  const [csv] = all('.csv')
  if (csv === undefined) return []
  const script = javascript(table, all('.json')[0], all('.ndjson')[0])
  return [
    { tool: 'python', title: 'Python，不装别的', code: python(table, csv) },
    { tool: 'pandas', title: 'Python，pandas', code: pandas(table, csv) },
    { tool: 'r', title: 'R', code: r(table, csv) },
    { tool: 'duckdb', title: 'DuckDB', code: duckdb(csv, all('.parquet')) },
    ...(script === undefined ? [] : [{ tool: 'javascript', title: 'JavaScript', code: script } as const]),
  ]
}

/** The workbook for those who want no code, else the CSV that Excel opens. */
export function excelFile(files: readonly PublishedFile[]): PublishedFile | undefined {
  return (
    files.find((file) => fileNameOf(file).endsWith('.xlsx')) ??
    files.find((file) => fileNameOf(file).endsWith('.excel.csv'))
  )
}

type Described = Pick<Table, 'schema'>

function python(table: Described, csv: string): string {
  return `import csv, io, urllib.request

with urllib.request.urlopen(${quoted(csv)}) as file:
    rows = list(csv.DictReader(io.TextIOWrapper(file, "utf-8", newline="")))
print(len(rows), rows[0][${quoted(firstColumn(table))}])`
}

function pandas(table: Described, csv: string): string {
  const missing = missingTexts(table.schema).map(quoted).join(', ')
  const numbers = numberColumns(table).map((name) => `\nd[${quoted(name)}] = pd.to_numeric(d[${quoted(name)}])`)
  return `import pandas as pd

d = pd.read_csv(${quoted(csv)}, dtype=str, keep_default_na=False, na_values=[${missing}])${numbers.join('')}`
}

function r(table: Described, csv: string): string {
  const missing = missingTexts(table.schema).map(quoted).join(', ')
  const numbers = numberColumns(table).map((name) => `\nd[[${quoted(name)}]] <- as.numeric(d[[${quoted(name)}]])`)
  return `d <- read.csv(${quoted(csv)}, colClasses = "character",
  na.strings = c(${missing}), fileEncoding = "UTF-8", check.names = FALSE)${numbers.join('')}`
}

function duckdb(csv: string, parquet: readonly string[]): string {
  if (parquet.length === 0) return `SELECT * FROM read_csv(${single(csv)}, all_varchar = true) LIMIT 10;`
  const files = parquet.length === 1 ? single(parquet[0] ?? '') : `[${parquet.map(single).join(', ')}]`
  return `SELECT * FROM read_parquet(${files}) LIMIT 10;`
}

function javascript(table: Described, json: string | undefined, ndjson: string | undefined): string | undefined {
  const first = `console.log(rows.length, rows[0][${quoted(firstColumn(table))}])`
  if (json !== undefined) return `const rows = await (await fetch(${quoted(json)})).json()\n${first}`
  if (ndjson === undefined) return undefined
  return `const text = await (await fetch(${quoted(ndjson)})).text()
const rows = text.trimEnd().split("\\n").map((line) => JSON.parse(line))
${first}`
}

function firstColumn({ schema }: Described): string {
  return schema.fields[0]?.name ?? ''
}

/** Columns that hold plain numbers; those with signs of their own (groupChar, decimalChar) stay text. */
function numberColumns({ schema }: Described): string[] {
  return schema.fields
    .filter(({ type, groupChar, decimalChar = '.', bareNumber = true }) => {
      const plain = groupChar === undefined && decimalChar === '.' && bareNumber
      return (type === 'number' || type === 'integer') && plain
    })
    .map(({ name }) => name)
}

/** A string of Python, R and JavaScript alike. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

/** A string of SQL. */
function single(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
