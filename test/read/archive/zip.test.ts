import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { unpackEntry, unpackWhole, zipEntries } from '../../../src/read/archive/zip.ts'

const text = 'a,b\n1,2\n'.repeat(50)
const plain = () => zipSync({ 'a.csv': strToU8(text), 'b/c.txt': [strToU8('stored'), { level: 0 }] })

/** The archive with some bytes replaced, counted from where a mark first or last stands. */
function altered(bytes: Uint8Array, mark: string, isLast: boolean, offset: number, ...values: number[]): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = isLast ? copy.lastIndexOf(mark, undefined, 'latin1') : copy.indexOf(mark, 0, 'latin1')
  for (const [index, value] of values.entries()) copy[at + offset + index] = value
  return copy
}

async function fault(bytes: Uint8Array, limit = 1e6): Promise<string> {
  const faults = new Set<string>()
  const note = (error: unknown) => faults.add(String(error))
  try {
    for (const entry of zipEntries(bytes)) {
      const chunks = []
      try {
        for await (const chunk of unpackEntry(entry, limit)) chunks.push(chunk)
      } catch (error) {
        note(error)
        try {
          unpackWhole(entry, limit)
        } catch (again) {
          expect(String(again)).toBe(String(error))
          continue
        }
        expect.unreachable('one way of unpacking finds what the other does not')
      }
      expect(Buffer.concat(chunks)).toEqual(Buffer.from(unpackWhole(entry, limit)))
    }
  } catch (error) {
    note(error)
  }
  return [...faults].join()
}

const local = 'PK\u0003\u0004'
const listed = 'PK\u0001\u0002'

test('gives every entry as it was packed', async () => {
  const entries = zipEntries(plain())
  expect(entries.map(({ name }) => name)).toEqual(['a.csv', 'b/c.txt'])
  expect(entries.map((one) => Buffer.from(unpackWhole(one, 1e6)).toString())).toEqual([text, 'stored'])
  expect(await fault(plain())).toBe('')
  expect(zipEntries(zipSync({}))).toEqual([])
})

describe('refuses', () => {
  const both = (offset: number, ...values: number[]) =>
    altered(altered(plain(), local, false, offset, ...values), listed, false, offset + 2, ...values)
  const twice = () => {
    const copy = Buffer.from(zipSync({ 'a.csv': strToU8(text), 'b.csv': strToU8(text) }))
    return Buffer.from(copy.toString('latin1').replaceAll('b.csv', 'a.csv'), 'latin1')
  }
  test.each<[string, Uint8Array, RegExp]>([
    ['what is no archive', strToU8('a,b\n1,2\n'), /damaged/],
    ['nothing', new Uint8Array(), /damaged/],
    ['half an archive', plain().subarray(0, 150), /damaged/],
    ['something behind the end', Buffer.concat([plain(), Buffer.from('x')]), /damaged/],
    ['a wrong CRC', both(14, 1, 2, 3, 4), /checksum .* a\.csv/],
    ['a size too small', both(22, 4, 0, 0, 0), /length of a\.csv/],
    ['a size too large', both(22, 255, 255, 0, 0), /length of a\.csv/],
    ['a packed size too small', both(18, 3, 0, 0, 0), /damaged|length/],
    ['sizes that differ between header and directory', altered(plain(), local, false, 22, 4, 0, 0, 0), /disagree/],
    ['names that differ between header and directory', altered(plain(), local, false, 30, 0x62), /disagree/],
    ['an encrypted entry', both(6, 1, 0), /encrypted/],
    ['another compression', both(8, 12, 0), /compression/],
    ['a name twice', twice(), /twice/],
    ['a name that leads out', zipSync({ '../a.csv': strToU8(text) }), /unsafe/],
    ['an absolute name', zipSync({ '/a.csv': strToU8(text) }), /unsafe/],
    ['a drive', zipSync({ 'C:\\a.csv': strToU8(text) }), /unsafe/],
    ['a control character', zipSync({ 'a\u001b[2J.csv': strToU8(text) }), /unsafe/],
    ['entries that overlap', altered(plain(), listed, true, 42, 0, 0, 0, 0), /disagree|overlap/],
  ])('%s', async (_, bytes, message) => {
    expect(await fault(bytes)).toMatch(message)
  })
  test('more than the limit, by what is declared', async () => {
    expect(await fault(plain(), 100)).toMatch(/unpacks to more/)
  })
})

test('takes any bytes without another exception', async () => {
  const bytes = plain()
  for (let at = 0; at < bytes.length; at++) {
    for (const value of [0, 0xff, (bytes[at] ?? 0) ^ 1]) {
      const copy = Buffer.from(bytes)
      copy[at] = value
      expect(await fault(copy)).toMatch(/^(ArchiveFault|$)/)
    }
  }
})
