import { tooLarge, tooManyDigits } from '../../issues/num.ts'
import { decimalComma, fullWidthNumber, thousandsSeparator, unitInNumber } from '../../issues/tbl.ts'
import type { TableField } from '../../model/data/dataset.ts'
import { issue } from '../../model/issue.ts'
import { chinesePowers } from '../../model/number/chinese-powers.ts'
import { shiftDecimal } from '../../model/number/decimal.ts'
import { isDouble } from '../../model/number/exact-double.ts'
import { plainDigits } from '../../model/number/plain-digits.ts'
import type { CellFault } from './cell-fault.ts'

const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
const plainInteger = /^[+-]?\d+$/

/**
 * Reads a number as the field says it is written. NaN and INF are numbers to the standard, but no figure to publish:
 * `isHouse` refuses them, and numbers that would not be printed back as they were written.
 */
export function numberReader(field: TableField, isHouse: boolean): (text: string) => number | undefined {
  const plain = plainReader(field)
  const isHeld = isHouse ? isDouble : (digits: string) => Number.isFinite(Number(digits))
  return (text) => {
    const digits = plain(text)
    if (digits !== undefined) return isHeld(digits) ? Number(digits) : undefined
    return field.type === 'integer' || isHouse ? undefined : special(text)
  }
}

/** NUM-013 or NUM-014 where a text is a number in the form of its field, and no double holds it. */
export function sizeFault(field: TableField, column: string, found: string): (text: string) => CellFault | undefined {
  const plain = plainReader(field)
  return (text) => {
    const digits = plain(text)
    if (digits === undefined || isDouble(digits)) return undefined
    const value = Number(digits)
    const isOut = !Number.isFinite(value) || (value === 0 && /[1-9]/.test(digits.replace(/e.*/i, '')))
    if (isOut) return (at) => issue(tooLarge, at, { column, found, what: value === 0 ? 'small' : 'large' })
    return (at) => issue(tooManyDigits, at, { column, found, held: String(value) })
  }
}

/** The digits of a number without what the field puts around them (`decimalChar`, `groupChar`, `bareNumber`). */
export function plainReader(field: TableField): (text: string) => string | undefined {
  const form = field.type === 'integer' ? plainInteger : plainNumber
  const { decimalChar = '.', groupChar = '', bareNumber = true } = field
  const isPlain = (decimalChar === '.' || field.type === 'integer') && groupChar === '' && bareNumber
  const read = (text: string) => (form.test(text) ? text : undefined)
  if (isPlain) return read
  return (text) => {
    let bare = bareNumber ? text : stripped(text, decimalChar)
    if (groupChar !== '') bare = bare.replaceAll(groupChar, '')
    if (decimalChar !== '.' && field.type === 'number') {
      if (bare.includes('.')) return undefined
      bare = bare.replace(decimalChar, () => '.')
    }
    return read(bare)
  }
}

function special(text: string): number | undefined {
  switch (text.toUpperCase()) {
    case 'NAN':
      return Number.NaN
    case 'INF':
    case '+INF':
      return Number.POSITIVE_INFINITY
    case '-INF':
      return Number.NEGATIVE_INFINITY
    default:
      return undefined
  }
}

/** Without the words around the number, as in `€ 95%`. */
function stripped(text: string, decimalChar: string): string {
  const begins = (sign: string) => /[\d+-]/.test(sign) || sign === decimalChar
  let start = 0
  while (start < text.length && !begins(text[start] ?? '')) start++
  return text.slice(start).replace(/\D+$/, '')
}

/** Says in which way a text is no number, with the number that was probably meant. `found` is the text for people. */
export function numberFault(text: string, column: string, found: string): CellFault | undefined {
  if (text !== text.trim()) return undefined
  const plain = plainDigits(text).replaceAll('，', ',')
  const ungrouped = plain.replace(/[,\s'’](?=\d{3})/g, '')
  if (plain !== text && plainNumber.test(ungrouped)) {
    return (at) => issue(fullWidthNumber, at, { column, found, suggestion: ungrouped })
  }
  if (/^[+-]?\d{1,3}(?:[,\s'’]\d{3})+(?:\.\d+)?$/.test(plain)) {
    return (at) => issue(thousandsSeparator, at, { column, found, suggestion: ungrouped })
  }
  const point = /^([+-]?\d+),(\d+)$/.exec(plain)
  if (point) return (at) => issue(decimalComma, at, { column, found, suggestion: `${point[1]}.${point[2]}` })
  const scaled =
    /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(万亿|千万|百万|十万|亿|万|千|百|%|‰)?\s*\p{Script=Han}{0,6}$/u.exec(ungrouped)
  // A plain number is in the wrong place for another reason: a fraction among whole numbers.
  if (scaled?.[1] && scaled[1] !== ungrouped && text.length <= 60) {
    const power = scales[scaled[2] ?? ''] ?? 0
    const suggestion = String(shiftDecimal(scaled[1], power))
    return (at) => issue(unitInNumber, at, { column, found, suggestion })
  }
  return undefined
}

const scales: Readonly<Record<string, number>> = { ...chinesePowers, '%': -2, '‰': -3 }
