import type { Table } from '../../model/data/dataset.ts'

/** One download, as its page and the catalogue describe it. */
export interface PublishedFile {
  readonly path: string // root-relative, e.g. "/data/yw-economy/latest/observations.csv"
  readonly format: string // for people, e.g. "CSV"
  /** Name of the table whose rows it holds; absent for files about the whole dataset. */
  readonly table?: string | undefined
  readonly bytes: number
  readonly sha256: string // hex
  readonly rows?: number | undefined
}

/** One table with the canonical CSV that was written of it. */
export interface DescribedTable {
  readonly table: Table
  readonly csv: PublishedFile
}

/** Downloads by dataset. */
export type Manifest = ReadonlyMap<string, readonly PublishedFile[]>

/** The downloads below `latest`: the edition that pages and catalogues describe first. */
export function latestFiles(dataset: string, published: Manifest): readonly PublishedFile[] {
  return (published.get(dataset) ?? []).filter(({ path }) => path.split('/').at(-2) === 'latest')
}
