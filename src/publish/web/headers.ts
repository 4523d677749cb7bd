import { type FileKind, fileKinds } from '../formats/catalogue.ts'
import { contentSecurityPolicy, wasmPaths, wasmSecurityPolicy } from './content-policy.ts'

/** One rule of `_headers`: a path pattern and the headers of what it matches. */
export interface HeaderRule {
  readonly path: string // `*` stands for anything
  readonly headers: Readonly<Record<string, string>>
  /** Headers of earlier rules that do not count here: hosts would send both. */
  readonly without?: readonly string[]
}

/** A meta element cannot say who may frame a page; the header can. */
const pagePolicy = `${contentSecurityPolicy}; frame-ancestors 'self'`
const wasmPolicy = `${wasmSecurityPolicy}; frame-ancestors 'self'`

/** The same for the pages made to stand in frames of other sites. */
const embedPolicy = `${contentSecurityPolicy}; frame-ancestors *`

/** A picture opened by itself: its own style, or that of the browser’s viewer, and nothing else. */
const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'"

/**
 * Files for programs, by their endings. One rule a file and none for all of `/data/`: hosts would join what two rules say
 * to `*, *`, which no browser takes. The length and place of a part are shown too, for readers of Parquet by Range.
 */
const openFiles: readonly (readonly [path: string, headers: Readonly<Record<string, string>>])[] = [
  ...Object.entries(fileKinds).map(([ending, kind]) => [`*.${ending}`, contentType(kind)] as const),
  ['SHA256SUMS', contentType(fileKinds.txt)],
  ['data/*/SHA256SUMS', contentType(fileKinds.txt)],
]
const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range, ETag',
}

/** The headers every response should carry, and open data for programs of other sites. */
export function headerRules(base: string): HeaderRule[] {
  return [
    {
      path: `${base}/*`,
      headers: {
        'Content-Security-Policy': pagePolicy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    },
    ...openFiles.map(([path, type]) => ({ path: `${base}/${path}`, headers: { ...open, ...type } })),
    ...['progress/*/embed/', 'data/indicators/*/embed/'].map((path) => ({
      path: `${base}/${path}`,
      without: ['Content-Security-Policy'],
      headers: { 'Content-Security-Policy': embedPolicy, 'X-Robots-Tag': 'noindex' },
    })),
    ...wasmPaths.map((path) => ({
      path: base + path,
      without: ['Content-Security-Policy'],
      headers: { 'Content-Security-Policy': wasmPolicy },
    })),
    ...['*.svg', '*.png'].map((path) => ({
      path: `${base}/${path}`,
      without: ['Content-Security-Policy'],
      headers: { 'Content-Security-Policy': picturePolicy },
    })),
    {
      // Ranges count stored bytes: nothing on the way may compress these files.
      path: `${base}/fulltext/*`,
      headers: {
        'Cache-Control': 'public, max-age=31536000, immutable, no-transform',
        'Content-Type': 'application/octet-stream',
      },
    },
    { path: `${base}/assets/*`, headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  ]
}

/** Hosts know the types of pictures, JSON and feeds; most do not know those of data, nor that text is UTF-8. */
function contentType({ type, text, known }: FileKind): Record<string, string> {
  if (known) return {}
  return { 'Content-Type': text ? `${type}; charset=utf-8` : type }
}

/** `_headers` as Cloudflare Pages and Netlify read it. */
export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path, headers, without = [] }) => [
      path,
      ...without.map((name) => `  ! ${name}`),
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

/** Reads `_headers` back: the local server and other servers serve what it says. */
export function parseHeadersFile(text: string): HeaderRule[] {
  return text
    .split(/\n(?=\S)/)
    .map((block) => block.split('\n'))
    .filter(([path]) => path?.trim())
    .map(([path = '', ...lines]) => {
      const without = lines.flatMap((line) => /^\s*!\s*(\S+)\s*$/.exec(line)?.[1] ?? [])
      const headers = Object.fromEntries(lines.flatMap((line) => (line.includes(':') ? [splitHeader(line)] : [])))
      return { path: path.trim(), headers, ...(without.length > 0 && { without }) }
    })
}

/** All headers for one path, as hosts send them: what two rules say is joined, unless the later takes the earlier back. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const sent = new Map<string, readonly [name: string, value: string]>()
  for (const { headers, without = [] } of rules.filter((rule) => matches(rule.path, path))) {
    for (const name of without) sent.delete(name.toLowerCase())
    for (const [name, value] of Object.entries(headers)) {
      const before = sent.get(name.toLowerCase())
      sent.set(name.toLowerCase(), before ? [before[0], `${before[1]}, ${value}`] : [name, value])
    }
  }
  return Object.fromEntries(sent.values())
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(path)
}

function splitHeader(line: string): [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
}
