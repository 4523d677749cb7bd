import { describe, expect, test } from 'vitest'
import { validateMetadata } from '../../../src/foreign/csvw/validate.ts'
import { cityDay, cityRoot } from '../../example-city.ts'
import { emitDatasets } from '../../publish/metadata/emitted.ts'
import { readOnce } from '../../read-once.ts'
import { webOf } from './web.ts'

describe.each([
  ['the real content', '.', '2026-11-20'],
  ['the example city', cityRoot, cityDay],
])('the csv-metadata.json of %s', (_, root, asOf) => {
  test('describes its CSV files without an error, a warning or a hint', async () => {
    const { site } = await readOnce(root, { asOf })
    if (!site) throw new Error(`${root} has errors`)
    const emitted = await emitDatasets(site, root)
    expect(emitted.length).toBeGreaterThan(0)
    for (const { dataset, bytes } of emitted) {
      const web = webOf(new Map([...bytes].map(([name, content]) => [`https://a.test/${name}`, content])))
      expect(await validateMetadata('https://a.test/csv-metadata.json', web), dataset.id).toEqual([])
    }
  })
})
