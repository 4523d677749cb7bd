import type { TableField } from '../model/dataset.ts'

/** A number written without what does not change it, so that `1`, `01` and `1.0` are one key; other texts as they are. */
export function plainNumberKey(text: string, { type, decimalChar = '.', groupChar = '' }: TableField): string {
  if ((type !== 'number' && type !== 'integer') || decimalChar !== '.' || groupChar !== '') return text
  const parts = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text)
  if (!parts || !/\d/.test(text)) return text
  const [, sign, whole, fraction] = parts
  const digits = `${whole || '0'}${fraction ? `.${fraction}` : ''}`
  return sign === '-' && digits !== '0' ? `-${digits}` : digits
}
