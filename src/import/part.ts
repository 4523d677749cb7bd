/** A piece of an official document after its file format is gone: what every reader of this folder returns. */
export type Part =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] }

/**
 * One line with the spaces of layout removed: next to Chinese characters they come from justified or
 * extracted text (“到 2023 年底”), between Latin words they are kept.
 */
function tidy(text: string): string {
  const han = '[\\p{Script=Han}，。；：、！？（）〔〕《》“”‘’—…％]'
  return text
    .normalize('NFC')
    .replace(/[\s\u3000\u00a0\u200b\ufeff]+/g, ' ')
    .replace(new RegExp(`(?<=${han}) +| +(?=${han})`, 'gu'), '')
    .trim()
}

export function paragraph(text: string): Part[] {
  const line = tidy(text)
  return line === '' ? [] : [{ type: 'paragraph', text: line }]
}
