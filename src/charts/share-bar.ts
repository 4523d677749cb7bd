import { xy } from './markup.ts'

const width = 120

/** A bar beside a number: how long it is against the longest of its column. The number itself says it in words. */
export function shareBar(share: number): string {
  const length = Math.max(1, Math.min(1, share) * width)
  return `<svg class="share-bar" viewBox="0 0 ${width} 8" aria-hidden="true"><rect width="${xy(length)}" height="8"/></svg>`
}
