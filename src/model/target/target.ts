import type { Place } from '../issue.ts'

/** 目标类型, each with its own progress rule (open-data §7.3). */
export const targetKinds = [
  'level',
  'cumulative',
  'yearly',
  'rate',
  'ratio',
  'threshold',
  'range',
  'milestone',
  'coverage',
  'direction',
  'qualitative',
  'rank',
] as const
export type TargetKind = (typeof targetKinds)[number]

/** How the value binds: 以上、不低于、达到 ≥ · 超、超过 > · 以下 ≤ · 不满 < · 为 = · up/down for a trend · none for words only. */
export const comparators = ['ge', 'gt', 'eq', 'le', 'lt', 'up', 'down', 'none'] as const
export type Comparator = (typeof comparators)[number]

/** How a target is to be approached: evenly, by equal growth, through published values, or as earlier years went. */
export const targetPaths = ['linear', 'geometric', 'milestones', 'seasonal'] as const
export type TargetPath = (typeof targetPaths)[number]

/** A promise, parsed from the words a reader reads. */
export interface Target {
  readonly id: string // e.g. "t01"; unique within its policy
  readonly policy: string
  readonly clause: string // e.g. "c1-1"
  readonly place: Place
  readonly words: string // the marked words, marks stripped
  readonly title: string // short name for lists
  readonly indicator?: string
  readonly kind: TargetKind
  readonly comparator: Comparator
  /** The word in the text, e.g. "以上"; empty where the text has none and ≥ is the editors' reading. */
  readonly comparatorWord: string
  /** Canonical: base units, ratios as fractions (2.5 % → 0.025). */
  readonly value?: number
  /** Upper edge of a `range`; `value` is the lower one. */
  readonly valueTo?: number
  /** Canonical unit, e.g. "家", "元", "比率", "百分点". */
  readonly unit?: string
  readonly unitPrinted?: string // e.g. "万家"
  readonly valuePrinted?: string // e.g. "5.2万家以上"
  readonly from?: string // ISO day the period opens
  readonly deadline?: string // ISO day; absent = the text names none
  readonly deadlineBasis: '原文明示' | '上下文' | '规划期' | '无'
  readonly every?: 'year'
  readonly subsetOf?: string
  readonly region: string
  readonly baseline?: { readonly value: number; readonly on: string }
  /** Linear where absent, or through the milestones where the plan states some. */
  readonly path?: TargetPath
  /** Values the plan sets for days before the deadline, oldest first. */
  readonly milestones?: readonly { readonly on: string; readonly value: number }[]
  readonly note?: string
}

/** e.g. "yw-zbf-2021-38/t01" */
export function targetKey(target: Pick<Target, 'policy' | 'id'>): string {
  return `${target.policy}/${target.id}`
}
