import type { Board } from './model/progress/board.ts'
import { assessAll } from './model/progress/board.ts'
import type { Site } from './model/site.ts'
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
