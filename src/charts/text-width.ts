/** Size of all text in charts, in px; charts are drawn in two widths so that it never scales. */
export const fontSize = 14

/** From one baseline to the next. */
export const lineHeight = 18

/**
 * Width of a line of text in px, on the safe side: no system font we use is wider. Han characters, kana and
 * full-width forms take one em, digits (tabular) 0.6, capitals 0.75, other Latin 0.6, thin signs 0.35. The space the
 * browser puts between Han characters and digits or letters (`text-autospace`) is an eighth of an em.
 */
export function textWidth(text: string, size: number = fontSize): number {
  let em = 0
  for (const char of text) em += widthOf(char)
  const turns = text.match(/(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=\p{Script=Han})/gu)
  return (em + (turns?.length ?? 0) / 8) * size
}

function widthOf(char: string): number {
  if (/[0-9]/.test(char)) return 0.6
  if (/[A-Z%@&]/.test(char)) return char === '%' || char === '@' ? 0.95 : 0.75
  if (/[mwMW]/.test(char)) return 0.95
  if (/[ilj.,:;'|!() ]/.test(char)) return 0.35
  return /[\u0021-\u024f]/.test(char) ? 0.6 : 1
}

/** The text in lines no wider than `width`; breaks after punctuation or between Han characters, never in a number. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const piece of piecesOf(text)) {
    if (current && textWidth(current + piece.trimEnd()) > width) {
      lines.push(current.trimEnd())
      current = piece.trimStart()
    } else current += piece
  }
  if (current.trim()) lines.push(current.trimEnd())
  return lines
}

/** The text in as few lines as fit, all about equally long. */
export function balanceText(text: string, width: number): string[] {
  const count = wrapText(text, width).length
  for (let share = textWidth(text) / count; share < width; share += fontSize / 2) {
    const lines = wrapText(text, share)
    if (lines.length <= count) return lines
  }
  return wrapText(text, width)
}

/** Runs that stay whole: words and numbers, single Han characters together with closing punctuation. */
function piecesOf(text: string): string[] {
  return text.match(/[（“《〔]*(?:[A-Za-z0-9.,%≥≤＞＜ −—-]+|.)[，。、；：）”》〕]*/gsu) ?? []
}
