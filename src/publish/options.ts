import type { PublishedFile } from './formats/manifest.ts'

/** Where the site will stand, and what its downloads are. */
export interface PublishOptions {
  /** Origin without a trailing slash, e.g. `https://example.gov.cn`. */
  readonly origin: string
  /** Path the site stands under, e.g. `/gongbao`, or empty. */
  readonly base: string
  /** Downloads by dataset, as the table stage has written them. */
  readonly published: ReadonlyMap<string, readonly PublishedFile[]>
}

/** The full address of a path of `urls.ts`, for files that are read away from the site. */
export function addressOf(path: string, { origin, base }: Pick<PublishOptions, 'origin' | 'base'>): string {
  return origin + base + path
}
