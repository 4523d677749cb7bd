import { withoutEnd } from '../model/without-end.ts'
import { asOfDay, basePath, siteOrigin } from './args.ts'

/** What a build is told; all paths may be relative to the working directory. */
export interface BuildSettings {
  readonly root: string
  readonly out: string
  readonly asOf: string
  /** The real day; what is from after a past `asOf` is left out and no fault. */
  readonly today?: string
  readonly base: string // e.g. "/gongbao" or ""
  /** Origin given on the command line; without it, the address in `content/site.yaml` counts. */
  readonly origin?: string | undefined
}

/** The options of `build`, `start`, `dev` and `bench`. */
export const buildOptions = {
  root: { type: 'string' },
  out: { type: 'string' },
  'as-of': { type: 'string' },
  base: { type: 'string' },
  site: { type: 'string' },
} as const

export function readSettings(values: Readonly<Partial<Record<keyof typeof buildOptions, string>>>): BuildSettings {
  return {
    root: values.root ?? '.',
    out: values.out ?? 'dist',
    asOf: asOfDay(values['as-of']),
    today: asOfDay(undefined),
    base: basePath(values.base),
    origin: siteOrigin(values.site),
  }
}

/**
 * The origin to write into feeds and metadata. The address in `site.yaml` may already hold the base path
 * (`https://example.github.io/gongbao`); it is not written twice.
 */
export function originOf({ origin, base }: Pick<BuildSettings, 'origin' | 'base'>, configured: string): string {
  if (origin !== undefined) return origin
  const address = withoutEnd(configured, '/')
  return base !== '' && address.endsWith(base) ? address.slice(0, -base.length) : address
}
