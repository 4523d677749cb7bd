import type { Bilingual } from '../model/lang.ts'

/** A piece of an official document after its file format is gone: what every reader of this folder returns. */
export type Part =
  | { readonly type: 'paragraph'; readonly text: string; readonly isTitle?: true }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] }

/**
 * What is not in the text as it stood in the file. `lost` kinds are left out of the Markdown, the others stand
 * there in another form.
 */
export const lostKinds = ['image', 'object', 'symbol', 'comment', 'deleted', 'margin', 'outside'] as const
export const changedKinds = ['merged', 'nested', 'note', 'box', 'numbers', 'invisible'] as const
export type FindingKind = (typeof lostKinds)[number] | (typeof changedKinds)[number]

export interface Finding {
  readonly kind: FindingKind
  /** Its words, or where it stood: the text before it. */
  readonly text: string
}

/** What a reader makes of a file. */
export interface Reading {
  readonly parts: readonly Part[]
  /** All text of the file in order, gathered without looking at its structure: what the Markdown is compared with. */
  readonly source: string
  readonly findings: readonly Finding[]
  /** What the file says about itself outside its text, by the name it uses, e.g. 索引号. */
  readonly fields: ReadonlyMap<string, string>
}

/** White space and what only sets the layout of a line. */
export const blank = /[\s\u00ad\u200b\u2060\ufeff]+/g

/**
 * One line with the spaces of layout removed: next to Chinese characters they come from justified or
 * extracted text (“到 2023 年底”), between Latin words and behind 第一条 they are kept.
 */
export function tidy(text: string): string {
  const han = '[\\p{Script=Han}，。；：、！？（）〔〕《》“”‘’—…％]'
  const line = text.replace(blank, ' ').trim()
  const head = /^第[一二三四五六七八九十百千零〇两\d]+[编章节条](?:之[一二三四五六七八九十]+)? /.exec(line)?.[0] ?? ''
  return head + line.slice(head.length).replace(new RegExp(`(?<=${han}) +| +(?=${han})`, 'gu'), '')
}

export function paragraph(text: string): Part[] {
  const line = tidy(text)
  return line === '' ? [] : [{ type: 'paragraph', text: line }]
}

/** The words of parts that must stand in one line, as in a cell. */
export function lineOf(parts: readonly Part[]): string {
  return parts.map((part) => (part.type === 'paragraph' ? part.text : part.rows.flat().join(' '))).join(' ')
}

/** The file is not a document that can be read; says why, in words. */
export class DocumentError extends Error {
  override name = 'DocumentError'
  readonly said: Bilingual

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(zh, options)
    this.said = { zh, en }
  }
}
