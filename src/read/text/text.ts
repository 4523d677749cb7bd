import { notText } from '../../issues/txt.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'

/** Bytes of a prose file → text without BOM. Anything but clean UTF-8 is an issue, never garbage on a page. */
export function decodeText(bytes: Uint8Array, at: Place): { text?: string; issues: Issue[] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { issues: [issue(notText, at, { what: 'encoding', encoding: 'UTF-16LE' })] }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { issues: [issue(notText, at, { what: 'encoding', encoding: 'UTF-16BE' })] }
  const text = decode(bytes, 'utf-8')
  if (text === undefined) {
    if (bytes.includes(0)) return { issues: [issue(notText, at, { what: 'binary' })] }
    const isChinese = decode(bytes, 'gb18030') !== undefined
    return {
      issues: [issue(notText, at, isChinese ? { what: 'encoding', encoding: 'GBK/GB18030' } : { what: 'binary' })],
    }
  }
  const nul = text.indexOf('\u0000')
  if (nul === -1) return { text, issues: [] }
  const before = text.slice(0, nul)
  const place = { ...at, line: before.split('\n').length, column: nul - before.lastIndexOf('\n') }
  return { issues: [issue(notText, place, { what: 'nul' })] }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
