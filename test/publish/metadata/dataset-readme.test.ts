import { beforeAll, describe, expect, it } from 'vitest'
import type { Site } from '../../../src/model/site.ts'
import type { PublishedFile } from '../../../src/publish/formats/manifest.ts'
import { datasetReadme } from '../../../src/publish/metadata/dataset-readme.ts'
import { editionOf } from '../../../src/publish/metadata/edition.ts'
import { cityRoot, exampleCity } from '../../example-city.ts'
import { type Emitted, emitDatasets, textOf } from './emitted.ts'

let site: Site
let emitted: Emitted[]

beforeAll(async () => {
  site = (await exampleCity()).site
  emitted = await emitDatasets(site, cityRoot)
}, 30_000)

/** The README of the first dataset, with these files of rows. */
function readme(files: readonly PublishedFile[], config: Site['config'] = site.config): string {
  const dataset = emitted[0]?.dataset
  if (!dataset) throw new Error('no dataset')
  return datasetReadme({ ...dataset, licenses: [] }, [], config, editionOf(dataset, config), files)
}

function part(number: number): PublishedFile {
  const path = `/data/x/latest/x-${String(number).padStart(4, '0')}.parquet`
  return { path, format: 'Parquet', table: 'x', bytes: 1, sha256: 'ab'.repeat(32) }
}

describe('README.md', () => {
  it('says what every file of the folder is', () => {
    for (const one of emitted) {
      const text = textOf(one, 'README.md')
      const names = [...one.bytes.keys()].filter((name) => name !== 'README.md')
      expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
    }
  })

  it('has a line for every column', () => {
    for (const one of emitted) {
      const lines = textOf(one, 'README.md').split('\n')
      for (const { header } of one.dataset.tables) {
        for (const name of header)
          expect(
            lines.some((line) => line.startsWith(`| ${name} | `)),
            name,
          ).toBe(true)
      }
    }
  })

  it('names the parts of a large table by the first and the last', () => {
    const text = readme(Array.from({ length: 20 }, (_, at) => part(at + 1)))
    expect(text).toContain('- `x-0001.parquet` 至 `x-0020.parquet`，共 20 个：')
    expect(readme([part(1), part(2)])).toContain('- `x-0001.parquet`、`x-0002.parquet`：')
  })

  it('does not make up a licence', () => {
    expect(readme([], { ...site.config, licence: undefined })).toContain('许可：未选定')
    expect(readme([], { ...site.config, licence: { id: 'CC0-1.0', title: '公有领域' } })).toContain('许可：公有领域')
  })
})
