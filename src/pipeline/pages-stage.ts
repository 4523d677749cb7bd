import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sitePages, unlistedPages } from '../publish/web/site-pages.ts'
import { type PageContext, providePages } from '../site/context.ts'
import type { OutputRecord } from './incremental/output-record.ts'
import { type Key, tracked } from './incremental/tracked.ts'
import { compilePages, type PageSettings } from './pages/compile.ts'
import { openPages, pageFile, type RenderPage } from './pages/render.ts'

/** Parts of what pages show whose own parts are told apart. */
const open = ['site', 'board', 'history']

export interface WrittenPages {
  readonly pages: number
  /** How many of them were rendered; the others are those of the last output. */
  readonly rendered: number
  readonly print: (key: Key) => string
}

/**
 * Writes every page into a folder, and what the pages load. A page is rendered only when something that it looked at
 * when it was rendered last has changed; otherwise it is taken from the last output.
 */
export async function writePages(
  context: PageContext,
  settings: PageSettings,
  folder: string,
  record: Pick<OutputRecord, 'takePage' | 'keepPage'>,
): Promise<WrittenPages> {
  const compiled = await compilePages(settings)
  const { view, during, print } = tracked(context, open)
  providePages(view)
  const { site, board } = context
  const paths = [...sitePages(site, board).map(({ path }) => path), ...unlistedPages(site, board)]
  let render: RenderPage | undefined
  let rendered = 0
  for (const path of paths) {
    if (record.takePage(path, pageFile(path), print)) continue
    const page = render ?? (await openPages(compiled, settings))
    render = page
    const { result: html, keys } = await during(() => page(path))
    if (html === undefined) throw new Error(`no page at ${path}`)
    const file = join(folder, pageFile(path))
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, html)
    record.keepPage(path, keys)
    rendered += 1
  }
  await cp(join(compiled.folder, 'client'), folder, { recursive: true })
  return { pages: paths.length, rendered, print }
}
