import { withoutEnd } from '../without-end.ts'

/** True where the double nearest to the digits is written with the same digits again. */
export function isDouble(digits: string): boolean {
  // Fifteen digits always fit (IEEE 754-2019 §5.12.2), and without an exponent the number is never too large.
  if (digits.length <= 15 && !/e/i.test(digits)) return true
  const value = Number(digits)
  return Number.isFinite(value) && significand(String(value)) === significand(digits)
}

/** Digits without sign, zeros at the ends and point, with the power of ten they stand for. */
function significand(text: string): string {
  const [mantissa = '', exponent = '0'] = text.replace(/^[+-]/, '').toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const all = `${whole}${fraction}`
  const trimmed = withoutEnd(all, '0')
  const power = Number(exponent) - fraction.length + (all.length - trimmed.length)
  const plain = trimmed.replace(/^0+/, '')
  return plain === '' ? '0' : `${plain}e${power}`
}
