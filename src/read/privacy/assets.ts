import { fileMetadata } from '../../issues/pii.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { TableFile } from '../files.ts'
import { metadataFields } from './file-metadata.ts'

const looked = /\.(?:jpe?g|png|webp|tiff?|heic|heif|avif|gif|svg|pdf)$/i

/** Larger files are films and archives, not pictures of a page. */
const maxBytes = 64 * 1024 * 1024

/** PII-015: pictures and papers in `public/` that say where or by whom they were made. */
export async function scanAssets(assets: ReadonlyMap<string, TableFile>): Promise<Issue[]> {
  const issues: Issue[] = []
  for (const file of assets.values()) {
    if (!looked.test(file.path) || file.bytes > maxBytes) continue
    for (const field of metadataFields(await bytesOf(file)))
      issues.push(issue(fileMetadata, { file: file.path, line: 1, column: 1 }, { field }))
  }
  return issues
}

async function bytesOf(file: TableFile): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of file.open()) parts.push(part)
  return Buffer.concat(parts)
}
