import { fileURLToPath } from 'node:url'
import { assessAll } from '../src/progress/board.ts'
import type { PublishOptions } from '../src/publish/options.ts'
import { readOnce } from './read-once.ts'

export const exampleRoot = fileURLToPath(new URL('./fixtures/base', import.meta.url))
export const exampleDay = '2025-06-30'

/** The fictional site of the fixtures, read as a build reads it. */
export async function exampleSite() {
  const { site, issues } = await readOnce(exampleRoot, { asOf: exampleDay })
  if (!site) throw new Error(`the fixtures have errors: ${JSON.stringify(issues)}`)
  return { site, board: assessAll(site) }
}

export const exampleOptions: PublishOptions = {
  origin: 'https://example.test',
  base: '',
  published: new Map([
    [
      'example',
      [
        {
          path: '/data/example/latest/observations.csv',
          format: 'CSV',
          table: 'observations',
          bytes: 12,
          sha256: 'ab'.repeat(32),
          rows: 3,
        },
      ],
    ],
  ]),
}
