import { expect, it } from 'vitest'
import { licenceOf } from '../../../src/publish/metadata/licence.ts'

const site = { licence: { id: 'CC-BY-4.0', title: '署名 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } }

it('is the one of the descriptor, else of the site, else none', () => {
  expect(licenceOf({ licenses: [{ name: 'ODC-BY-1.0', path: 'https://a.b/odc' }] }, site)).toEqual({
    id: 'ODC-BY-1.0',
    title: 'ODC-BY-1.0',
    url: 'https://a.b/odc',
  })
  expect(licenceOf({ licenses: [] }, site)).toEqual(site.licence)
  expect(licenceOf({ licenses: [] }, { licence: undefined })).toBeUndefined()
})

it.each([
  ['LICENSE.md', undefined],
  ['javascript:alert(1)', undefined],
  ['https://a.b/a b', 'https://a.b/a%20b'],
])('%j has the address %j', (path, url) => {
  expect(licenceOf({ licenses: [{ title: '自定', path }] }, site)?.url).toBe(url)
})
