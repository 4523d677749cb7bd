import { indicatorFile } from '../../charts/indicator-file.ts'
import { targetFile } from '../../charts/target-file.ts'
import type { Site } from '../../model/site.ts'
import { targetKey } from '../../model/target/target.ts'
import type { Board } from '../../progress/board.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { beside, urls } from '../urls.ts'
import { hasIndicatorPng, hasPng } from './has-png.ts'

/** A chart as a file. */
export interface Picture {
  readonly svg: string
  /** Root-relative path of the SVG. */
  readonly path: string
  /** Where the same picture goes as PNG, if it does. */
  readonly png: string | undefined
}

/**
 * Charts as files, one at a time: SVG and, by `has-png.ts`, PNG of every target that has a chart and of every
 * indicator with figures of two periods. The same site, board and options give the same bytes.
 */
export function* publishPictures(site: Site, board: Board, options: PublishOptions): Generator<Picture> {
  const shortAddress = (page: string) => addressOf(page, options).replace(/^https?:\/\//, '')
  const png = hasPng(site)
  const indicatorPng = hasIndicatorPng(site)
  for (const plan of board.plans) {
    const policy = site.policies.get(plan.policy)
    for (const target of policy?.targets ?? []) {
      const assessment = board.assessments.get(targetKey(target))
      const page = urls.target(target.policy, target.id)
      const svg = policy && assessment && targetFile(site, policy, target, assessment, shortAddress(page))
      if (!svg) continue
      yield { svg, path: beside(page, 'svg'), png: png ? beside(page, 'png') : undefined }
    }
  }
  for (const indicator of site.indicators.values()) {
    const page = urls.indicator(indicator.id)
    const svg = indicatorFile(site, indicator, shortAddress(page))
    if (!svg) continue
    yield { svg, path: beside(page, 'svg'), png: indicatorPng ? beside(page, 'png') : undefined }
  }
}
