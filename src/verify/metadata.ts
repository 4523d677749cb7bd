import { type Issue, issue } from '../model/issue.ts'
import { untrueMetadata } from '../model/issues/output.ts'
import { type Home, resolveAddress } from './address.ts'
import type { PromisedFile } from './downloads.ts'

/** What a description says of one file. */
interface Claim {
  readonly address: string // full, or relative to the description
  readonly bytes?: number
  readonly sha256?: string
}

/** True for files that describe downloads to programs. */
export function isMetadata(path: string): boolean {
  return /^(?:catalog\.jsonld|data\.json|api\/openapi\.json|data\/[^/]+\/[^/]+\/(?:datapackage\.json|dataset\.jsonld))$/.test(
    path,
  )
}

/**
 * Every file of this site that a description names is there, with the length and checksum it says. Addresses of other
 * sites are left alone: a release keeps the address the site had when it was made.
 */
export function checkMetadata(
  path: string,
  text: string,
  built: { readonly files: ReadonlySet<string>; readonly promised: ReadonlyMap<string, PromisedFile> },
  home: Home,
): Issue[] {
  return claimsOf(JSON.parse(text)).flatMap(({ address, bytes, sha256 }) => {
    const target = resolveAddress(address, path, home)
    if (target.type !== 'file') return []
    const isThere = built.files.has(target.path)
    const file = built.promised.get(target.path)
    const isTrue = !file || ((bytes ?? file.bytes) === file.bytes && (sha256 ?? file.sha256) === file.sha256)
    if (isThere && isTrue) return []
    const what = isThere ? 'differs' : 'missing'
    return [issue(untrueMetadata, { file: path, line: 1, column: 1 }, { path, file: target.path, what })]
  })
}

// biome-ignore lint/suspicious/noExplicitAny: what this program has written itself a moment ago
type Json = any

/** Data Package, DCAT in JSON-LD, Project Open Data or OpenAPI, by what is in it. */
function claimsOf(json: Json): Claim[] {
  if (json.resources) {
    return json.resources.map(({ path, bytes, hash }: Json) => ({
      address: path,
      bytes,
      sha256: hash?.replace('sha256:', ''),
    }))
  }
  if (json['@graph']) return graphClaims(json['@graph'])
  if (json.openapi) {
    const content = Object.values<Json>(json.paths).flatMap(({ get }) =>
      Object.values<Json>(get.responses['200'].content),
    )
    return content.flatMap(({ examples }) =>
      Object.values<Json>(examples).map((one) => ({ address: one.externalValue })),
    )
  }
  return (json.dataset ?? []).flatMap((dataset: Json) =>
    dataset.distribution.map(({ downloadURL }: Json) => ({ address: downloadURL })),
  )
}

function graphClaims(graph: readonly Json[]): Claim[] {
  const nodes = new Map(graph.map((node) => [node['@id'], node]))
  return graph
    .filter((node) => node['@type'] === 'dcat:Distribution')
    .map((node) => ({
      address: node['dcat:downloadURL']['@id'],
      bytes: Number(node['dcat:byteSize']['@value']),
      sha256: nodes.get(node['spdx:checksum']['@id'])?.['spdx:checksumValue']['@value'],
    }))
}
