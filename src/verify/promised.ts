import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { PromisedFile } from './downloads.ts'

/**
 * What a built site itself says about its downloads, from the twin of each dataset (`data/<id>.json`): for judging
 * an output whose manifest is gone.
 */
export async function promisedIn(folder: string): Promise<PromisedFile[]> {
  const names = await readdir(join(folder, 'data')).catch(() => [])
  const twins = names.filter((name) => name.endsWith('.json') && name !== 'indicators.json')
  const texts = await Promise.all(twins.map((name) => readFile(join(folder, 'data', name), 'utf8').catch(() => '')))
  return texts.flatMap((text) => {
    const { page, downloads } = readTwin(text)
    // The page of the twin ends with `data/<id>/`; what stands before it is the address of the site.
    const home = page.replace(/data\/[^/]+\/$/, '')
    return downloads.map(({ url, bytes, sha256 }) => ({ path: url.slice(home.length), bytes, sha256 }))
  })
}

const twin = z.object({
  page: z.string().default(''),
  downloads: z.array(z.object({ url: z.string(), bytes: z.number(), sha256: z.string() })).default([]),
})

/** A twin that cannot be read promises nothing; that it cannot is said of the file itself. */
function readTwin(text: string): z.output<typeof twin> {
  const nothing = { page: '', downloads: [] }
  try {
    return twin.safeParse(JSON.parse(text)).data ?? nothing
  } catch {
    return nothing
  }
}
