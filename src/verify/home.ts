import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Home } from './address.ts'
import { readTags } from './tags.ts'

/** Where a built site says it stands: by the icon and the canonical address of its first page. */
export async function homeIn(folder: string): Promise<Home> {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => '')
  const links = readTags(html).filter(({ name }) => name === 'link')
  const href = (rel: string) => links.find(({ attributes }) => attributes.get('rel') === rel)?.attributes.get('href')
  const base = /^((?:\/[\w.-]+)*)\/favicon\.svg$/.exec(href('icon') ?? '')?.[1] ?? ''
  const address = href('canonical')?.replace(/\/+$/, '')
  return { base, ...(address !== undefined && URL.canParse(address) && { address }) }
}
