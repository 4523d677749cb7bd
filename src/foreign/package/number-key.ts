import type { TableField } from '../../model/data/dataset.ts'
import { withoutEnd } from '../../model/without-end.ts'

/** A number written without what does not change it, so that `1`, `01` and `1.0` are one key; other texts as they are. */
export function plainNumberKey(text: string, { type, decimalChar = '.', groupChar = '' }: TableField): string {
  if ((type !== 'number' && type !== 'integer') || decimalChar !== '.' || groupChar !== '') return text
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!parts || !/\d/.test(text)) return text
  const [, sign, whole = '', ends = ''] = parts
  const fraction = withoutEnd(ends, '0')
  const digits = `${whole.replace(/^0+/, '') || '0'}${fraction ? `.${fraction}` : ''}`
  return sign === '-' && digits !== '0' ? `-${digits}` : digits
}
