import { describe, expect, test } from 'vitest'
import { validateTable } from '../../../src/foreign/csvw/validate.ts'
import { webOf } from './web.ts'

const table = 'https://a.test/data/t.csv'
const good = metadata('甲')
const wrong = metadata('乙')
const other = JSON.stringify({ '@context': 'http://www.w3.org/ns/csvw', url: 'other.csv' })

/** A table with one column 甲; metadata that names 乙 shows by CSVW-012 that it was used. */
async function codes(files: Readonly<Record<string, string>>): Promise<string[]> {
  const entries = Object.entries({ 't.csv': '甲\n1\n', ...files })
  const web = webOf(new Map(entries.map(([path, text]) => [new URL(path, table).href, text])))
  return (await validateTable(table, web)).map((one) => one.code)
}

describe('metadata of a table', () => {
  test('is its header when there is no other', async () => {
    expect(await codes({})).toEqual([])
  })

  test('is first that of the Link header, then that of the file, then that of the folder', async () => {
    const link = { 't.csv#link': '<linked.json>; rel="describedby"; type="application/csvm+json"' }
    const file = { 't.csv-metadata.json': wrong }
    expect(await codes({ ...link, 'linked.json': good, ...file })).toEqual([])
    expect(await codes({ ...link, 'linked.json': wrong, 't.csv-metadata.json': good })).toEqual(['CSVW-012'])
    expect(await codes({ ...file, 'csv-metadata.json': good })).toEqual(['CSVW-012'])
    expect(await codes({ 'csv-metadata.json': wrong })).toEqual(['CSVW-012'])
  })

  test('of several links is the last that fits', async () => {
    const header =
      '<a.json>; rel="describedby"; type="application/json", <b.json>; type=application/csvm+json; rel=describedby, ' +
      '<c.html>; rel="describedby"; type="text/html", <d.json>; rel="next"; type="application/json"'
    expect(await codes({ 't.csv#link': header, 'a.json': good, 'b.json': wrong, 'd.json': good })).toEqual(['CSVW-012'])
  })

  test('is passed over with a warning when it does not name the table', async () => {
    expect(await codes({ 't.csv-metadata.json': other, 'csv-metadata.json': good })).toEqual(['CSVW-022'])
    expect(await codes({ 't.csv-metadata.json': other })).toEqual(['CSVW-022'])
  })

  test('is where the site says, and nowhere else then', async () => {
    const site = { '/.well-known/csvm': '{+url}.json\n/meta?of={url}\n' }
    expect(await codes({ ...site, 't.csv.json': wrong, 'csv-metadata.json': good })).toEqual(['CSVW-012'])
    expect(
      await codes({ ...site, [`/meta?of=${encodeURIComponent(table)}`]: wrong.replace('t.csv', 'data/t.csv') }),
    ).toEqual(['CSVW-012'])
    expect(await codes({ ...site, 'csv-metadata.json': wrong })).toEqual([])
  })

  test('names the table in any form of its address', async () => {
    const reference = JSON.stringify({ ...JSON.parse(wrong), url: 'HTTPS://A.test:443/x/../data/%74.csv' })
    expect(await codes({ 'csv-metadata.json': reference })).toEqual(['CSVW-012'])
  })
})

function metadata(title: string): string {
  return JSON.stringify({
    '@context': 'http://www.w3.org/ns/csvw',
    url: 't.csv',
    tableSchema: { columns: [{ titles: title }] },
  })
}
