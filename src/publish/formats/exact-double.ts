/** True where the double nearest to the digits is written with the same digits again. */
export function isDouble(digits: string): boolean {
  const value = Number(digits)
  return Number.isFinite(value) && significand(String(value)) === significand(digits)
}

/** Digits without sign, zeros at the ends and point, with the power of ten they stand for. */
function significand(text: string): string {
  const [mantissa = '', exponent = '0'] = text.replace('-', '').toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const all = `${whole}${fraction}`
  const trimmed = all.replace(/0+$/, '')
  const power = Number(exponent) - fraction.length + (all.length - trimmed.length)
  const plain = trimmed.replace(/^0+/, '')
  return plain === '' ? '0' : `${plain}e${power}`
}
