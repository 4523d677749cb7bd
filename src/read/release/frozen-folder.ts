import type { Files, TableFile } from '../files.ts'

/** Where the files of a release stand, relative to the root. */
export function frozenFolder(dataset: string, version: string): string {
  return `data/${dataset}/releases/${version}/`
}

/** A larger file is compared by its checksum only. */
const longestText = 16 * 2 ** 20

/** The text of a frozen file; undefined where it is missing or too large to be held. */
export async function frozenText(files: Files, path: string): Promise<string | undefined> {
  const file = files.frozen.get(path)
  return file && file.bytes <= longestText ? (await bytesOf(file)).toString() : undefined
}

export async function bytesOf(file: TableFile): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of file.open()) chunks.push(chunk)
  return Buffer.concat(chunks)
}
