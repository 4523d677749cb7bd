import { beforeAll, describe, expect, it } from 'vitest'
import type { Site } from '../../src/model/site.ts'
import { publishSite } from '../../src/publish/publish-site.ts'
import type { PromisedFile } from '../../src/verify/downloads.ts'
import { checkMetadata, isMetadata } from '../../src/verify/metadata.ts'
import { cityRoot, exampleCity } from '../example-city.ts'
import { type Emitted, emitDatasets, optionsOf } from '../publish/metadata/emitted.ts'

describe('descriptions of the example city', () => {
  let site: Site
  let emitted: Emitted[]
  let texts: Map<string, string>
  let built: { files: Set<string>; promised: Map<string, PromisedFile> }
  let home: { base: string; address: string }

  beforeAll(async () => {
    const city = await exampleCity()
    site = city.site
    emitted = await emitDatasets(site, cityRoot)
    home = { base: '', address: site.config.url }
    const downloads = emitted.flatMap(({ files }) => files.map((file) => ({ ...file, path: file.path.slice(1) })))
    texts = new Map(
      [...publishSite(site, city.board, optionsOf(site, emitted))].map(([path, text]) => [path.slice(1), text]),
    )
    built = {
      files: new Set([...downloads.map(({ path }) => path), ...texts.keys()]),
      promised: new Map(downloads.map((file) => [file.path, file])),
    }
    for (const { dataset, bytes } of emitted) {
      for (const name of ['datapackage.json', 'dataset.jsonld']) {
        texts.set(`data/${dataset.id}/latest/${name}`, bytes.get(name)?.toString('utf8') ?? '')
      }
    }
  }, 30_000)

  const described = () => [...texts].filter(([path]) => isMetadata(path))
  const codes = () =>
    described().flatMap(([path, text]) => checkMetadata(path, text, built, home).map((one) => [one.code, one.file]))

  it('are true', () => {
    expect(described().length).toBeGreaterThan(15)
    expect(codes()).toEqual([])
  })

  it('are found out when a file is another', () => {
    const [first] = [...built.promised.values()].filter(({ path }) => path.endsWith('.csv'))
    if (!first) throw new Error('no table')
    built.promised.set(first.path, { ...first, bytes: first.bytes + 1 })
    const folder = first.path.split('/').slice(0, -1).join('/')
    expect(codes()).toEqual(
      expect.arrayContaining([
        ['SITE-111', 'catalog.jsonld'],
        ['SITE-111', `${folder}/datapackage.json`],
        ['SITE-111', `${folder}/dataset.jsonld`],
      ]),
    )
    built.promised.set(first.path, first)
  })

  it('are found out when a file is gone', () => {
    const path = `data/${emitted[0]?.dataset.id}/latest/${emitted[0]?.dataset.tables[0]?.path}`
    built.files.delete(path)
    expect(codes().map(([, file]) => file)).toEqual(
      expect.arrayContaining(['catalog.jsonld', 'data.json', 'api/openapi.json']),
    )
    built.files.add(path)
  })

  it('may name addresses the site had before', () => {
    for (const [path, text] of described()) {
      const moved = text.replaceAll(site.config.url, 'https://old.example')
      expect(checkMetadata(path, moved, built, home)).toEqual([])
    }
  })
})
