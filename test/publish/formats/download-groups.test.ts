import { beforeAll, expect, test } from 'vitest'
import { downloadGroups, mainFiles } from '../../../src/publish/formats/download-groups.ts'
import { cityRoot, exampleCity } from '../../example-city.ts'
import { type Emitted, emitDatasets } from '../metadata/emitted.ts'

let emitted: Emitted[]

beforeAll(async () => {
  emitted = await emitDatasets((await exampleCity()).site, cityRoot)
})

test('every published file stands in one group and says what it is good for', () => {
  for (const { files } of emitted) {
    const groups = downloadGroups(files)
    const listed = groups.flatMap((group) => group.files)
    expect(listed.map(({ file }) => file.path).sort()).toEqual(files.map(({ path }) => path).sort())
    // A use that only repeats the name of the format tells nothing.
    expect(listed.filter(({ use, file }) => use === file.format)).toEqual([])
  }
})

test('the workbook is for Excel, the canonical CSV for programs, the code book for reading', () => {
  const [first] = emitted
  const groups = new Map(downloadGroups(first?.files ?? []).map(({ id, files }) => [id, files.map(({ name }) => name)]))
  expect(groups.get('excel')?.[0]).toMatch(/\.xlsx$/)
  expect(
    groups
      .get('excel')
      ?.slice(1)
      .every((name) => name.endsWith('.excel.csv')),
  ).toBe(true)
  expect(groups.get('programs')?.filter((name) => name.endsWith('.csv'))).toEqual(
    first?.dataset.tables.map(({ path }) => path),
  )
  expect(groups.get('about')).toContain('codebook.csv')
})

test('without files there are no groups', () => {
  expect(downloadGroups([])).toEqual([])
})

test('in one line stands every format of a single table, and the files of the whole where there are several tables', () => {
  for (const { dataset, files } of emitted) {
    const formats = mainFiles(files).map(({ format }) => format)
    expect(new Set(formats).size).toBe(formats.length)
    expect(formats).toEqual(
      expect.arrayContaining(dataset.tables.length > 1 ? ['XLSX', 'ZIP'] : ['XLSX', 'CSV', 'Parquet']),
    )
    expect(formats.includes('CSV')).toBe(dataset.tables.length === 1)
  }
})

test('parts of one table count as one format with their sizes together', () => {
  const part = (name: string) => ({ path: `/d/${name}`, format: 'Parquet', table: 't', bytes: 5, sha256: '' })
  expect(mainFiles([part('t-0001.parquet'), part('t-0002.parquet')])).toEqual([
    { format: 'Parquet', bytes: 10, parts: 2 },
  ])
})
