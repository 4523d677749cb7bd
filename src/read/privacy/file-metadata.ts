import { tiffFields } from './tiff-fields.ts'

/**
 * Names of metadata fields in a picture or a PDF that point to a person: position, owner, author, serial number. The form
 * is told by the first bytes, whatever the name says. Values are never given.
 */
export function metadataFields(data: Buffer): string[] {
  return [...new Set(found(data))]
}

function found(data: Buffer): string[] {
  const head = data.toString('latin1', 0, 16)
  if (head.startsWith('\xff\xd8')) return jpeg(data)
  if (head.startsWith('\x89PNG')) return png(data)
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return webp(data)
  if (/^(?:II\*\0|MM\0\*)/.test(head)) return [...tiffFields(data), ...xmp(data)]
  if (head.slice(4, 8) === 'ftyp') return [...embedded(data), ...xmp(data)]
  if (head.startsWith('GIF8')) return xmp(data)
  if (data.subarray(0, 1024).includes('%PDF-')) return [...pdf(data), ...xmp(data)]
  if (/<svg[\s>]/i.test(data.toString('latin1', 0, 4096))) return [...svg(data), ...xmp(data)]
  return []
}

/** APP1 holds Exif and XMP, APP13 the fields of IPTC. */
function jpeg(data: Buffer): string[] {
  const fields: string[] = []
  for (let at = 2; at + 4 <= data.length && data[at] === 0xff; ) {
    const marker = data[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    // From here on come the samples of the picture.
    if (marker === 0xda || marker === 0xd9) break
    const length = data.readUInt16BE(at + 2)
    const body = data.subarray(at + 4, at + 2 + length)
    if (marker === 0xe1 && body.toString('latin1', 0, 4) === 'Exif') fields.push(...tiffFields(body.subarray(6)))
    else if (marker === 0xe1) fields.push(...xmp(body))
    else if (marker === 0xed) fields.push(...iptc(body))
    at += 2 + Math.max(2, length)
  }
  return fields
}

function png(data: Buffer): string[] {
  const fields: string[] = []
  for (let at = 8; at + 12 <= data.length; ) {
    const length = data.readUInt32BE(at)
    const type = data.toString('latin1', at + 4, at + 8)
    const body = data.subarray(at + 8, at + 8 + length)
    if (type === 'eXIf') fields.push(...tiffFields(body))
    else if (/^[tiz](?:TXt|EXt)$/i.test(type)) {
      const keyword = body.toString('latin1', 0, Math.max(0, body.indexOf(0)))
      if (/^(?:author|artist|creator|owner|copyright owner|gps.*|location)$/i.test(keyword)) fields.push(keyword)
      else if (/exif|iptc/i.test(keyword)) fields.push(keyword)
      else fields.push(...xmp(body))
    }
    at += 12 + length
  }
  return fields
}

function webp(data: Buffer): string[] {
  const fields: string[] = []
  for (let at = 12; at + 8 <= data.length; ) {
    const type = data.toString('latin1', at, at + 4)
    const length = data.readUInt32LE(at + 4)
    const body = data.subarray(at + 8, at + 8 + length)
    if (type === 'EXIF') fields.push(...tiffFields(body.toString('latin1', 0, 4) === 'Exif' ? body.subarray(6) : body))
    else if (type === 'XMP ') fields.push(...xmp(body))
    at += 8 + length + (length % 2)
  }
  return fields
}

/** In HEIC and AVIF the Exif block stands somewhere among the items, with its own mark. */
function embedded(data: Buffer): string[] {
  const fields: string[] = []
  for (let at = data.indexOf('Exif\0\0'); at !== -1; at = data.indexOf('Exif\0\0', at + 6))
    fields.push(...tiffFields(data.subarray(at + 6)))
  return fields
}

/** Records of IPTC-IIM that name a person. */
const iptcNames: Readonly<Record<number, string>> = {
  80: 'By-line',
  85: 'By-line Title',
  118: 'Contact',
  122: 'Writer/Editor',
}

function iptc(data: Buffer): string[] {
  const fields: string[] = []
  for (let at = data.indexOf('\x1c\x02', 0, 'latin1'); at !== -1; at = data.indexOf('\x1c\x02', at + 2, 'latin1')) {
    const name = iptcNames[data[at + 2] ?? 0]
    if (name && data.length >= at + 5 && data.readUInt16BE(at + 3) > 0) fields.push(`IPTC ${name}`)
  }
  return fields
}

const xmpName =
  /(?:exif:GPS(?:Latitude|Longitude)|aux:(?:OwnerName|SerialNumber|LensSerialNumber)|exifEX:(?:CameraOwnerName|BodySerialNumber|LensSerialNumber)|dc:creator|pdf:Author|tiff:Artist|xmp:Author|photoshop:(?:AuthorsPosition|CaptionWriter)|Iptc4xmpCore:CreatorContactInfo|xmpRights:Owner)(?=\s*=\s*["'][^"'\s]|(?:\s[^>]*)?>\s*(?:<[^/][^>]*>\s*)*[^<\s])/g

/** XMP is XML in plain text, in one of the encodings of Unicode. */
function xmp(data: Buffer): string[] {
  const texts = [data.toString('latin1')]
  if (data.includes('x\0m\0p\0m\0e\0t\0a')) texts.push(data.toString('utf16le'))
  return texts.flatMap((text) => [...text.matchAll(xmpName)].map((one) => one[0]))
}

function svg(data: Buffer): string[] {
  const text = data.toString('utf8')
  const paths = [
    ...text.matchAll(
      /(?:sodipodi:docname|inkscape:export-filename|xml:base)\s*=\s*["'][^"']*(?:[\\/](?:home|Users)[\\/]|[A-Za-z]:\\)/g,
    ),
  ]
  return paths.map((one) => one[0].replace(/\s*=[\s\S]*/, ''))
}

/** The document information of a PDF, where it is not packed: (text) or <hex>, not empty. */
function pdf(data: Buffer): string[] {
  const text = data.toString('latin1')
  return [...text.matchAll(/\/(Author)\s*(?:\(\s*(?!\))[^\s)]|<\s*(?!feff\s*>|>)[0-9A-F])/gi)].map(
    (one) => `/${one[1]}`,
  )
}
