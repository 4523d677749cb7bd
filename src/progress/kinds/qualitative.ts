import type { Case, Finding } from '../case.ts'
import { unquantified } from './unquantified.ts'

/** 定性: words only, never coloured. */
export function qualitative(c: Case): Finding {
  return unquantified(c, 'words-only')
}
