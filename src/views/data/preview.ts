import type { Table } from '../../model/data/dataset.ts'
import { sourceName } from '../../model/register/source.ts'
import type { Site } from '../../model/site.ts'

/** A register whose identifiers stand in tables. */
type Register = 'indicators' | 'regions' | 'sources' | 'organizations'

/** One cell of a preview: the text of the file, or the name of what its identifier stands for. */
export interface PreviewCell {
  readonly text: string
  readonly entry?: { readonly register: Register; readonly id: string } | undefined
}

export interface Preview {
  readonly columns: readonly { readonly name: string; readonly title: string; readonly numeric: boolean }[]
  readonly rows: readonly (readonly PreviewCell[])[]
  /** Identifiers are shown by name. */
  readonly named: boolean
  /** Titles of columns that are left out, because these rows have nothing in them. */
  readonly empty: readonly string[]
  /** How many further columns a very wide table has. */
  readonly more: number
}

/** A wider table shows its first columns; the dictionary has all. */
const mostColumns = 20

/** The first rows of a table for people: foreign keys into the registers by name, no column without a value. */
export function previewOf(
  site: Pick<Site, 'indicators' | 'regions' | 'sources' | 'organizations'>,
  table: Table,
  count: number,
): Preview {
  const rows = table.summary.preview.slice(0, count)
  const fields = new Map(table.schema.fields.map((field) => [field.name, field]))
  const registers = registersOf(table)
  const all = table.header.map((name, index) => ({
    name,
    index,
    title: fields.get(name)?.title ?? name,
    numeric: ['number', 'integer'].includes(fields.get(name)?.type ?? ''),
    used: rows.some((row) => row[index]),
  }))
  const filled = all.filter(({ used, index }) => used || index === 0)
  const columns = filled.slice(0, mostColumns)
  return {
    columns,
    rows: rows.map((row) => columns.map(({ name, index }) => cell(site, row[index] ?? '', registers.get(name)))),
    named: columns.some(({ name }) => registers.has(name)),
    empty: rows.length === 0 ? [] : all.filter(({ used, index }) => !used && index > 0).map(({ title }) => title),
    more: filled.length - columns.length,
  }
}

/** What the identifiers of each column stand for: by column, from identifier to name; only columns that refer to a register. */
export function registerNames(
  site: Pick<Site, 'indicators' | 'regions' | 'sources' | 'organizations'>,
  table: Table,
): ReadonlyMap<string, (id: string) => string> {
  return new Map([...registersOf(table)].map(([column, register]) => [column, (id) => cell(site, id, register).text]))
}

/** Columns that refer to a register: by their foreign keys, in tables of observations by what their rows must name. */
function registersOf({ schema, 'gongbao:profile': profile }: Table): Map<string, Register> {
  const named: [string, Register][] =
    profile === 'observations'
      ? [
          ['indicator', 'indicators'],
          ['region', 'regions'],
          ['source', 'sources'],
        ]
      : []
  return new Map([
    ...named.filter(([name]) => schema.fields.some((field) => field.name === name)),
    ...schema.foreignKeys.flatMap(({ fields, reference }) => {
      const [field] = fields
      const known = reference.package === 'registers' && isRegister(reference.resource)
      return known && field !== undefined && fields.length === 1
        ? [[field, reference.resource as Register] as const]
        : []
    }),
  ])
}

function isRegister(resource: string): resource is Register {
  return ['indicators', 'regions', 'sources', 'organizations'].includes(resource)
}

function cell(
  site: Pick<Site, 'indicators' | 'regions' | 'sources' | 'organizations'>,
  text: string,
  register: Register | undefined,
): PreviewCell {
  if (register === undefined) return { text }
  const source = register === 'sources' ? site.sources.get(text) : undefined
  const name = source ? sourceName(source) : register === 'sources' ? undefined : site[register].get(text)?.name
  return name === undefined ? { text } : { text: name, entry: { register, id: text } }
}
