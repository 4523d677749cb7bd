import type { Part, Reading } from './part.ts'
import { paragraph, tidy } from './part.ts'

/**
 * One paragraph a line; lines that a page break has cut in two are joined again. Marks of Markdown headings and
 * comments are dropped: collections of statutes come with them. `# ` marks the title.
 */
export function readPlainText(text: string): Reading {
  const remarks = [...text.matchAll(/<!--([\s\S]*?)-->/g)].map(([, words = '']) => tidy(words))
  const lines = text.replace(/<!--[\s\S]*?-->/g, '').split(/\r\n?|[\n\f\v]/)
  const parts = lines.flatMap((line) => {
    const marks = /^#{1,6}(?=\s)/.exec(line)?.[0] ?? ''
    const found = paragraph(line.slice(marks.length))
    return marks === '#' ? found.map((part) => ({ ...part, isTitle: true }) as Part) : found
  })
  const source = lines.map((line) => line.replace(/^#{1,6}(?=\s)/, '')).join('\n')
  const findings = remarks.filter((one) => one !== '').map((one) => ({ kind: 'comment' as const, text: one }))
  return { parts: joinBroken(parts), source, findings, fields: new Map() }
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
