import { encodingDiffers, undeclaredEncoding } from '../../issues/pkg.ts'
import { byteOrderMark } from '../../issues/tbl.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { detectEncoding, encodingNames, placeOfBadByte } from '../../read/csv/encoding.ts'
import type { StoredFile } from './stored-file.ts'

/** How to read a file as text, and what is wrong with the way it is encoded. */
interface FoundEncoding {
  /** A label of TextDecoder; absent where the file is no text. */
  readonly label?: string
  readonly issues: readonly Issue[]
}

const unicode: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf8sig: 'utf-8',
  utf8bom: 'utf-8',
  ascii: 'utf-8',
  usascii: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  // What calls itself GB2312 is GBK in practice.
  gb2312: 'gbk',
  cp936: 'gbk',
}

/** Recognises the encoding of a file by its content and compares it with the declared one. */
export async function encodingOf(file: StoredFile, declared: string | undefined): Promise<FoundEncoding> {
  const start = { file: file.path, line: 1, column: 1 }
  const wanted = declared === undefined ? undefined : labelOf(declared)
  const isOwn = wanted === undefined || ['utf-8', 'gbk', 'gb18030', 'utf-16le', 'utf-16be'].includes(wanted)
  if (!isOwn) return (await decodes(file, wanted)) ? { label: wanted, issues: [] } : wrong(file, start, declared ?? '')
  const found = await detectEncoding(() => file.content())
  if (found === 'xlsx' || found === 'binary') return wrong(file, start, declared ?? 'UTF-8')
  if (found === 'broken') {
    const at = { ...start, ...(await placeOfBadByte(() => file.content())) }
    return { ...wrong(file, at, declared ?? 'UTF-8'), label: 'utf-8' }
  }
  const name = encodingNames[found]
  if (found === 'utf-8') {
    // ASCII is the same in every encoding of the family.
    const isSame = wanted === undefined || wanted === 'utf-8' || (await isAscii(file))
    const issues = isSame
      ? []
      : [issue(encodingDiffers, start, { path: file.path, found: name, declared: declared ?? '' })]
    return {
      label: found,
      issues: (await hasMark(file)) ? [...issues, issue(byteOrderMark, start, { none: true })] : issues,
    }
  }
  if (wanted === undefined)
    return { label: found, issues: [issue(undeclaredEncoding, start, { path: file.path, found: name })] }
  const family = (label: string) => (label.startsWith('gb') ? 'gb' : label.slice(0, 6))
  if (family(wanted) === family(found)) return { label: found, issues: [] }
  return {
    label: found,
    issues: [issue(encodingDiffers, start, { path: file.path, found: name, declared: declared ?? '' })],
  }
}

/** The text of a file, chunk by chunk, without a byte order mark. Bytes that do not fit become U+FFFD. */
export async function* textOf(file: StoredFile, label: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(label)
  for await (const chunk of file.content()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

function labelOf(declared: string): string {
  const plain = declared.toLowerCase().replace(/[-_\s]/g, '')
  const own = unicode[plain]
  if (own !== undefined) return own
  try {
    return new TextDecoder(declared).encoding
  } catch {
    return declared
  }
}

async function decodes(file: StoredFile, label: string): Promise<boolean> {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    for await (const chunk of file.content()) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return false
    throw error
  }
}

async function isAscii(file: StoredFile): Promise<boolean> {
  for await (const chunk of file.content()) if (chunk.some((byte) => byte > 0x7f)) return false
  return true
}

async function hasMark(file: StoredFile): Promise<boolean> {
  for await (const [a, b, c] of file.content()) return a === 0xef && b === 0xbb && c === 0xbf
  return false
}

function wrong(file: StoredFile, at: Place, declared: string): FoundEncoding {
  return { issues: [issue(encodingDiffers, at, { path: file.path, found: '', declared })] }
}
