import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PromisedFile } from './downloads.ts'

/**
 * What a built site itself says about its downloads, from the twin of each dataset (`data/<id>.json`): for judging
 * an output whose manifest is gone.
 */
export async function promisedIn(folder: string): Promise<PromisedFile[]> {
  const names = await readdir(join(folder, 'data')).catch(() => [])
  const twins = names.filter((name) => name.endsWith('.json') && name !== 'indicators.json')
  const texts = await Promise.all(twins.map((name) => readFile(join(folder, 'data', name), 'utf8')))
  return texts.flatMap((text) => {
    const { page = '', downloads = [] } = JSON.parse(text) as Twin
    // The page of the twin ends with `data/<id>/`; what stands before it is the address of the site.
    const home = page.replace(/data\/[^/]+\/$/, '')
    return downloads.map(({ url, bytes, sha256 }) => ({ path: url.slice(home.length), bytes, sha256 }))
  })
}

interface Twin {
  readonly page?: string
  readonly downloads?: readonly { readonly url: string; readonly bytes: number; readonly sha256: string }[]
}
