import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMap, isSeq, parseDocument } from 'yaml'
import type { Files } from '../../src/read/files.ts'
import { readSite } from '../../src/read/root.ts'
import { base, overlay } from './overlay.ts'

// Bytes at random are in hostile.test.ts; here values, keys and cells are replaced by others, in memory.

const files = await overlay(base)
const tables = new Map<string, string>()
for (const [path, table] of files.tables)
  tables.set(path, Buffer.concat(await Array.fromAsync(table.open())).toString('utf8'))

const odd: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e300,
  '',
  ' ',
  'x',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  'con',
  '2024-02-30',
  'x'.repeat(5000),
  [],
  [[]],
  [null],
  {},
  { toString: null },
  { constructor: { prototype: 1 } },
  { value: { toString: 'x' } },
  { a: { b: [] } },
]
const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '标题', 'x'.repeat(300)]

/** The YAML with one of its values replaced, doubled, dropped or given another key. */
function changeYaml(text: string, at: number, kind: number, value: unknown): string {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' })
  const places: { parent: { items: unknown[] }; index: number }[] = []
  const visit = (node: unknown): void => {
    if (!isMap(node) && !isSeq(node)) return
    for (const [index, item] of node.items.entries()) {
      places.push({ parent: node, index })
      visit(isMap(node) ? (item as { value: unknown }).value : item)
    }
  }
  visit(document.contents)
  const place = places[at % places.length]
  if (!place) return text
  const { parent, index } = place
  const item = parent.items[index]
  if (kind === 0) parent.items.splice(index, 1)
  else if (kind === 1) parent.items.push(item)
  else if (isMap(parent)) {
    const pair = item as { key: unknown; value: unknown }
    if (kind === 2) pair.key = document.createNode(keys[at % keys.length])
    else pair.value = document.createNode(value)
  } else parent.items[index] = document.createNode(value)
  return String(document)
}

/** The table with a cell, a column name or a line replaced, doubled or dropped. */
function changeTable(text: string, at: number, kind: number, value: unknown): string {
  const lines = text.split('\n')
  const line = kind === 2 ? 0 : at % lines.length
  const cells = (lines[line] ?? '').split(',')
  cells[at % cells.length] = typeof value === 'string' ? value : JSON.stringify(value)
  if (kind === 0) lines.splice(line, 1)
  else if (kind === 1) lines.push(lines[line] ?? '')
  else lines[line] = cells.join(',')
  return lines.join('\n')
}

function changed(path: string, at: number, kind: number, value: unknown): Files {
  const table = tables.get(path)
  if (table !== undefined) {
    const bytes = Buffer.from(changeTable(table, at, kind, value))
    const open = async function* () {
      yield bytes
    }
    return { ...files, tables: new Map([...files.tables, [path, { path, bytes: bytes.length, open }]]) }
  }
  const text = files.texts.get(path) ?? ''
  const [, head = text, body = ''] = /^---\n([\s\S]*?\n)(---\n[\s\S]*)$/.exec(text) ?? []
  const yaml = changeYaml(head, at, kind, value)
  return { ...files, texts: new Map([...files.texts, [path, body === '' ? yaml : `---\n${yaml}${body}`]]) }
}

test('any value in any place of a root is judged, never thrown at', async () => {
  const path = fc.constantFrom(...files.texts.keys(), ...files.tables.keys())
  await fc.assert(
    fc.asyncProperty(path, fc.nat(500), fc.nat(3), fc.constantFrom(...odd), async (file, at, kind, value) => {
      const { issues } = await readSite(changed(file, at, kind, value), { asOf: '2026-11-20' })
      expect(issues.length).toBeLessThan(500)
      for (const one of issues) expect(`${one.message.zh}${one.hint.zh}`).not.toMatch(/\[object /)
    }),
    { numRuns: 120, seed: 20261120 },
  )
})
