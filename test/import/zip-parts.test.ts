import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { DocumentError } from '../../src/import/part.ts'
import { openZip, zipLimits } from '../../src/import/zip-parts.ts'

const archive = () => zipSync({ a: strToU8('甲'.repeat(99)), b: [strToU8('乙'), { level: 0 }] })
const read = (bytes: Uint8Array, name = 'a') => openZip(bytes)(name)
const at = (bytes: Uint8Array, signature: number) => {
  const view = new DataView(bytes.buffer)
  let found = 0
  while (view.getUint32(found, true) !== signature) found++
  return { view, found }
}

test('packed and stored entries are read; another name is absent', () => {
  expect(new TextDecoder().decode(read(archive()))).toBe('甲'.repeat(99))
  expect(new TextDecoder().decode(read(archive(), 'b'))).toBe('乙')
  expect(read(archive(), 'c')).toBeUndefined()
})

test('an archive cut off anywhere is refused', () => {
  const whole = archive()
  for (const length of [0, 10, 40, whole.length - 30, whole.length - 1]) {
    expect(() => read(whole.slice(0, length))).toThrow(DocumentError)
  }
})

test('a wrong checksum is refused, in both languages', () => {
  const bytes = archive()
  const directory = at(bytes, 0x02014b50)
  directory.view.setUint32(directory.found + 16, 1, true)
  expect(() => read(bytes)).toThrow(/目录里和在文件头里写得不一样/)
  const local = at(bytes, 0x04034b50)
  local.view.setUint32(local.found + 14, 1, true)
  expect(() => read(bytes)).toThrow(/CRC/)
  try {
    read(bytes)
  } catch (error) {
    expect(error instanceof DocumentError && error.said.en).toContain('checksum')
  }
})

test('what declares too much, and what unpacks to more than it declares, is refused', () => {
  const declared = archive()
  const first = at(declared, 0x02014b50)
  first.view.setUint32(first.found + 24, 1.9 * 2 ** 30, true)
  expect(() => read(declared)).toThrow(DocumentError)
  const lying = zipSync({ a: new Uint8Array(zipLimits.part + 1) })
  const second = at(lying, 0x02014b50)
  second.view.setUint32(second.found + 24, 100, true)
  expect(() => read(lying)).toThrow(DocumentError)
  const large = zipSync({ a: new Uint8Array(zipLimits.part + 1) })
  expect(() => read(large)).toThrow(/超过 32 MB/)
})
