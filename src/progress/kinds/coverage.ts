import type { Case, Finding } from '../case.ts'
import { ratio } from './ratio.ts'

/** 全覆盖: a ratio; without a number in the text it is 100 %. */
export function coverage(c: Case): Finding {
  return ratio({ ...c, target: { ...c.target, value: c.target.value ?? 1, unit: c.target.unit ?? '比率' } })
}
