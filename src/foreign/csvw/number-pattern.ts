/** Characters that mark decimals and groups of digits; `group` may be none. */
export interface NumberMarks {
  readonly decimal: string
  readonly group: string | undefined
}

/** No number of a table is written with more signs than this; longer patterns would only cost time. */
const maxLength = 100

/**
 * The form that a number format pattern allows (UAX #35, the part that CSVW requires: `0 # E + - % ‰` and the two
 * marks), as a regular expression over the whole text; nothing when the pattern is not one.
 * `#,##0.00` allows `1,234.50`; grouping is compulsory where the pattern groups.
 */
export function numberForm(pattern: string, marks: NumberMarks): RegExp | undefined {
  if (pattern.length > maxLength) return undefined
  const decimal = literal(marks.decimal)
  const group = marks.group ?? (marks.decimal === ',' ? '.' : ',')
  const shape = new RegExp(
    `^([%‰]?)([+-]?)([%‰]?)((?:[#0]|${literal(group)})*)(?:${decimal}((?:[#0]|${literal(group)})*))?(?:E(\\+?)(#*0*))?([%‰]?)$`,
  ).exec(pattern)
  if (!shape) return undefined
  const [, before = '', sign, after = '', integer = '', fraction, plus, exponent, last = ''] = shape
  const affixes = [before, after, last].filter((one) => one !== '')
  if (integer + (fraction ?? '') === '' || exponent === '' || affixes.length > 1) return undefined
  const whole = integerForm(integer, group)
  const part = fraction === undefined ? '' : fractionForm(fraction, group, decimal)
  if (whole === undefined || part === undefined) return undefined
  const signForm = sign ? '[+-]' : '[+-]?'
  const exponentForm =
    exponent === undefined ? '' : `E${plus ? '[+-]' : '-?'}\\d{${Math.max(1, exponent.replaceAll('#', '').length)},}`
  return new RegExp(`^${literal(before)}${signForm}${literal(after)}${whole}${part}${exponentForm}${literal(last)}$`)
}

/** Digits before the point: at least as many as there are zeros, in groups as the pattern has them. */
function integerForm(pattern: string, group: string): string | undefined {
  const parts = pattern.split(group)
  const digits = parts.join('')
  if (!/^#*0*$/.test(digits)) return undefined
  const least = digits.replaceAll('#', '').length
  if (parts.length === 1) return `\\d{${least},}`
  const primary = parts.at(-1)?.length ?? 0
  const secondary = parts.length > 2 ? (parts.at(-2)?.length ?? 0) : primary
  if (primary === 0 || secondary === 0) return undefined
  const mark = literal(group)
  // Counted from the point: short of one group no mark, then the last group, then others of the second size.
  const grouped = `\\d{1,${secondary}}(?:${mark}\\d{${secondary}})*${mark}\\d{${primary}}|\\d{${least > 0 ? 1 : 0},${primary}}`
  return `(?=(?:${mark}?\\d){${least},}(?!${mark}?\\d))(?:${grouped})`
}

/** Digits behind the point: between the zeros and all places of the pattern, in groups from the point on. */
function fractionForm(pattern: string, group: string, decimal: string): string | undefined {
  const parts = pattern.split(group)
  const digits = parts.join('')
  if (!/^0*#*$/.test(digits)) return undefined
  const least = digits.replaceAll('#', '').length
  const most = digits.length
  if (most === 0) return undefined
  const size = parts.length > 1 ? (parts[0]?.length ?? 0) : most
  if (size === 0 || parts.slice(1, -1).some((one) => one.length !== size) || (parts.at(-1)?.length ?? 0) > size) {
    return undefined
  }
  const mark = literal(group)
  const forms: string[] = []
  for (let count = Math.max(least, 1); count <= most; count++) {
    const full = Math.floor(count / size)
    const rest = count % size
    const blocks = [...Array<string>(full).fill(`\\d{${size}}`), ...(rest > 0 ? [`\\d{${rest}}`] : [])]
    forms.push(blocks.join(mark))
  }
  const form = `${decimal}(?:${forms.join('|')})`
  return least === 0 ? `(?:${form})?` : form
}

/** A text as a regular expression that finds just it. */
export function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
