import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metadataFields } from '../../../src/read/privacy/file-metadata.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

function tiff(order: 'II' | 'MM'): Buffer {
  const little = order === 'II'
  const word = (value: number) => {
    const data = Buffer.alloc(2)
    if (little) data.writeUInt16LE(value)
    else data.writeUInt16BE(value)
    return data
  }
  const long = (value: number) => {
    const data = Buffer.alloc(4)
    if (little) data.writeUInt32LE(value)
    else data.writeUInt32BE(value)
    return data
  }
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([word(tag), word(type), long(count), value])
  const name = latin('Fictional\0')
  const nameAt = 8 + 2 + 3 * 12 + 4
  const exifAt = nameAt + name.length
  const gpsAt = exifAt + 2 + 12 + 4
  const pointAt = gpsAt + 2 + 12 + 4
  return Buffer.concat([
    ...[latin(order), word(42), long(8), word(3)],
    ...[entry(315, 2, name.length, long(nameAt)), entry(34665, 4, 1, long(exifAt)), entry(34853, 4, 1, long(gpsAt))],
    ...[long(0), name],
    ...[word(1), entry(42033, 2, 4, latin('A12\0')), long(0)],
    ...[word(1), entry(2, 5, 3, long(pointAt)), long(0)],
    ...[29, 1, 18, 1, 5, 1].map(long),
  ])
}

const pointer = ['Artist', 'BodySerialNumber', 'GPSLatitude']
const packet =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description aux:OwnerName="F" exif:GPSLatitude="29,18N">' +
  '<dc:creator><rdf:Seq><rdf:li>Fictional</rdf:li></rdf:Seq></dc:creator></rdf:Description></x:xmpmeta>'
const inPacket = ['aux:OwnerName', 'exif:GPSLatitude', 'dc:creator']
const emptyPacket = '<dc:creator><rdf:Seq></rdf:Seq></dc:creator><pdf:Author></pdf:Author><x aux:OwnerName=""/>'

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
const jpeg = (...segments: Buffer[]) =>
  Buffer.concat([latin('\xff\xd8'), segment(0xe0, latin('JFIF\0')), ...segments, latin('\xff\xda\0\x02'), latin('x')])

function chunk(type: string, body: Buffer, little = false): Buffer {
  const length = Buffer.alloc(4)
  if (little) length.writeUInt32LE(body.length)
  else length.writeUInt32BE(body.length)
  return little
    ? Buffer.concat([latin(type), length, body, Buffer.alloc(body.length % 2)])
    : Buffer.concat([length, latin(type), body, Buffer.alloc(4)])
}
const png = (...chunks: Buffer[]) =>
  Buffer.concat([latin('\x89PNG\r\n\x1a\n'), chunk('IHDR', Buffer.alloc(13)), ...chunks])
const webp = (...chunks: Buffer[]) => Buffer.concat([latin('RIFF\0\0\0\0WEBP'), ...chunks])

describe.each(['II', 'MM'] as const)('Exif in the order %s', (order) => {
  test.each([
    ['JPEG', jpeg(segment(0xe1, Buffer.concat([latin('Exif\0\0'), tiff(order)])))],
    ['PNG', png(chunk('eXIf', tiff(order)))],
    ['WebP', webp(chunk('EXIF', tiff(order), true))],
    ['TIFF', tiff(order)],
    ['HEIC', Buffer.concat([latin('\0\0\0\x18ftypheic\0\0\0\0'), latin('Exif\0\0'), tiff(order)])],
  ])('%s', (_, data) => {
    expect(metadataFields(data)).toEqual(pointer)
  })
})

test.each([
  ['JPEG', jpeg(segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0${packet}`)))],
  ['PNG', png(chunk('iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${packet}`)))],
  ['WebP', webp(chunk('XMP ', latin(packet), true))],
  ['SVG', latin(`<svg xmlns="http://www.w3.org/2000/svg"><metadata>${packet}</metadata></svg>`)],
  ['PDF', latin(`%PDF-1.7\n1 0 obj\n${packet}\nendobj`)],
])('XMP in %s', (_, data) => {
  expect(metadataFields(data)).toEqual(inPacket)
})

test.each([
  [png(chunk('tEXt', latin('Author\0Fictional'))), ['Author']],
  [latin('%PDF-1.4\n<< /Title (x) /Author (Fictional) /Creator (Program) >>'), ['/Author']],
  [latin('%PDF-1.4\n<< /Author <FEFF4F8B> >>'), ['/Author']],
  [jpeg(segment(0xed, latin('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x08\x1c\x02\x50\0\x03abc'))), ['IPTC By-line']],
])('other fields', (data, fields) => {
  expect(metadataFields(data)).toEqual(fields)
})

test.each([
  jpeg(),
  jpeg(segment(0xe1, latin(emptyPacket))),
  png(chunk('tEXt', latin('Software\0Program'))),
  webp(chunk('VP8 ', Buffer.alloc(8), true)),
  latin('%PDF-1.4\n<< /Author () /Producer (Program) >>'),
  latin('%PDF-1.4\n<< /Author <FEFF> >>'),
  latin('<svg xmlns="http://www.w3.org/2000/svg"><title>一张图</title></svg>'),
  latin(`<svg><metadata>${emptyPacket}</metadata></svg>`),
  Buffer.alloc(0),
])('files without such fields are let pass', (data) => {
  expect(metadataFields(data)).toEqual([])
})

test('any bytes come to an end without an exception', () => {
  const head = fc.constantFrom(
    '\xff\xd8\xff\xe1',
    '\x89PNG\r\n\x1a\n',
    'RIFF0000WEBP',
    'II*\0',
    'MM\0*',
    '%PDF-',
    '<svg ',
  )
  fc.assert(
    fc.property(head, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      expect(Array.isArray(metadataFields(Buffer.concat([latin(start), rest])))).toBe(true)
    }),
    { numRuns: 300 },
  )
})
