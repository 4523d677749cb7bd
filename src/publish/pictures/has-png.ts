import type { Site } from '../../model/site.ts'

/** A PNG takes about 40 ms to draw; with more promises, or indicators, than this a site gives their charts as SVG alone. */
export const mostPng = 250

/** True where the charts of targets are published as PNG as well. */
export function hasPng(site: Pick<Site, 'policies'>): boolean {
  return [...site.policies.values()].reduce((sum, { targets }) => sum + targets.length, 0) <= mostPng
}

/** True where the charts of indicators are published as PNG as well. */
export function hasIndicatorPng(site: Pick<Site, 'indicators'>): boolean {
  return site.indicators.size <= mostPng
}
