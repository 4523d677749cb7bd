import { readDocx } from './docx.ts'
import { decodeHtml, readHtml } from './html.ts'
import type { Part } from './part.ts'
import { decodeText, readPlainText } from './plain-text.ts'

/** The parts of a document by the ending of its file; undefined for formats that are not read. */
export function readDocument(bytes: Uint8Array, extension: string): Part[] | undefined {
  switch (extension.toLowerCase()) {
    case '.docx':
      return readDocx(bytes)
    case '.html':
    case '.htm':
      return readHtml(decodeHtml(bytes, decodeText))
    case '.txt':
    case '.md':
      return readPlainText(decodeText(bytes))
    default:
      return undefined
  }
}
