import { cp, link, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sitePages, unlistedPages } from '../publish/web/site-pages.ts'
import { type PageContext, providePages } from '../site/context.ts'
import { openPageRecord } from './incremental/page-record.ts'
import { tracked } from './incremental/tracked.ts'
import { compilePages, type PageSettings } from './pages/compile.ts'
import { openPages, pageFile, type RenderPage } from './pages/render.ts'

export interface PageStage extends PageSettings {
  /** The folder that is written. */
  readonly folder: string
  /** The output of the last build, which is left as it is. */
  readonly out: string
}

/** Parts of what pages show whose own parts are told apart. */
const open = ['site', 'board', 'history']

/**
 * Writes every page, and what the pages load. A page is rendered only when something that it looked at when it was
 * rendered last has changed; otherwise it is taken from the output of the last build. Returns how many there are, and
 * how many were rendered.
 */
export async function writePages(
  context: PageContext,
  { folder, out, ...settings }: PageStage,
): Promise<{ readonly pages: number; readonly rendered: number }> {
  const compiled = await compilePages(settings)
  const { view, during, print } = tracked(context, open)
  providePages(view)
  const record = openPageRecord(out, compiled.folder)
  const { site, board } = context
  const paths = [...sitePages(site, board).map(({ path }) => path), ...unlistedPages(site, board)]
  let render: RenderPage | undefined
  let rendered = 0
  for (const path of paths) {
    const file = join(folder, pageFile(path))
    await mkdir(dirname(file), { recursive: true })
    const kept = record.reuse(path, pageFile(path), print)
    if (kept) {
      await link(join(out, pageFile(path)), file).catch(() => writeFile(file, kept))
      record.keep(path, kept, record.keysOf(path))
      continue
    }
    render ??= await openPages(compiled, settings)
    const { result: html, keys } = await during(() => render?.(path) ?? Promise.resolve(undefined))
    if (html === undefined) throw new Error(`no page at ${path}`)
    await writeFile(file, html)
    record.keep(path, html, keys)
    rendered += 1
  }
  await cp(join(compiled.folder, 'client'), folder, { recursive: true })
  record.close(print)
  return { pages: paths.length, rendered }
}
