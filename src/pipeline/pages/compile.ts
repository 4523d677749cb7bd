import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { type AstroIntegration, build } from 'astro'
import { programHash } from '../program-hash.ts'
import { programRoot } from '../program-root.ts'

/** Where a site will stand; Astro compiles both into the pages. */
export interface PageSettings {
  readonly base: string // e.g. "/gongbao" or ""
  readonly origin: string
}

/** The pages as a program: `server/entry.mjs` renders any of them, `client/` holds what they load. */
export interface CompiledPages {
  readonly folder: string
}

const list = 'files.json'

/**
 * Astro compiles the pages once for a program and an address: no content is in them. Kept below `.gongbao/`, where the
 * compiled code finds the packages of the program; a damaged copy is noticed and made again.
 */
export async function compilePages(
  settings: PageSettings,
  parent = join(programRoot, '.gongbao'),
): Promise<CompiledPages> {
  const name = createHash('sha256')
    .update(JSON.stringify([programHash('src', 'public'), settings]))
    .digest('hex')
    .slice(0, 16)
  const folder = join(parent, `pages-${name}`)
  if (await isWhole(folder)) return { folder }
  const fresh = await mkdtemp(join(parent, 'pages-new-'))
  try {
    await compile(settings, fresh)
    await writeFile(join(fresh, list), JSON.stringify(await sumsOf(fresh)))
    await rm(folder, { recursive: true, force: true })
    await rename(fresh, folder)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return { folder }
}

async function compile({ base, origin }: PageSettings, outDir: string): Promise<void> {
  for (const name of takenByAstro) delete process.env[name]
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  process.env['NODE_ENV'] = 'production'
  // Astro looks at the working directory to choose where its code for rendering stands; elsewhere it finds no packages.
  const workingDirectory = process.cwd()
  process.chdir(programRoot)
  try {
    await build({
      root: programRoot,
      outDir,
      base: base || '/',
      site: origin,
      output: 'server',
      adapter: renderer,
      logLevel: 'error',
    })
  } finally {
    process.chdir(workingDirectory)
  }
}

/** Astro prefers these of the environment, where a CI may use the names for something else, to what it is told. */
const takenByAstro = ['SITE', 'BASE_URL', 'ASSETS_PREFIX', 'MODE', 'DEV', 'PROD', 'SSR']

/** The adapter that makes Astro compile pages for a program instead of rendering them itself. */
const renderer: AstroIntegration = {
  name: 'gongbao-pages',
  hooks: {
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'gongbao-pages',
        entrypointResolution: 'auto',
        serverEntrypoint: pathToFileURL(join(programRoot, 'src', 'site', 'renderer.ts')),
        adapterFeatures: { buildOutput: 'server' },
        supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
      })
    },
  },
}

async function isWhole(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, list))) return false
  const promised = await readFile(join(folder, list), 'utf8')
  return promised === JSON.stringify(await sumsOf(folder))
}

async function sumsOf(folder: string): Promise<readonly (readonly [path: string, sha256: string])[]> {
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== list)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Promise.all(
    paths.map(async (path) => {
      const sum = createHash('sha256').update(await readFile(path))
      return [path.slice(folder.length), sum.digest('hex')] as const
    }),
  )
}
