import { datasetCitations } from '../../model/data/data-citation.ts'
import type { Dataset } from '../../model/data/dataset.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import { type DownloadName, downloadFormats } from '../formats/catalogue.ts'
import type { DescribedTable, PublishedFile } from '../formats/manifest.ts'
import { codebookCsv } from './codebook.ts'
import { csvwMetadata } from './csvw-metadata.ts'
import { dataPackage } from './data-package.ts'
import { datasetReadme } from './dataset-readme.ts'
import { datasetNodes } from './dcat-dataset.ts'
import { editionOf, folderOf } from './edition.ts'
import { toJsonLd, toTurtle } from './rdf.ts'

/** A file that describes a dataset, by its name in the folder of the release. */
export interface Description {
  readonly name: string
  readonly format: string // for people
  readonly text: string
}

/**
 * Everything that is written about a dataset beside its rows, from one source: the descriptor and what the tables
 * hold. `files` are all files of the folder that hold rows and are already written. Files below `latest` speak of
 * `latest`, those of a release of the addresses that never change.
 */
export function* describeDataset(
  dataset: Dataset,
  tables: readonly DescribedTable[],
  config: SiteConfig,
  files: readonly PublishedFile[] = tables.map(({ csv }) => csv),
): Generator<Description> {
  const edition = editionOf(dataset, config, folderOf(files))
  const nodes = datasetNodes(dataset, files, config, edition)
  const { gbt, apa, bibtex, ris } = datasetCitations(dataset, config, { url: edition.page })
  const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`
  const text = (name: DownloadName, content: string): Description => ({
    name,
    format: downloadFormats[name].label,
    text: content,
  })
  yield text('datapackage.json', json(dataPackage(dataset, tables, config, edition)))
  yield text('csv-metadata.json', json(csvwMetadata(dataset, tables, config, edition)))
  yield text('dataset.jsonld', json(toJsonLd(nodes)))
  yield text('dataset.ttl', toTurtle(nodes))
  yield text('codebook.csv', codebookCsv(dataset))
  yield text('CITATION.txt', citationText(gbt, apa))
  yield text('citation.bib', bibtex)
  yield text('citation.ris', ris)
  yield text('README.md', datasetReadme(dataset, tables, config, edition, files))
}

function citationText(gbt: string, apa: string): string {
  return `GB/T 7714—2015（把“引用日期”换成取用的那天，例如 2026-01-31）\n${gbt}\n\nAPA 7\n${apa}\n`
}
