import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { publishSite } from '../src/publish/publish-site.ts'
import { exampleCity } from './example-city.ts'

// What other programs read of the example city. To accept changes: delete test/golden/example-city, run, read the diff.

const golden = fileURLToPath(new URL('./golden/example-city', import.meta.url))

/** A plan, and a target each: on track with a revision, sources that differ, a lower bound, pending, no figure found. */
const twins = [
  'progress/lc-zbf-2024-3.json',
  'progress/lc-zbf-2024-3/t01.json',
  'progress/lc-zbf-2024-3/t07.json',
  'progress/lc-zbf-2024-3/t04.json',
  'progress/lc-zbf-2021-7/t03.json',
  'progress/lc-zbf-2021-7/t04.json',
]

const { site, board } = await exampleCity()
const files = new Map(publishSite(site, board, { origin: site.config.url, base: '', published: new Map() }))

describe('the example city for programs', () => {
  test.each(twins)('%s is what it was', (path) => {
    const file = join(golden, path)
    const text = files.get(`/${path}`) ?? expect.fail(`${path} is not published`)
    if (!existsSync(file) && !process.env['CI']) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    expect(text).toBe(readFileSync(file, 'utf8'))
  })
})
