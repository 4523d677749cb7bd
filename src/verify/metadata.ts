import { untrueMetadata } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'
import { type Home, resolveAddress } from './address.ts'
import type { FoundFile } from './downloads.ts'

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
  built: { readonly files: ReadonlySet<string>; readonly promised: ReadonlyMap<string, FoundFile> },
  home: Home,
): Issue[] {
  return claimsIn(text).flatMap(({ address, bytes, sha256 }) => {
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

/** None where the text cannot be read: that is said of the file itself. */
function claimsIn(text: string): Claim[] {
  try {
    return claimsOf(JSON.parse(text))
  } catch {
    return []
  }
}

/** Data Package, DCAT in JSON-LD, Project Open Data or OpenAPI, by what is in it; a part of another shape claims nothing. */
function claimsOf(json: unknown): Claim[] {
  if (has(json, 'resources')) {
    return list(json, 'resources').flatMap((one) =>
      claim(at(one, 'path'), at(one, 'bytes'), text(at(one, 'hash'))?.replace('sha256:', '')),
    )
  }
  if (has(json, '@graph')) return graphClaims(list(json, '@graph'))
  if (has(json, 'openapi')) {
    return values(at(json, 'paths'))
      .flatMap((path) => values(at(path, 'get', 'responses', '200', 'content')))
      .flatMap((content) => values(at(content, 'examples')))
      .flatMap((one) => claim(at(one, 'externalValue')))
  }
  return list(json, 'dataset').flatMap((dataset) =>
    list(dataset, 'distribution').flatMap((one) => claim(at(one, 'downloadURL'))),
  )
}

function graphClaims(graph: readonly unknown[]): Claim[] {
  const nodes = new Map(graph.map((node) => [at(node, '@id'), node]))
  return graph
    .filter((node) => at(node, '@type') === 'dcat:Distribution')
    .flatMap((node) =>
      claim(
        at(node, 'dcat:downloadURL', '@id'),
        Number(at(node, 'dcat:byteSize', '@value')),
        at(nodes.get(at(node, 'spdx:checksum', '@id')), 'spdx:checksumValue', '@value'),
      ),
    )
}

function claim(address: unknown, bytes?: unknown, sha256?: unknown): Claim[] {
  if (typeof address !== 'string') return []
  return [
    {
      address,
      ...(typeof bytes === 'number' && !Number.isNaN(bytes) && { bytes }),
      ...(typeof sha256 === 'string' && { sha256 }),
    },
  ]
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) found = has(found, key) ? found[key] : undefined
  return found
}

function has(value: unknown, key: string): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = at(value, key)
  return Array.isArray(found) ? found : []
}

function values(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
