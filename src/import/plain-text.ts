import { type Part, paragraph } from './part.ts'

/** Text files as officials save them: UTF-8 with or without a mark, UTF-16 with one, or GBK (read as GB18030). */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: in this country that is GBK or its superset.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/**
 * One paragraph a line; lines that a page break has cut in two are joined again. Marks of Markdown headings and
 * comments are dropped: collections of statutes come with them.
 */
export function readPlainText(text: string): Part[] {
  const lines = text.replace(/<!--[\s\S]*?-->/g, '').split(/\r\n?|\n/)
  return joinBroken(lines.flatMap((line) => paragraph(line.replace(/^#{1,6}\s+/, ''))))
}

const ended = /[。！？；：…」』）)”]$/
const starts =
  /^(?:第[一二三四五六七八九十百零〇\d]+[编章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|\d{4}年|附件)/

/** A line of running text without an end and a next line without a beginning belong together. */
function joinBroken(parts: readonly Part[]): Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const broken =
      last?.type === 'paragraph' && last.text.length >= 30 && /[，。]/.test(last.text) && !ended.test(last.text)
    if (broken && part.type === 'paragraph' && !starts.test(part.text)) {
      joined[joined.length - 1] = { type: 'paragraph', text: last.text + part.text }
    } else {
      joined.push(part)
    }
  }
  return joined
}
