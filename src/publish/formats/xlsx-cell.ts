import { escapeAttribute } from '../../model/markup.ts'
import { isDouble } from '../../model/number/exact-double.ts'
import { dayNumber } from './day-number.ts'
import type { ColumnKind, TypedColumn } from './typed-column.ts'
import { styleOf } from './xlsx-style.ts'

/** Excel takes no longer text in a cell (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3). */
const longestText = 32_767
const cutMark = '…（过长，全文见 CSV）'

/** The letters of a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + (index % 26))
}

/** A cell of text, `ref` like `B3`; Excel leaves it as it is, digits and all. */
export function textCell(ref: string, text: string, style: number): string {
  if (text === '') return `<c r="${ref}" s="${style}"/>`
  const fitting =
    text.length > longestText
      ? text.slice(0, longestText - cutMark.length).replace(/[\ud800-\udbff]$/, '') + cutMark
      : text
  const space = /^\s|\s$|\n/.test(fitting) ? ' xml:space="preserve"' : ''
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t${space}>${xlsxText(fitting)}</t></is></c>`
}

/**
 * How the cells of a column stand in a workbook. Numbers are numbers, shown with the decimals they have in the table;
 * a number with more digits than a double holds is text, as are codes, missing values in words, moments and all that
 * Excel would change. Days are true dates from 1900-03-01 on; Excel counts earlier ones wrongly.
 */
export function cellWriter({ kind, isMissing, digits, truth }: TypedColumn): (ref: string, text: string) => string {
  const asText = (ref: string, text: string) => (text === '' ? '' : textCell(ref, text, styleOf.text))
  const typed = typedCell(kind, { digits, truth })
  return (ref, text) => (isMissing(text) ? asText(ref, text) : (typed(ref, text) ?? asText(ref, text)))
}

function typedCell(
  kind: ColumnKind,
  { digits, truth }: Pick<TypedColumn, 'digits' | 'truth'>,
): (ref: string, text: string) => string | undefined {
  switch (kind) {
    case 'number':
    case 'integer':
    case 'year':
      return (ref, text) => {
        const number = digits(text)
        return number !== undefined && isExact(number) ? valueCell(ref, number, numberStyle(number)) : undefined
      }
    case 'boolean':
      return (ref, text) => {
        const value = truth(text)
        return value === undefined ? undefined : `<c r="${ref}" t="b"><v>${value ? 1 : 0}</v></c>`
      }
    case 'date':
      return (ref, text) => {
        const day = dayNumber(text)
        return day === undefined || day < firstSoundDay ? undefined : valueCell(ref, String(day + 25_569), styleOf.date)
      }
    case 'datetime':
    case 'text':
      return () => undefined
  }
}

const firstSoundDay = -25_508 // 1900-03-01

function valueCell(ref: string, value: string, style: number): string {
  return `<c r="${ref}" s="${style}"><v>${value}</v></c>`
}

/** Excel shows 15 digits: a longer whole number would look like another, a longer fraction only loses its end on screen. */
function isExact(digits: string): boolean {
  return digits.replace(/[eE].*$|\D/g, '').replace(/^0+/, '').length <= 15 || (digits.includes('.') && isDouble(digits))
}

function numberStyle(digits: string): number {
  if (/[eE]/.test(digits)) return styleOf.plain
  const point = digits.indexOf('.')
  return styleOf.decimals(point < 0 ? 0 : digits.length - point - 1)
}

/** XML cannot carry control characters and would turn CR into LF; workbooks write them as `_x000D_` (ECMA-376 §22.9.2.19). */
function xlsxText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML lacks.
  const special = /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g
  const escaped = text.replace(
    special,
    (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
  return escapeAttribute(escaped)
}
