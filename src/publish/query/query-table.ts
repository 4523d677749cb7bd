import type { TableProfile } from '../../model/data/dataset.ts'
import type { Indicator } from '../../model/register/indicator.ts'
import { urls } from '../urls.ts'

/** What the browser has to know of a dataset to query it: `/data/query/<id>.json`. */
export interface QueryDataset {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly updatedOn: string
  readonly citation: string
  /** Root-relative path of its page. */
  readonly page: string
  readonly tables: readonly QueryTable[]
  /** Names of what codes stand for, by register. */
  readonly names: Readonly<Partial<Record<QueryRegister, Readonly<Record<string, string>>>>>
  /** What may be added up, by indicator; only where a table holds observations. */
  readonly indicators: Readonly<Record<string, Pick<Indicator, 'unit' | 'kind' | 'aggregation'>>>
  /** The region that a region lies in, by code. */
  readonly parents: Readonly<Record<string, string>>
}

/** A register whose identifiers stand in tables. */
export type QueryRegister = 'indicators' | 'regions' | 'sources' | 'organizations'

/** The name that stands for a code of a register. */
export function labelOf(
  dataset: QueryDataset,
  table: QueryTable,
): (column: string, value: string) => string | undefined {
  const registers = new Map(table.columns.map(({ name, register }) => [name, register]))
  return (column, value) => {
    const register = registers.get(column)
    return register && dataset.names[register]?.[value]
  }
}

/** The page about an entry of a register; regions have none. */
export function registerPage(register: QueryRegister | undefined, id: string): string | undefined {
  if (register === 'indicators') return urls.indicator(id)
  if (register === 'sources') return urls.source(id)
  return register === 'organizations' ? urls.organization(id) : undefined
}

export interface QueryTable {
  readonly name: string
  readonly title: string
  readonly profile: TableProfile
  readonly rows: number
  readonly columns: readonly QueryColumn[]
  /** In order, where the table is published in parts; empty where there is no Parquet. */
  readonly parquet: readonly QueryFile[]
  readonly csv: QueryFile
}

export interface QueryColumn {
  readonly name: string
  readonly title: string
  readonly description?: string | undefined
  /** Type of Table Schema. */
  readonly type: string
  readonly unit?: string | undefined
  readonly register?: QueryRegister | undefined
  /** Part of a primary, unique or foreign key: an identity, not a quantity. */
  readonly key?: true | undefined
  /** Texts that mean that there is no value, where they are others than the empty one. */
  readonly missing?: readonly string[] | undefined
}

export interface QueryFile {
  readonly path: string // root-relative
  readonly bytes: number
}
