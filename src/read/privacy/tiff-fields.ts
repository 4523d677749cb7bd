/** Tags of TIFF and Exif 2.32 that point to a person. */
const tags: Readonly<Record<number, string>> = {
  315: 'Artist',
  40093: 'XPAuthor',
  42032: 'CameraOwnerName',
  42033: 'BodySerialNumber',
  42037: 'LensSerialNumber',
  50735: 'CameraSerialNumber',
}
const gpsTags: Readonly<Record<number, string>> = {
  2: 'GPSLatitude',
  4: 'GPSLongitude',
  20: 'GPSDestLatitude',
  22: 'GPSDestLongitude',
}

const exifPointer = 34665
const gpsPointer = 34853
const maxDirectories = 16
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** Fields of the directories of a TIFF, which Exif is; those without a value do not count. Broken bytes end the search. */
export function tiffFields(data: Buffer): string[] {
  const order = data.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return []
  const word = (at: number) =>
    at + 2 > data.length ? 0 : order === 'II' ? data.readUInt16LE(at) : data.readUInt16BE(at)
  const long = (at: number) =>
    at + 4 > data.length ? 0 : order === 'II' ? data.readUInt32LE(at) : data.readUInt32BE(at)
  const fields: string[] = []
  const waiting = [{ at: long(4), names: tags }]
  const seen = new Set<number>()
  for (let next = waiting.shift(); next !== undefined && seen.size < maxDirectories; next = waiting.shift()) {
    const { at, names } = next
    if (at < 8 || at + 2 > data.length || seen.has(at)) continue
    seen.add(at)
    const count = word(at)
    for (let index = 0; index < count; index++) {
      const entry = at + 2 + 12 * index
      if (entry + 12 > data.length) break
      const tag = word(entry)
      if (names === tags && tag === exifPointer) waiting.push({ at: long(entry + 8), names: tags })
      else if (names === tags && tag === gpsPointer) waiting.push({ at: long(entry + 8), names: gpsTags })
      else if (names[tag] !== undefined && hasValue(entry)) fields.push(names[tag])
    }
    if (names === tags) waiting.push({ at: long(at + 2 + 12 * count), names: tags })
  }
  return fields

  function hasValue(entry: number): boolean {
    const length = (sizes[word(entry + 2)] ?? 1) * long(entry + 4)
    const from = length <= 4 ? entry + 8 : long(entry + 8)
    return data.subarray(from, Math.min(from + length, from + 1024)).some((byte) => byte !== 0 && byte !== 32)
  }
}
