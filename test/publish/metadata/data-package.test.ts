import { expect, it } from 'vitest'
import type { DescribedTable } from '../../../src/publish/formats/manifest.ts'
import { dataPackage } from '../../../src/publish/metadata/data-package.ts'
import { editionOf } from '../../../src/publish/metadata/edition.ts'
import { exampleSite } from '../../example-site.ts'

// biome-ignore lint/suspicious/noExplicitAny: the shape of the file is what the tests look at
async function described(licenses: readonly { name?: string; title?: string; path?: string }[] = []): Promise<any> {
  const { site } = await exampleSite()
  const dataset = site.datasets.get('example')
  if (!dataset) throw new Error('no dataset')
  const foreignKeys = [
    { fields: ['region'], reference: { package: 'registers', resource: 'regions', fields: ['code'] } },
    { fields: ['supersedes'], reference: { resource: '', fields: ['id'] } },
  ]
  const tables = dataset.tables.map((one): DescribedTable => {
    const table = { ...one, schema: { ...one.schema, foreignKeys } }
    return {
      table,
      csv: { path: `/data/example/latest/${table.path}`, format: 'CSV', bytes: 12, sha256: 'ab'.repeat(32) },
    }
  })
  return dataPackage({ ...dataset, licenses: [...licenses] }, tables, site.config, editionOf(dataset, site.config))
}

it('names the address of the descriptor where a key leads into another dataset, and nothing where it leads to itself', async () => {
  const { resources } = await described()
  const [outer, self] = resources[0].schema.foreignKeys
  expect(outer.reference).toEqual({
    package: expect.stringMatching(/^https:\/\/.*\/data\/registers\/latest\/datapackage\.json$/),
    resource: 'regions',
    fields: ['code'],
  })
  expect(self.reference).toEqual({ fields: ['id'] })
})

it('takes the licence of the descriptor before that of the site', async () => {
  expect((await described()).licenses).toEqual([expect.objectContaining({ name: 'CC-BY-4.0' })])
  const own = { name: 'ODC-BY-1.0', path: 'https://example.test/odc' }
  expect((await described([own])).licenses).toEqual([own])
})

it('says who publishes it and who made it', async () => {
  const { contributors } = await described()
  expect(contributors.map(({ roles }: { roles: string[] }) => roles[0])).toEqual(['creator', 'publisher'])
})

it('keeps to itself where the table lay', async () => {
  const { resources } = await described()
  expect(Object.keys(resources[0])).not.toEqual(expect.arrayContaining(['file']))
  expect(resources[0]).not.toHaveProperty('summary')
  expect(resources[0]).not.toHaveProperty('header')
})
