import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writevSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'

/** Writes pieces one after another behind a checksum of them; nobody ever sees half of the file. */
export function writeSealed(path: string, pieces: readonly Uint8Array[]): void {
  let sum = 0
  for (const piece of pieces) sum = crc32(piece, sum)
  mkdirSync(dirname(path), { recursive: true })
  const fresh = `${path}.${randomUUID()}`
  const file = openSync(fresh, 'w')
  try {
    // Eight bytes, so that numbers in the pieces stay aligned.
    for (const piece of [new Uint8Array(Uint32Array.of(sum, form).buffer), ...pieces]) {
      for (let at = 0; at < piece.length; ) at += writevSync(file, [piece.subarray(at)])
    }
  } finally {
    closeSync(file)
  }
  renameSync(fresh, path)
}

/** The pieces as one; undefined where there is no such file or its bytes are not as they were written. */
export function readSealed(path: string): Uint8Array<ArrayBuffer> | undefined {
  const whole = readOrNothing(path)
  if (!whole || whole.length < 8) return undefined
  const [sum, stated] = new Uint32Array(whole.buffer, whole.byteOffset, 2)
  const bytes = whole.subarray(8)
  return stated === form && sum === crc32(bytes) ? bytes : undefined
}

const form = 1

function readOrNothing(path: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = readFileSync(path)
    // A view that does not begin at a multiple of eight could not be read as numbers.
    return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes)
  } catch {
    return undefined
  }
}
