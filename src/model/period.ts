/**
 * A span of days, from how statistics write it: `2023` · `2023-09` · `2023-09-30` · `2023-Q1` · `2023-H1` ·
 * `2023-01/2023-09` · `2021/2023`. `end` is what progress is measured at.
 */
export interface Period {
  readonly text: string
  readonly start: string // ISO day
  readonly end: string // ISO day, inclusive
  readonly kind: 'year' | 'half' | 'quarter' | 'month' | 'day' | 'range'
}
