import type { Dataset } from '../../model/data/dataset.ts'
import type { SiteConfig } from '../../model/site-config.ts'

/** On what terms a dataset may be used. */
export interface Licence {
  readonly id?: string | undefined // e.g. "CC-BY-4.0"
  readonly title: string
  readonly url?: string | undefined
}

/** The licence the descriptor names, else the one of the site. Undefined where neither has chosen: none is made up. */
export function licenceOf(
  { licenses }: Pick<Dataset, 'licenses'>,
  { licence }: Pick<SiteConfig, 'licence'>,
): Licence | undefined {
  for (const { name, title, path } of licenses) {
    const shown = title ?? name ?? path
    if (shown) return { id: name, title: shown, url: addressIn(path) }
  }
  return licence
}

/** Licences may be named by a file of the package; metadata needs an address. */
function addressIn(path: string | undefined): string | undefined {
  if (path === undefined || !/^https?:/.test(path) || !URL.canParse(path)) return undefined
  return /[\s<>"{}|\\^`]/.test(path) ? new URL(path).href : path
}
