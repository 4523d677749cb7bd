import type { Case, Finding } from '../case.ts'
import { threshold } from './standing.ts'

/** 位次: a threshold where lower numbers are better. */
export function rank(c: Case): Finding {
  return threshold(c)
}
