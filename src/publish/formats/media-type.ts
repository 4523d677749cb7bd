import { fileKinds } from './catalogue.ts'

const types = new Map<string, string>(Object.entries(fileKinds).map(([ending, { type }]) => [ending, type]))

/** The media type of a published file, by its ending. */
export function mediaTypeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name === 'SHA256SUMS') return fileKinds.txt.type
  return types.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'application/octet-stream'
}
