import { createHash } from 'node:crypto'
import { csvCell } from '../../model/data/csv-cell.ts'
import type { Bilingual } from '../../model/lang.ts'
import { csvScanner } from '../csv/csv.ts'
import { detectEncoding, encodingNames, textDecoder } from '../csv/encoding.ts'
import type { TableFile } from '../files.ts'
import { bytesOf } from './frozen-folder.ts'

/** A larger file is not tried in other forms. */
const longest = 16 * 2 ** 20

/**
 * What a program did to a file that holds the same text as when it had the checksum `sha256`: encoding, byte order mark,
 * line ends, the end of the last line, quotes of a CSV. Undefined where the text itself is another.
 */
export async function savedAgain(file: TableFile, sha256: string): Promise<Bilingual | undefined> {
  if (file.bytes > longest) return undefined
  const encoding = await detectEncoding(() => file.open())
  if (encoding === 'broken' || encoding === 'xlsx' || encoding === 'binary') return undefined
  const text = textDecoder(encoding).decode(await bytesOf(file))
  const now = formOf(text)
  const plain = plainOf(text)
  const quoted = file.path.endsWith('.csv') ? [plain, withFewestQuotes(plain)] : [plain]
  for (const body of new Set(quoted)) {
    for (const form of forms) {
      if (sumOf(written(body, form)) === sha256) return words(form, now, encoding, body !== plain)
    }
  }
  return undefined
}

/** How a text is written, whatever it says. */
interface Form {
  readonly mark: boolean
  readonly crlf: boolean
  readonly ended: boolean
}

const forms: readonly Form[] = [false, true].flatMap((mark) =>
  [false, true].flatMap((crlf) => [true, false].map((ended) => ({ mark, crlf, ended }))),
)

function formOf(text: string): Form {
  return { mark: text.startsWith('\ufeff'), crlf: text.includes('\r\n'), ended: text.endsWith('\n') }
}

function plainOf(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replace(/\n$/, '')
}

function written(plain: string, { mark, crlf, ended }: Form): string {
  const text = ended ? `${plain}\n` : plain
  return (mark ? '\ufeff' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text)
}

/** The records of a CSV with quotes only where RFC 4180 needs them. */
function withFewestQuotes(csv: string): string {
  const lines: string[] = []
  const scanner = csvScanner({
    record: (cells) => void lines.push(cells.map(csvCell).join(',')),
    fault() {},
  })
  scanner.write(csv)
  scanner.end()
  return lines.join('\n')
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function words(was: Form, is: Form, encoding: keyof typeof encodingNames, requoted: boolean): Bilingual {
  const all: Bilingual[] = []
  const add = (zh: string, en: string) => all.push({ zh, en })
  const name = encodingNames[encoding]
  if (encoding !== 'utf-8') add(`编码由 UTF-8 变成了 ${name}`, `the encoding went from UTF-8 to ${name}`)
  if (was.mark !== is.mark && encoding === 'utf-8')
    add(is.mark ? '开头多了 BOM' : '开头少了 BOM', is.mark ? 'a BOM was added' : 'the BOM is gone')
  if (was.crlf !== is.crlf) {
    const [from, to] = was.crlf ? ['CRLF', 'LF'] : ['LF', 'CRLF']
    add(`换行由 ${from} 变成了 ${to}`, `line ends went from ${from} to ${to}`)
  }
  if (was.ended !== is.ended)
    add(
      is.ended ? '末尾多了换行' : '末尾少了换行',
      is.ended ? 'a line end was added at the end' : 'the last line end is gone',
    )
  if (requoted) add('单元格多了引号', 'cells got quotes')
  return { zh: `只是${all.map(({ zh }) => zh).join('、')}`, en: all.map(({ en }) => en).join(', ') }
}
