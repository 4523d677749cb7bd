import type { DataResource, Table, TableSchema } from '../../model/data/dataset.ts'
import type { Issue, Place } from '../../model/issue.ts'
import type { CsvDialect } from '../csv/csv-dialect.ts'
import type { PrivacyGate } from '../privacy/privacy-gate.ts'
import type { KeySet, KeyUses } from './table-keys.ts'

export interface TableOptions {
  /** Relative to the root, e.g. "data/yw-economy/observations.csv". */
  readonly file: string
  readonly resource: DataResource
  /** The schema to check by, where a profile asks for more than the resource says. */
  readonly schema?: TableSchema
  /** Begins a new reading of the bytes; called again only where the file is not UTF-8. */
  readonly open: () => AsyncIterable<Uint8Array>
  /** Keep the rows in memory: profiles that become part of the site need them. */
  readonly keepRows?: boolean
  /** Columns that foreign keys of other tables refer to. */
  readonly referenced?: readonly (readonly string[])[]
  /** What every cell passes on its way to be published. */
  readonly gate?: PrivacyGate
  /** How the file is written, where it is not as ours are. */
  readonly dialect?: CsvDialect
}

export interface TableResult {
  /** Absent where the bytes are no text. */
  readonly table?: Table
  readonly rows: readonly TableRow[]
  /** The keys found, for each of `referenced`. */
  readonly keys: readonly { readonly columns: readonly string[]; readonly keys: KeySet }[]
  /** The keys used, in the order of the schema's foreign keys. */
  readonly uses: readonly KeyUses[]
  readonly issues: readonly Issue[]
}

/** One row with its values by column; missing values are absent, outer blanks are gone. */
export interface TableRow {
  readonly line: number
  readonly values: ReadonlyMap<string, string>
  /** Columns whose cell has been reported already. */
  readonly faulty: ReadonlySet<string>
  at(column: string): Place
}
