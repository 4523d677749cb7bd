import { beforeAll, describe, expect, it } from 'vitest'
import { validateMetadata, validateTable, type Web } from '../../../src/foreign/csvw/validate.ts'
import { cityDay, cityRoot } from '../../example-city.ts'
import { readOnce } from '../../read-once.ts'
import { type Emitted, emitDatasets, textOf } from './emitted.ts'

const folder = 'https://example.test/release/'

/** One release folder as an address space of its own. */
function webOf({ bytes }: Pick<Emitted, 'bytes'>): Web {
  const at = (url: string) => (url.startsWith(folder) ? bytes.get(url.slice(folder.length)) : undefined)
  return {
    nameOf: (url) => url.slice(folder.length),
    reaches: async (url) => (url.startsWith(folder) ? 'here' : 'outside'),
    read: async (url) => at(url)?.toString('utf8'),
    table: async (url) => {
      const found = at(url)
      return (
        found && {
          open: async function* () {
            yield found
          },
        }
      )
    },
  }
}

describe.each([
  ['the real content', '.', '2026-11-20'],
  ['the example city', cityRoot, cityDay],
])('csv-metadata.json of %s', (_, root, asOf) => {
  let emitted: Emitted[]

  beforeAll(async () => {
    const { site } = await readOnce(root, { asOf })
    if (!site) throw new Error(`${root} has errors`)
    emitted = await emitDatasets(site, root)
  }, 30_000)

  it('follows the rules of CSVW, and every row of every table fits it', async () => {
    for (const one of emitted) {
      expect(await validateMetadata(`${folder}csv-metadata.json`, webOf(one))).toEqual([])
    }
  })

  it('is found beside a table by its name', async () => {
    for (const one of emitted) {
      for (const { path } of one.dataset.tables) expect(await validateTable(folder + path, webOf(one))).toEqual([])
    }
  })

  it('refuses a table with another header, a key twice, or a cell too many', async () => {
    const one = emitted.find(({ dataset }) => dataset.id === 'registers')
    if (!one) throw new Error('no registers')
    const csv = textOf(one, 'regions.csv')
    const [header = '', first = ''] = csv.split('\n')
    for (const wrong of [
      csv.replace(header, header.replace('code', 'kode')),
      `${csv}${first}\n`,
      csv.replace(first, `${first},x`),
    ]) {
      const bytes = new Map([...one.bytes, ['regions.csv', Buffer.from(wrong)]])
      const issues = await validateMetadata(`${folder}csv-metadata.json`, webOf({ bytes }))
      expect(issues.map(({ file }) => file)).toContain('regions.csv')
    }
  })
})
