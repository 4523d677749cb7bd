import { expect, test } from 'vitest'
import type { TableFile } from '../../../src/read/files.ts'
import { firstWrongRow } from '../../../src/read/table/wrong-row.ts'

function file(text: string): TableFile {
  const bytes = new TextEncoder().encode(text)
  async function* open() {
    // In small pieces, as a large file would come.
    for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3)
  }
  return { path: 'a.csv', bytes: bytes.length, open }
}

const whole = '\ufeffid,code,note\r\na,"=""010100""",\'=1\r\nb,"=""2024-01""","x\ny"\r\nc,3,z\r\n'

test('the guards for spreadsheets make no difference', async () => {
  expect(await firstWrongRow(file('id,code,note\na,010100,=1\nb,2024-01,"x\ny"\nc,3,z\n'), file(whole))).toBeUndefined()
})

test('the first row that differs is told by its line, with what it was', async () => {
  const damaged = 'id,code,note\na,010100,=1\nb,2024-01,"x\ny"\nc,4,z\n'
  expect(await firstWrongRow(file(damaged), file(whole))).toEqual({ row: 3, line: 5, was: 'c,3,z', is: 'c,4,z' })
})

test.each([
  ['is gone', 'id,code,note\na,010100,=1\nc,3,z\n', 3],
  ['came in', 'id,code,note\na,010100,=1\nb,2024-01,"x\ny"\nb2,1,1\nc,3,z\n', 5],
  ['is missing at the end', 'id,code,note\na,010100,=1\nb,2024-01,"x\ny"\n', 5],
])('so is a row that %s', async (_, damaged, line) => {
  expect((await firstWrongRow(file(damaged), file(whole)))?.line).toBe(line)
})
