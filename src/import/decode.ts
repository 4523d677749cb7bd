import { encodingOfHead } from '../read/csv/encoding.ts'
import { DocumentError } from './part.ts'

/**
 * Bytes of a text or a page as text: by a byte order mark, as UTF-8, by the name a page gives, as GB18030 (which
 * holds GBK and GB2312). What fits none of them exactly, or would give characters no Chinese document has, is refused.
 */
export function decodeText(bytes: Uint8Array, named?: string): string {
  const head = encodingOfHead(bytes)
  if (head === 'utf-16le' || head === 'utf-16be') return clean(decode(bytes, head) ?? refuse())
  const unicode = decode(bytes, 'utf-8')
  if (unicode !== undefined) return clean(unicode)
  if (isMostlyUtf8(bytes)) {
    throw new DocumentError(
      '文字是 UTF-8，但有些字节坏了；请向来源重新取一份',
      'the text is UTF-8 with damaged bytes; get the file from its source again',
    )
  }
  const label = named?.toLowerCase() ?? ''
  // Names of Western encodings fit any bytes and are what editors leave in by default.
  if (label !== '' && !/^(?:utf|gb|iso-8859|windows-125|us-ascii|latin)/.test(label)) {
    return clean(decode(bytes, label) ?? refuse())
  }
  const chinese = decode(bytes, 'gb18030')
  if (chinese === undefined || (label === '' && isUnusual(bytes))) return refuse()
  return clean(chinese)
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function refuse(): never {
  throw new DocumentError(
    '看不出文字的编码（不是 UTF-8、UTF-16、GBK、GB18030）；请另存为 UTF-8 文本',
    'the encoding cannot be told (not UTF-8, UTF-16, GBK, GB18030); save the file as UTF-8',
  )
}

/** Control characters, halves of characters and private codes of GB18030 say that the guess was wrong. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const wrong = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ufffe\uffff]/.exec(text)
  if (wrong) {
    throw new DocumentError(
      '文件里有文本不会有的字节：不是文本，或编码与写明的不同',
      'the file has bytes that no text has: it is no text, or its encoding is not the one it names',
    )
  }
  return text
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = text.split('\ufffd').length - 1
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII
  const good = text.replace(/[\u0000-\u007f\ufffd]/g, '').length
  return good > 2 * bad
}

/**
 * Text in another encoding often decodes as GBK, to rare characters. In simplified text nearly all lie in the part
 * of GBK that GB2312 had: both bytes from A1.
 */
function isUnusual(bytes: Uint8Array): boolean {
  let [pairs, rare] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x81) continue
    const trail = bytes[++at] ?? 0
    pairs++
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1) rare++
  }
  return rare > pairs * 0.2
}
