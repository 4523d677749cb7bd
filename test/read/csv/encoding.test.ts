import { describe, expect, test } from 'vitest'
import { detectEncoding, placeOfBadByte } from '../../../src/read/csv/encoding.ts'

const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

/** Opens the bytes in chunks of `size`, so that characters are cut. */
const open = (data: Uint8Array, size = 3) =>
  async function* () {
    for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size)
  }

const yiwu = [0xd2, 0xe5, 0xce, 0xda] // 义乌 in GBK
const rare = [0x81, 0x39, 0xee, 0x39] // 㐀 in GB18030, four bytes

describe('detectEncoding', () => {
  test.each([
    ['utf-8', bytes('城市\n义乌\n')],
    ['utf-8', bytes('')],
    ['gbk', bytes('city\n', yiwu, '\n')],
    ['gb18030', bytes('city\n', yiwu, rare, '\n')],
    ['utf-16le', bytes([0xff, 0xfe], [0x49, 0x4e])],
    ['utf-16be', bytes([0xfe, 0xff], [0x4e, 0x49])],
    ['broken', bytes('城市义乌金华', [0xb6], '浙江\n')],
    ['xlsx', bytes('PK\u0003\u0004')],
    ['binary', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xff])],
  ])('%s', async (encoding, data) => {
    expect(await detectEncoding(open(data, 64))).toBe(encoding)
    if (!encoding.startsWith('utf-16') && encoding !== 'xlsx') expect(await detectEncoding(open(data))).toBe(encoding)
  })

  test('UTF-16 without a mark is known by its NULs', async () => {
    expect(await detectEncoding(open(Buffer.from('id,name\n1,a\n', 'utf16le'), 64))).toBe('utf-16le')
    expect(await detectEncoding(open(Buffer.from('id,name\n1,a\n', 'utf16le').swap16(), 64))).toBe('utf-16be')
  })
})

test('the place of the first bad byte counts lines and characters', async () => {
  expect(await placeOfBadByte(open(bytes('城市\n义乌', [0xb6], '\n')))).toEqual({ line: 2, column: 3 })
  expect(await placeOfBadByte(open(bytes('义乌', [0xb6])))).toEqual({ line: 1, column: 3 })
})
