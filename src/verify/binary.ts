import { fileKinds } from '../publish/formats/catalogue.ts'

/** How files of a kind begin, and what stands in their last bytes, in Latin-1. */
const forms: Readonly<Record<string, { readonly head: string; readonly tail?: string }>> = {
  png: { head: '\x89PNG\r\n\x1a\n', tail: 'IEND\xaeB`\x82' },
  jpg: { head: '\xff\xd8\xff', tail: '\xff\xd9' },
  jpeg: { head: '\xff\xd8\xff', tail: '\xff\xd9' },
  gif: { head: 'GIF8' },
  webp: { head: 'RIFF' },
  pdf: { head: '%PDF-', tail: '%%EOF' },
  woff2: { head: 'wOF2' },
  wasm: { head: '\0asm' },
  zip: { head: 'PK\x03\x04', tail: 'PK\x05\x06' },
  xlsx: { head: 'PK\x03\x04', tail: 'PK\x05\x06' },
  parquet: { head: 'PAR1', tail: 'PAR1' },
}

/** So many bytes of both ends are enough to tell. */
export const endBytes = 64

/** Whether a file is what its ending says, by its two ends; what has no known form is. */
export function isOfKind(ending: string, head: string, tail: string): boolean {
  const form = forms[ending]
  return !form || (head.startsWith(form.head) && tail.includes(form.tail ?? ''))
}

/** Kinds of files that are text in UTF-8. */
export const textKinds: ReadonlySet<string> = new Set([
  ...['html', 'css', 'js'],
  ...Object.entries(fileKinds).flatMap(([ending, { text }]) => (text ? [ending] : [])),
  ...['webmanifest', ''],
])
