import type { Dataset } from '../../model/data/dataset.ts'
import { formatNumber } from '../../model/number/format.ts'
import { downloadFormats, downloadNameOf, type FileKind, fileKinds } from '../formats/catalogue.ts'
import type { PublishedFile } from '../formats/manifest.ts'
import { mediaTypeOf } from '../formats/media-type.ts'
import { availabilityNode, chinese } from './dcat-terms.ts'
import type { Edition } from './edition.ts'
import { iri, type RdfNode, zh } from './rdf.ts'

/** True for files that hold rows: single tables, workbooks and archives. The rest speaks about them. */
export function isData({ path, table }: PublishedFile): boolean {
  const name = downloadNameOf(path.slice(path.lastIndexOf('/') + 1))
  return table !== undefined || (name !== undefined && downloadFormats[name].group !== 'about')
}

/** One download as dcat:Distribution, followed by the things it points at. */
export function distributionNodes(
  file: PublishedFile,
  dataset: Dataset,
  edition: Edition,
  licence: RdfNode | undefined,
): RdfNode[] {
  const address = edition.site + file.path
  const [format, media] = formatNodes(file.path)
  const availability = availabilityNode(edition.version !== undefined)
  const checksum = checksumNode(`${address}#checksum`, file.sha256)
  const table = dataset.tables.find((one) => one.name === file.table)
  const title = [table ? (table.title ?? table.name) : dataset.title, file.format].join(' ')
  return [
    {
      id: address,
      types: ['dcat:Distribution'],
      facts: {
        'dct:title': zh(title),
        'dct:description': zh(file.rows === undefined ? title : `${title}，${formatNumber(file.rows, '行')}`),
        'dcat:accessURL': iri(edition.page),
        'dcat:downloadURL': iri(address),
        'dct:format': iri(format.id),
        ...(media && { 'dcat:mediaType': iri(media.id) }),
        'dcat:byteSize': { text: String(file.bytes), type: 'xsd:nonNegativeInteger' },
        'spdx:checksum': iri(checksum.id),
        ...(licence && { 'dct:license': iri(licence.id) }),
        'dct:language': iri(chinese.id),
        'dct:modified': { text: dataset.gongbao.updatedOn, type: 'xsd:date' },
        'dcatap:availability': iri(availability.id),
      },
    },
    checksum,
    sha256,
    format,
    ...(media ? [media] : []),
    availability,
  ]
}

const sha256: RdfNode = {
  id: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256',
  types: ['spdx:ChecksumAlgorithm'],
  facts: { 'rdfs:label': { text: 'SHA-256' } },
}

function checksumNode(id: string, value: string): RdfNode {
  return {
    id,
    types: ['spdx:Checksum'],
    facts: {
      'spdx:algorithm': iri(sha256.id),
      'spdx:checksumValue': { text: value, type: 'xsd:hexBinary' },
    },
  }
}

const codes = new Map<string, string | undefined>(
  Object.entries(fileKinds).map(([ending, kind]: [string, FileKind]) => [ending, kind.dcat]),
)

/** The format, and the registered media type where there is one; a format without a code is named by that type. */
function formatNodes(path: string): [format: RdfNode, media?: RdfNode] {
  const ending = path.slice(path.lastIndexOf('.') + 1)
  const type = mediaTypeOf(path)
  const label = { 'rdfs:label': { text: ending.toUpperCase() } }
  const code = codes.get(ending)
  if (/\/x-/.test(type) && code) return [{ id: code, types: ['dct:MediaTypeOrExtent'], facts: label }]
  const media: RdfNode = {
    id: `https://www.iana.org/assignments/media-types/${type}`,
    types: ['dct:MediaType', 'dct:MediaTypeOrExtent'],
    facts: { 'rdfs:label': { text: type } },
  }
  return code ? [{ id: code, types: ['dct:MediaTypeOrExtent'], facts: label }, media] : [media, media]
}
