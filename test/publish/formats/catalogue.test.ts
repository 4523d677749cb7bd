import { beforeAll, expect, test } from 'vitest'
import { isReleaseName } from '../../../src/model/release/release-names.ts'
import { downloadNameOf, downloadRows, fileKinds } from '../../../src/publish/formats/catalogue.ts'
import { downloadGroups, fileNameOf } from '../../../src/publish/formats/download-groups.ts'
import { mediaTypeOf } from '../../../src/publish/formats/media-type.ts'
import { apiPaths } from '../../../src/publish/web/api-paths.ts'
import { headerRules, headersFor } from '../../../src/publish/web/headers.ts'
import { textKinds } from '../../../src/verify/binary.ts'
import { checkFileNames } from '../../../src/verify/file-kinds.ts'
import { cityRoot, exampleCity } from '../../example-city.ts'
import { type Emitted, emitDatasets, textOf } from '../metadata/emitted.ts'

let emitted: Emitted[]

beforeAll(async () => {
  emitted = await emitDatasets((await exampleCity()).site, cityRoot)
})

test('every file that is written has its row, and every row its file', () => {
  const written = new Set<string>(['changes.json']) // only releases have it
  for (const file of emitted.flatMap(({ files }) => files)) {
    const name = downloadNameOf(fileNameOf(file))
    const row = downloadRows.find(([own]) => own === name)?.[1]
    expect({ path: file.path, label: row?.label }).toEqual({ path: file.path, label: file.format })
    if (name) written.add(name)
  }
  expect(downloadRows.map(([name]) => name).filter((name) => !written.has(name))).toEqual([])
})

test('the page says what each is good for, in the group and at the place of its row', () => {
  const places = downloadRows.map(([, { group, rank }]) => `${group} ${rank}`)
  expect(new Set(places).size).toBe(places.length)
  for (const { files } of emitted) {
    for (const group of downloadGroups(files)) {
      const rows = group.files.map(({ name, use }) => ({ use, row: rowOf(name) }))
      expect(rows.filter(({ use, row }) => row?.use !== use || row.group !== group.id)).toEqual([])
      expect(rows.map(({ row }) => row?.rank ?? 0)).toEqual(rows.map(({ row }) => row?.rank ?? 0).sort((a, b) => a - b))
    }
  }
})

test('the description for programs and the README say what each is', () => {
  const summaries = new Map(apiPaths.map(({ path, summary }) => [path, summary]))
  for (const [name, { api }] of downloadRows) expect(summaries.get(`/data/{dataset}/{version}/${name}`)).toBe(api)
  for (const one of emitted) {
    const readme = textOf(one, 'README.md')
    const said = downloadRows.flatMap(([, row]) => row.readme ?? [])
    expect(said.filter((words) => !readme.includes(words))).toEqual([])
  }
})

test('a release may hold each of them', () => {
  const names = downloadRows.map(([name]) => name.replace('{table}', 't').replace(/\{\w+\}/, 'd'))
  expect(names.filter((name) => !isReleaseName(name, 'd', ['t.csv']))).toEqual([])
})

test('files of every ending have a type, are open to programs of other sites, and belong into a site', () => {
  const rules = headerRules('')
  for (const [ending, { type, text }] of Object.entries(fileKinds)) {
    const path = `/data/d/latest/t.${ending}`
    const headers = headersFor(rules, path)
    expect(mediaTypeOf(path)).toBe(type)
    expect(headers['Access-Control-Allow-Origin']).toBe('*')
    expect(headers['Content-Type'] ?? type).toMatch(type)
    expect(textKinds.has(ending)).toBe(text)
    expect(checkFileNames(new Set([path.slice(1)])).filter(({ code }) => code === 'SITE-117')).toEqual([])
  }
  const endings = downloadRows.flatMap(([name]) => (name.includes('.') ? [name.slice(name.lastIndexOf('.') + 1)] : []))
  expect(endings.filter((ending) => !(ending in fileKinds))).toEqual([])
})

function rowOf(file: string) {
  const name = downloadNameOf(file)
  return downloadRows.find(([own]) => own === name)?.[1]
}
