import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withoutEnd } from '../model/without-end.ts'
import { readTags } from './tags.ts'

/** The address that a built site gives itself: the canonical one of its first page. Undefined where there is none. */
export async function addressIn(folder: string): Promise<string | undefined> {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => '')
  const canonical = readTags(html).find(
    ({ name, attributes }) => name === 'link' && attributes.get('rel') === 'canonical',
  )
  const address = withoutEnd(canonical?.attributes.get('href') ?? '', '/')
  return URL.canParse(address) ? address : undefined
}
