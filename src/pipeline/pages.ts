import process from 'node:process'
import { build } from 'astro'
import { programRoot } from './program-root.ts'

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
  process.env['NODE_ENV'] = 'production'
  // Astro looks at the working directory to choose where its code for rendering stands; elsewhere it finds no packages.
  const workingDirectory = process.cwd()
  process.chdir(programRoot)
  try {
    await build({ root: programRoot, outDir, base: settings.base || '/', site: settings.origin, logLevel: 'error' })
  } finally {
    process.chdir(workingDirectory)
  }
}

/** Astro prefers these of the environment, where a CI may use the names for something else, to what it is told. */
const takenByAstro = ['SITE', 'BASE_URL', 'ASSETS_PREFIX', 'MODE', 'DEV', 'PROD', 'SSR']

/** How `src/site/site.ts` learns what to read. */
export function tellPages({
  root,
  asOf,
  stage,
  address,
}: Pick<PageSettings, 'root' | 'asOf' | 'stage'> & { readonly address: string }): void {
  for (const name of takenByAstro) delete process.env[name]
  Object.assign(process.env, {
    GONGBAO_ROOT: root,
    GONGBAO_AS_OF: asOf,
    GONGBAO_STAGE: stage,
    GONGBAO_URL: address,
    ASTRO_TELEMETRY_DISABLED: '1',
  })
}
