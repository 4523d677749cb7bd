import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { gunzip } from '../../../src/read/archive/gzip.ts'

async function unpacked(bytes: Uint8Array, limit = 1e6, step = bytes.length + 1): Promise<string> {
  const open = async function* () {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
  }
  try {
    return Buffer.concat(await Array.fromAsync(gunzip(open, limit))).toString()
  } catch (error) {
    return String(error)
  }
}

const text = 'a,b\n1,2\n'.repeat(100)
const whole = gzipSync(text)
const changed = (from: number) => {
  const copy = Buffer.from(whole)
  copy[copy.length - from] = (copy[copy.length - from] ?? 0) ^ 1
  return copy
}

test('gives the content of all members, zeros behind them aside', async () => {
  expect(await unpacked(whole)).toBe(text)
  expect(await unpacked(Buffer.concat([whole, gzipSync('3,4\n')]))).toBe(`${text}3,4\n`)
  expect(await unpacked(Buffer.concat([whole, Buffer.alloc(2000)]))).toBe(text)
  expect(await unpacked(whole, 1e6, 1)).toBe(text)
})

test.each([
  ['a wrong CRC', changed(6), /damaged/],
  ['a wrong length', changed(1), /damaged/],
  ['a file cut short', whole.subarray(0, -3), /damaged/],
  ['what is no gzip', Buffer.from(text), /damaged/],
  ['nothing', Buffer.alloc(0), /damaged/],
  ['something behind the end', Buffer.concat([whole, Buffer.from('x,y\n')]), /damaged|follows/],
  ['something behind zeros', Buffer.concat([whole, Buffer.alloc(2000), Buffer.from('x')]), /follows/],
  ['a second member that is damaged', Buffer.concat([whole, changed(6)]), /damaged/],
])('refuses %s', async (_, bytes, message) => {
  expect(await unpacked(bytes)).toMatch(message)
  expect(await unpacked(bytes, 1e6, 7)).toMatch(message)
})

test('stops at the limit', async () => {
  expect(await unpacked(gzipSync(Buffer.alloc(2e6)), 1e6)).toMatch(/unpacks to more/)
})
