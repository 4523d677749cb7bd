import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { TableFile } from '../../../src/read/files.ts'
import { savedAgain } from '../../../src/read/release/saved-again.ts'

function file(bytes: Uint8Array, path = 'a.csv'): TableFile {
  async function* open() {
    yield bytes
  }
  return { path, bytes: bytes.length, open }
}

const csv = 'id,name\na,"甲,乙"\nb,丙丁\n'
const sum = (text: string) => createHash('sha256').update(text).digest('hex')
const bytes = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])

test.each([
  ['a BOM', bytes(`\ufeff${csv}`), csv, '只是开头多了 BOM'],
  ['CRLF', bytes(csv.replaceAll('\n', '\r\n')), csv, '只是换行由 LF 变成了 CRLF'],
  ['both', bytes(`\ufeff${csv.replaceAll('\n', '\r\n')}`), csv, '只是开头多了 BOM、换行由 LF 变成了 CRLF'],
  ['no end of the last line', bytes(csv.trimEnd()), csv, '只是末尾少了换行'],
  ['quotes', bytes('"id","name"\n"a","甲,乙"\n"b","丙丁"\n'), csv, '只是单元格多了引号'],
  ['UTF-16', utf16(csv), csv, '只是编码由 UTF-8 变成了 UTF-16LE'],
  [
    'LF in the CSV for Excel',
    bytes(csv),
    `\ufeff${csv.replaceAll('\n', '\r\n')}`,
    '只是开头少了 BOM、换行由 CRLF 变成了 LF',
  ],
])('%s is said in words', async (_, now, was, expected) => {
  expect((await savedAgain(file(now), sum(was)))?.zh).toBe(expected)
})

test('another text is not another form', async () => {
  expect(await savedAgain(file(bytes(csv.replace('丙', '戊'))), sum(csv))).toBeUndefined()
  expect(await savedAgain(file(new Uint8Array([0, 255, 3])), sum(csv))).toBeUndefined()
})
