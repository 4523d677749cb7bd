import type { Dataset } from '../data/dataset.ts'
import { releaseSummary } from './release-summary.ts'

/** A version of a dataset as a list of versions tells it. */
export interface VersionLine {
  readonly version: string
  readonly on: string
  /** What the publisher says, and for a release what was counted and why figures were revised. */
  readonly text: string
}

/** All versions, the newest first: releases, then those from before the ledger as the descriptor tells them. */
export function versionHistory({ releases, gongbao }: Pick<Dataset, 'releases' | 'gongbao'>): VersionLine[] {
  const released = new Set(releases.map(({ version }) => version))
  return [
    ...releases.map(({ version, on, note, reasons, changes }) => {
      const why = reasons.length > 0 ? `；修订原因：${reasons.map(({ text }) => text).join('；')}` : ''
      return { version, on, text: `${note}（${releaseSummary(changes)}${why}）` }
    }),
    ...gongbao.changes
      .filter(({ version }) => !released.has(version))
      .map(({ version, on, note }) => ({ version, on, text: note })),
  ]
}
