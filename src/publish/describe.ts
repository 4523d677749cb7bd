import type { Dataset, Table } from '../model/dataset.ts'
import type { SiteConfig } from '../model/site-config.ts'
import { dataPackageJson } from './data-package.ts'
import { datasetReadme } from './dataset-readme.ts'
import type { PublishedFile } from './manifest.ts'

/** One table with the canonical CSV that was written of it. */
export interface DescribedTable {
  readonly table: Table
  readonly csv: PublishedFile
}

/** A file that describes a dataset, by its name in the folder of the release. */
export interface Description {
  readonly name: string
  readonly format: string // for people
  readonly text: string
}

/** Everything that is written about a dataset beside its rows, from one source: the descriptor and what the tables hold. */
export function* describeDataset(
  dataset: Dataset,
  tables: readonly DescribedTable[],
  config: SiteConfig,
): Generator<Description> {
  yield { name: 'datapackage.json', format: 'Data Package', text: dataPackageJson(dataset, tables, config.licence) }
  yield { name: 'README.md', format: 'README', text: datasetReadme(dataset, tables, config.licence) }
}
