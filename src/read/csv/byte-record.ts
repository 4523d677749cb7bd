const comma = 44
const feed = 10
const carriage = 13
const quote = 34

/**
 * Splits the plain record at `from` into its cells, as ranges of bytes without their quotes. Returns where the next
 * record begins, or -1 where this one is not plain: another number of cells than there is room for, a quote or a line
 * break inside a cell, a CR alone. At `to` a line feed must stand, which ends no record: behind it nothing is known.
 */
export function splitRecord(data: Uint8Array, from: number, to: number, starts: Int32Array, ends: Int32Array): number {
  const last = starts.length - 1
  let at = from
  for (let cell = 0; cell <= last; cell++) {
    let byte = data[at] as number
    if (byte === quote) {
      starts[cell] = ++at
      byte = data[at] as number
      while (byte !== quote && byte !== feed && byte !== carriage) byte = data[++at] as number
      if (byte !== quote) return -1
      ends[cell] = at
      byte = data[++at] as number
    } else {
      starts[cell] = at
      while (byte > comma || (byte !== comma && byte !== feed && byte !== carriage && byte !== quote)) {
        byte = data[++at] as number
      }
      ends[cell] = at
    }
    if (byte === comma) {
      at++
      continue
    }
    if (cell < last) return -1
    if (byte === carriage) byte = data[++at] as number
    return byte === feed && at < to ? at + 1 : -1
  }
  return -1
}
