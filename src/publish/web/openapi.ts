import type { SiteConfig } from '../../model/site-config.ts'
import { type FileKind, fileKinds } from '../formats/catalogue.ts'
import { emptyShape, type JsonShape, see, toSchema } from '../json/json-shape.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { urls } from '../urls.ts'
import { type ApiEntry, type ApiPath, apiMediaType, apiParameters, apiPathOf, apiPaths } from './api-paths.ts'

/** Looks at files as they are written and can then describe them. */
export interface ApiRecorder {
  /** `text` of small files; tables are told by their path alone. */
  record(path: string, text?: string): void
  document(config: SiteConfig, options: PublishOptions): object
}

interface Seen {
  readonly example: string
  readonly shape: JsonShape
}

/**
 * Describes the files of the site as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html): every kind of address
 * that exists here, with an example that exists, and a schema that all files of the kind fit because it was read from
 * them.
 */
export function apiRecorder(): ApiRecorder {
  const seen = new Map<ApiPath, Seen>()
  return {
    record(path, text) {
      const kind = apiPathOf(path)
      if (!kind) return
      const known = seen.get(kind) ?? { example: path, shape: emptyShape() }
      seen.set(kind, known)
      if (text !== undefined && path.endsWith('.json')) see(known.shape, JSON.parse(text))
    },
    document: (config, options) => document(seen, config, options),
  }
}

/** Reads the description back: what it lists, in order. */
export function apiEntries(text: string): ApiEntry[] {
  const { paths } = JSON.parse(text) as { paths: Readonly<Record<string, { readonly get: Operation }>> }
  return apiPaths.flatMap((kind) => {
    const content = paths[kind.path]?.get.responses['200'].content
    return content ? [{ ...kind, example: Object.values(content)[0]?.examples.例.externalValue }] : []
  })
}

/** The part of an operation that leads to its example. */
interface Operation {
  readonly responses: {
    readonly 200: {
      readonly content: Readonly<
        Record<string, { readonly examples: { readonly 例: { readonly externalValue: string } } }>
      >
    }
  }
}

/** Raised when an address or a promised property goes away. */
const apiVersion = '1.0.0'

function document(seen: ReadonlyMap<ApiPath, Seen>, config: SiteConfig, options: PublishOptions): object {
  const { name, place, description, licence, contact } = config
  const kinds = apiPaths.flatMap((kind) => {
    const found = seen.get(kind)
    return found ? [{ kind, found }] : []
  })
  return {
    openapi: '3.1.0',
    info: {
      title: `${place}${name}数据接口`,
      version: apiVersion,
      description: `${description}\n\n全部是静态文件，只读，不需要密钥；地址长期不变，允许跨域读取。`,
      ...(licence && { license: { name: licence.title, ...(licence.url && { url: licence.url }) } }),
      ...(contact && {
        contact: {
          name: contact.name,
          ...(contact.url && { url: contact.url }),
          ...(contact.email && { email: contact.email }),
        },
      }),
    },
    externalDocs: { url: addressOf(urls.api(), options), description: '怎样读取' },
    servers: [{ url: options.origin + options.base }],
    tags: [...new Set(kinds.map(({ kind }) => kind.group))].map((group) => ({ name: group })),
    paths: Object.fromEntries(kinds.map(({ kind, found }) => [kind.path, { get: operation(kind, found, options) }])),
    components: { parameters },
  }
}

const parameters = {
  version: {
    name: 'version',
    in: 'path',
    required: true,
    description: 'latest 是最新一版，会随更新换内容；写版本号的一经发布不再改变。',
    schema: { type: 'string', pattern: '^(latest|\\d+\\.\\d+\\.\\d+)$' },
    example: 'latest',
  },
} as const

function operation(kind: ApiPath, { example, shape }: Seen, options: PublishOptions): object {
  const given = apiParameters(kind, example).map(([name, value]) =>
    name === 'version'
      ? { $ref: '#/components/parameters/version' }
      : { name, in: 'path', required: true, schema: { type: 'string' }, example: value },
  )
  return {
    operationId: operationId(kind.path),
    tags: [kind.group],
    summary: kind.summary,
    ...(given.length > 0 && { parameters: given }),
    responses: {
      200: {
        description: kind.summary,
        content: {
          [apiMediaType(kind)]: {
            ...schemaOf(kind, shape),
            examples: { 例: { externalValue: addressOf(example, options) } },
          },
        },
      },
      404: { description: '没有这个文件' },
    },
  }
}

/** Text that is read line by line: everything but JSON. */
function isLines(path: string): boolean {
  const kinds: Readonly<Record<string, FileKind>> = fileKinds
  const ending = path.slice(path.lastIndexOf('.') + 1)
  return path.endsWith('/SHA256SUMS') || (kinds[ending]?.text === true && !ending.startsWith('json'))
}

/** Files about a dataset follow standards of their own; the rows of a table have the columns of its descriptor. */
function schemaOf({ path }: ApiPath, shape: JsonShape): object {
  const own = standards[path.slice(path.lastIndexOf('/') + 1)]
  if (own) return { schema: own }
  if (shape.types.size > 0) return { schema: toSchema(shape) }
  return isLines(path) ? { schema: { type: 'string' } } : {}
}

const graph = {
  type: 'object',
  required: ['@context', '@graph'],
  properties: {
    '@context': { type: 'object' },
    '@graph': { type: 'array', items: { type: 'object', required: ['@id', '@type'] } },
  },
}

const standards: Readonly<Record<string, object>> = {
  'datapackage.json': {
    type: 'object',
    description: 'Data Package v2，https://datapackage.org/profiles/2.0/datapackage.json',
    required: ['name', 'title', 'version', 'resources'],
    properties: {
      name: { type: 'string' },
      title: { type: 'string' },
      version: { type: 'string' },
      resources: { type: 'array', items: { type: 'object', required: ['name', 'path', 'bytes', 'hash', 'schema'] } },
    },
  },
  'csv-metadata.json': {
    type: 'object',
    description: 'CSV on the Web，https://www.w3.org/TR/tabular-metadata/',
    required: ['@context', 'tables'],
    properties: { tables: { type: 'array', items: { type: 'object', required: ['url', 'tableSchema'] } } },
  },
  'dataset.jsonld': graph,
  'catalog.jsonld': graph,
  '{table}.json': {
    type: 'array',
    items: { type: 'object', description: '键是列名，见 datapackage.json；缺失为 null' },
  },
}

/** `/data/{dataset}/{version}/{table}.json` → `data-dataset-version-table.json`. */
function operationId(path: string): string {
  return path.slice(1).replace(/[{}]/g, '').replaceAll('/', '-')
}
