import { describe, expect, test } from 'vitest'
import type { Files } from '../../../src/read/files.ts'
import { readSite } from '../../../src/read/root.ts'
import { base, overlay } from '../overlay.ts'

const files = await overlay(base)
const names = ['organizations', 'regions', 'indicators', 'sources'] as const
const texts = new Map<string, string>()
for (const name of names) {
  const table = files.tables.get(`data/registers/${name}.csv`)
  texts.set(name, table ? Buffer.concat(await Array.fromAsync(table.open())).toString('utf8') : '')
}

/** Codes with their file, of the base root with another text for one register. */
async function found(name: string, text: string | undefined): Promise<string[]> {
  const path = `data/registers/${name}.csv`
  const tables = new Map(files.tables)
  tables.delete(path)
  if (text !== undefined) {
    const bytes = Buffer.from(text)
    const open = async function* () {
      yield bytes
    }
    tables.set(path, { path, bytes: bytes.length, open })
  }
  const changed: Files = { ...files, tables }
  const { issues } = await readSite(changed, { asOf: '2026-11-20' })
  return issues.map((one) => `${one.code} ${one.file}:${one.line}`)
}

describe.each(names)('%s', (name) => {
  const path = `data/registers/${name}.csv`
  const lines = (texts.get(name) ?? '').trim().split('\n')
  const header = lines[0]?.split(',') ?? []

  test.each(header)('without %s says that alone', async (column) => {
    const at = header.indexOf(column)
    const cut = lines.map((line) => line.split(',').toSpliced(at, 1).join(',')).join('\n')
    expect(await found(name, `${cut}\n`)).toEqual([`TBL-002 ${path}:1`])
  })

  test.each([
    ['an empty header', ['', ...lines.slice(1)].join('\n'), `TBL-001 ${path}:1`],
    ['nothing in it', '', `TBL-001 ${path}:1`],
    ['a header alone', `${lines[0]}\n`, `TBL-001 ${path}:1`],
    ['no file', undefined, 'TBL-028 data/registers/datapackage.yaml'],
  ])('with %s says that alone', async (_, text, code) => {
    const said = await found(name, text)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(code)
  })
})
