import { missingFile, notFetched, outsideFolder, unknownVariable } from '../../issues/csvw.ts'
import type { Issue } from '../../model/issue.ts'
import { compareIssues, issue } from '../../model/issue.ts'
import { createIssueList } from '../../read/issue-list.ts'
import { resolveUrl } from './address.ts'
import { columnName } from './column.ts'
import { createKeys } from './keys.ts'
import { locateMetadata } from './locate.ts'
import type { Table, TableGroup, Texts } from './metadata.ts'
import { readMetadata } from './metadata.ts'
import type { TableSource } from './table-check.ts'
import { checkTable } from './table-check.ts'

/** Everything a check may read, by address. */
export interface Web extends Texts {
  /** A table; nothing when it does not exist. */
  readonly table: (url: string) => Promise<(TableSource & { readonly link?: string | undefined }) | undefined>
}

/** Checks all tables that a metadata document describes. */
export async function validateMetadata(url: string, web: Web): Promise<Issue[]> {
  return collect(async (report) => {
    const address = resolveUrl(url, url) ?? url
    const text = await web.read(address)
    const at = { file: web.nameOf(address), line: 1, column: 1 }
    if (text === undefined) return report(issue(missingFile, at, { url: web.nameOf(address) }))
    const group = await readMetadata(text, address, web, report)
    if (group) await checkGroup(group, web, report)
  })
}

/** Checks a table by the metadata found for it, or by its header alone. */
export async function validateTable(url: string, web: Web): Promise<Issue[]> {
  return collect(async (report) => {
    const address = resolveUrl(url, url) ?? url
    const source = await web.table(address)
    const group = await locateMetadata(address, source?.link, web, report)
    await checkGroup(group ?? { tables: [bare(address, web.nameOf(address))] }, web, report)
  })
}

function bare(url: string, file: string): Table {
  const at = { file, line: 1, column: 1 }
  return { at, url, schema: undefined, dialect: undefined, inherited: { templates: [] }, language: 'und' }
}

async function checkGroup(group: TableGroup, web: Web, report: (found: Issue) => void): Promise<void> {
  const keys = createKeys(group.tables, web.nameOf, report)
  for (const table of group.tables) {
    checkTemplates(table, report)
    const reach = await web.reaches(table.url)
    const source = reach === 'here' ? await web.table(table.url) : undefined
    if (source) await checkTable(table, source, web.nameOf(table.url), keys, report)
    else {
      const definition = { here: missingFile, remote: notFetched, outside: outsideFolder }[reach]
      report(issue(definition, table.at, { url: web.nameOf(table.url) }))
    }
  }
  keys.end()
}

const ownVariables = new Set(['_column', '_sourceColumn', '_row', '_sourceRow', '_name'])

function checkTemplates({ schema, inherited, language }: Table, report: (found: Issue) => void): void {
  if (!schema) return
  const names = new Set(schema.columns.map((column, index) => columnName(column, index + 1, language)))
  const uses = [inherited, schema.own, ...schema.columns.map((column) => column.own)].flatMap((one) => one.templates)
  for (const { property, at, variables } of uses) {
    const variable = variables.find((one) => !names.has(one) && !ownVariables.has(one))
    if (variable !== undefined) report(issue(unknownVariable, at, { variable, property }))
  }
}

/** A schema that two tables share is read twice; what is wrong with it is said once. */
async function collect(check: (report: (found: Issue) => void) => Promise<void>): Promise<Issue[]> {
  const list = createIssueList()
  const seen = new Set<string>()
  await check((found) => {
    const key = `${found.file}:${found.line}:${found.column} ${found.code} ${found.message.en}`
    if (!seen.has(key)) list.add(found)
    if (seen.size < maxRemembered) seen.add(key)
  })
  return list.all().sort(compareIssues)
}

/** Enough for every metadata document; rows of tables are reported once anyway. */
const maxRemembered = 10_000
