import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'astro'

/** The folder with `astro.config.mjs` and `src/`; the content may stand elsewhere. */
export const programRoot = fileURLToPath(new URL('../../', import.meta.url))

export interface PageSettings {
  readonly root: string
  readonly asOf: string
  readonly stage: string
  readonly base: string
  readonly origin: string
}

/** Renders all pages into a folder. Astro runs in this process; the pages read the site again through `site.ts`. */
export async function buildPages(settings: PageSettings, outDir: string): Promise<void> {
  tellPages({ ...settings, address: settings.origin + settings.base })
  await build({ root: programRoot, outDir, base: settings.base || '/', site: settings.origin, logLevel: 'error' })
}

/** How `src/site.ts` learns what to read. */
export function tellPages({
  root,
  asOf,
  stage,
  address,
}: Pick<PageSettings, 'root' | 'asOf' | 'stage'> & { readonly address: string }): void {
  Object.assign(process.env, {
    GONGBAO_ROOT: root,
    GONGBAO_AS_OF: asOf,
    GONGBAO_STAGE: stage,
    GONGBAO_URL: address,
    ASTRO_TELEMETRY_DISABLED: '1',
  })
}
