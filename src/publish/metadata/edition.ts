import type { Dataset } from '../../model/data/dataset.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import { withoutEnd } from '../../model/without-end.ts'
import type { PublishedFile } from '../formats/manifest.ts'
import { urls } from '../urls.ts'

/** Where one edition of a dataset stands: the moving one below `latest`, or a release that never changes. */
export interface Edition {
  /** Full address of the site, without a trailing slash. */
  readonly site: string
  /** Full address of the page that shows it. */
  readonly page: string
  /** Full address of the folder of its files. */
  readonly folder: string
  /** Only of a release. */
  readonly version?: string
}

/** The edition that files in a folder below `/data/<id>/` belong to, at the address of `site.yaml` or of the build. */
export function editionOf(dataset: Pick<Dataset, 'id'>, config: Pick<SiteConfig, 'url'>, version = 'latest'): Edition {
  const site = withoutEnd(config.url, '/')
  const folder = site + urls.datasetFile(dataset.id, '', version)
  if (version === 'latest') return { site, folder, page: site + urls.dataset(dataset.id) }
  return { site, folder, version, page: site + urls.datasetVersion(dataset.id, version) }
}

/** The name of the folder of files that were published together. */
export function folderOf(files: readonly PublishedFile[]): string {
  return files[0]?.path.split('/').at(-2) ?? 'latest'
}

/** The dataset as a thing that metadata speaks of, beside the page about it. */
export function datasetIri({ page }: Pick<Edition, 'page'>): string {
  return `${page}#dataset`
}
