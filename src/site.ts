import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Board } from './model/progress/board.ts'
import { assessAll } from './model/progress/board.ts'
import type { Site } from './model/site.ts'
import { type Manifest, parseManifest } from './publish/manifest.ts'
import { readRoot } from './read/root.ts'

let cached: Promise<{ site: Site; board: Board }> | undefined

/** The site as the pages see it: read once per build, again on each request in dev. */
export async function getSite(): Promise<Site> {
  return (await loaded()).site
}

/** Every target judged as of the site's day. */
export async function getBoard(): Promise<Board> {
  return (await loaded()).board
}

/** The downloads of each dataset, as the publish stage has written them; none where nothing was staged. */
export async function getPublished(): Promise<Manifest> {
  const stage = process.env['GONGBAO_STAGE']
  return stage ? parseManifest(await readFile(join(stage, 'manifest.json'), 'utf8')) : new Map()
}

function loaded(): Promise<{ site: Site; board: Board }> {
  if (import.meta.env.DEV) return load()
  cached ??= load()
  return cached
}

async function load(): Promise<{ site: Site; board: Board }> {
  const root = process.env['GONGBAO_ROOT'] ?? process.cwd()
  const { site } = await readRoot(root, { asOf: process.env['GONGBAO_AS_OF'] ?? today() })
  if (!site) throw new Error(`content under ${root} has errors; run: npm run check`)
  return { site, board: assessAll(site) }
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
