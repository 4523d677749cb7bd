import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { beforeAll, describe, expect, it } from 'vitest'
import { mediaTypeOf } from '../../../src/publish/formats/media-type.ts'
import { publishSite } from '../../../src/publish/publish-site.ts'
import { urls } from '../../../src/publish/urls.ts'
import { apiMediaType, apiPathOf, apiPaths } from '../../../src/publish/web/api-paths.ts'
import { apiSnippets } from '../../../src/publish/web/api-snippets.ts'
import { headerRules, headersFor } from '../../../src/publish/web/headers.ts'
import { apiEntries } from '../../../src/publish/web/openapi.ts'
import { cityRoot, exampleCity } from '../../example-city.ts'
import { emitDatasets, optionsOf } from '../metadata/emitted.ts'

const origin = 'https://example.test'
const base = '/city'

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly example?: string; readonly $ref?: string; readonly name?: string }[]
  readonly responses: { readonly 200: { readonly content: Record<string, { readonly schema?: object }> } }
}

let text: string
let paths: Record<string, { get: Operation }>
let files: ReadonlyMap<string, string | Uint8Array>

beforeAll(async () => {
  const { site: city, board } = await exampleCity()
  const site = { ...city, config: { ...city.config, url: origin + base } }
  const emitted = await emitDatasets(site, cityRoot)
  const tables = emitted.flatMap(({ dataset, bytes }) =>
    [...bytes].map(([name, content]) => [urls.datasetFile(dataset.id, name), content] as const),
  )
  files = new Map<string, string | Uint8Array>([
    ...tables,
    ...publishSite(site, board, { ...optionsOf(site, emitted), origin, base }),
  ])
  text = String(files.get('/api/openapi.json'))
  paths = JSON.parse(text).paths
}, 30_000)

/** What is served at an address of the site. */
function served(address: string): string {
  if (!address.startsWith(`${origin}${base}/`)) throw new Error(`${address} is not of this site`)
  const found = files.get(address.slice((origin + base).length))
  if (found === undefined) throw new Error(`nothing is at ${address}`)
  return Buffer.from(found).toString('utf8')
}

it('is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(text))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
  expect(JSON.parse(text).openapi).toBe('3.1.0')
})

it('names every operation once', () => {
  const ids = Object.values(paths).map(({ get }) => get.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

it('describes every JSON file, feed, table and catalogue of the site', () => {
  const data = [...files.keys()].filter((path) =>
    /\.(json|jsonld|ttl|csv|ndjson|parquet|xlsx|zip|ics)$|feed\.xml$/.test(path),
  )
  expect(data.length).toBeGreaterThan(100)
  // What the query page loads is its own affair.
  const own = (path: string) => path === '/api/openapi.json' || path.startsWith('/data/query/')
  const left = data.filter((path) => !own(path) && apiPathOf(path) === undefined)
  expect(left).toEqual([])
  const described = new Set(Object.keys(paths))
  expect(data.flatMap((path) => apiPathOf(path)?.path ?? []).filter((path) => !described.has(path))).toEqual([])
})

it('gives for each address an example that exists', () => {
  const entries = apiEntries(text)
  expect(entries.map(({ path }) => path)).toEqual(Object.keys(paths))
  for (const { example = '', path } of entries) expect(served(example).length, path).toBeGreaterThan(0)
})

it('puts the parameters of an example together to its address', () => {
  for (const { path, example } of apiEntries(text)) {
    const given = new Map(
      paths[path]?.get.parameters?.map(({ name = 'version', example: value = 'latest' }) => [name, value]) ?? [],
    )
    expect(origin + base + path.replace(/\{(\w+)\}/g, (_, name: string) => given.get(name) ?? '')).toBe(example)
  }
})

describe('schemas', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true })
  formats.default(ajv)

  it('fit every file of their kind', () => {
    for (const [path, content] of files) {
      if (!/\.(json|jsonld)$/.test(path)) continue
      const kind = apiPathOf(path)
      const schema = kind && paths[kind.path]?.get.responses['200'].content[apiMediaType(kind)]?.schema
      if (!kind || !schema) continue
      const validate = ajv.compile(schema)
      validate(JSON.parse(Buffer.from(content).toString('utf8')))
      expect(validate.errors ?? [], path).toEqual([])
    }
  })

  it('promise what every record has, and refuse a record without it', () => {
    const path = '/data/indicators/{indicator}.json'
    const schema = paths[path]?.get.responses['200'].content['application/json']?.schema ?? {}
    expect(schema).toMatchObject({ type: 'object', required: expect.arrayContaining(['page', 'asOf', 'observations']) })
    expect(ajv.compile(schema)({ page: origin })).toBe(false)
  })
})

it('names the media type that the address is served with, and other sites may read it', () => {
  const rules = headerRules(base)
  for (const kind of apiPaths) {
    const { path } = kind
    const example = base + path.replaceAll(/\{(\w+)\}/g, 'x')
    expect(headersFor(rules, example)['Access-Control-Allow-Origin'], path).toBe('*')
    const type = headersFor(rules, example)['Content-Type']
    if (type) expect(type.split(';')[0]).toBe(mediaTypeOf(path))
  }
})

it('has snippets that run on the site', async () => {
  const [script, curl] = apiSnippets(apiEntries(text))
  const said: unknown[] = []
  const fetched = async (address: string) => ({ json: async () => JSON.parse(served(address)) })
  const run = new Function('fetch', 'console', `return (async () => { ${script?.code} })()`)
  await run(fetched, { log: (...words: unknown[]) => said.push(...words) })
  expect(said).toEqual([expect.any(String), expect.any(Number)])
  const addresses = curl?.code.match(/https:\S+/g) ?? []
  expect(addresses.map((one) => served(one).length > 0)).toEqual([true, true])
})
