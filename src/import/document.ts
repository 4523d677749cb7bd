import { decodeText } from './decode.ts'
import { readDocx } from './docx.ts'
import { charsetOf, readHtml } from './html.ts'
import type { Reading } from './part.ts'
import { DocumentError } from './part.ts'
import { readPlainText } from './plain-text.ts'

/** A document by the ending of its file; undefined for formats that are not read. Throws a `DocumentError`. */
export function readDocument(bytes: Uint8Array, extension: string): Reading | undefined {
  const read = readers[extension.toLowerCase()]
  if (!read) return undefined
  if (bytes.length === 0) throw new DocumentError('文件是空的', 'the file is empty')
  try {
    return withInvisible(read(bytes))
  } catch (error) {
    // The stack of a program is finite, the nesting of a file made to break it is not.
    if (error instanceof RangeError)
      throw new DocumentError('嵌套太深或太大，读不了', 'nested too deeply, or too large', { cause: error })
    throw error
  }
}

/** Characters nobody sees break words for search and are dropped; their number is told. */
function withInvisible(reading: Reading): Reading {
  const found = reading.source.match(/[\u00ad\u200b\u2060\ufeff]/g)?.length ?? 0
  if (found === 0) return reading
  return { ...reading, findings: [...reading.findings, { kind: 'invisible', text: String(found) }] }
}

const readers: Readonly<Record<string, (bytes: Uint8Array) => Reading>> = {
  '.docx': (bytes) => {
    const found = contentOf(bytes)
    if (found === 'zip') return readDocx(bytes)
    if (found === 'ole') {
      throw new DocumentError(
        '是旧式 .doc 或加了密码的文件；请用 Word 或 WPS 打开，另存为 .docx',
        'an old .doc or a file with a password; open it with Word or WPS and save it as .docx',
      )
    }
    throw notA('.docx', found)
  },
  '.html': html,
  '.htm': html,
  '.txt': (bytes) => {
    const text = plain(bytes, '.txt')
    if (looksLikeHtml(text)) {
      throw new DocumentError(
        '内容是网页；请把文件名的结尾改成 .html',
        'it holds a web page; let its name end in .html',
      )
    }
    return readPlainText(text)
  },
  '.md': (bytes) => readPlainText(plain(bytes, '.md')),
}

function html(bytes: Uint8Array): Reading {
  const text = plain(bytes, '.html', charsetOf(bytes))
  if (/^\s*(?:From|MIME-Version|Content-Type|Subject):/i.test(text)) {
    throw new DocumentError(
      '是单个文件网页（.mht）；请在浏览器里另存为“网页，仅 HTML”',
      'a page in one file (.mht); save it in the browser as “web page, HTML only”',
    )
  }
  if (!/<[a-z!/]/i.test(text)) {
    throw new DocumentError(
      '不是网页，没有 HTML 标签；纯文本请把文件名的结尾改成 .txt',
      'no web page, it has no tags; let the name of a plain text end in .txt',
    )
  }
  return readHtml(text)
}

function plain(bytes: Uint8Array, ending: string, named?: string): string {
  const found = contentOf(bytes)
  if (found) throw notA(ending, found)
  return decodeText(bytes, named)
}

function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b/i.test(text)
}

function notA(ending: string, found: keyof typeof names | undefined): DocumentError {
  const [zh, en] = found ? names[found] : ['别的格式', 'of another kind']
  return new DocumentError(`不是 ${ending} 文件，内容是${zh}`, `not a ${ending} file: its content is ${en}`)
}

const names = {
  zip: ['压缩包（.docx、.xlsx、.zip 等）', 'an archive (.docx, .xlsx, .zip …)'],
  ole: ['旧式 Office 文件（.doc、.xls）', 'an old Office file (.doc, .xls)'],
  pdf: [' PDF', 'PDF'],
  rtf: [' RTF', 'RTF'],
  picture: ['图片', 'a picture'],
} as const

/** What the first bytes say, for formats that are no text. */
function contentOf(bytes: Uint8Array): keyof typeof names | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'ole'
  if (head.startsWith('%PDF-')) return 'pdf'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|BM)/.test(head) && !/^BM[\t -~]{6}/.test(head)) return 'picture'
  return undefined
}
