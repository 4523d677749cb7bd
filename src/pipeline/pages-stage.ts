import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sitePages, unlistedPages } from '../publish/web/site-pages.ts'
import { type PageContext, providePages } from '../site/context.ts'
import { compilePages, type PageSettings } from './pages/compile.ts'
import { openPages, pageFile } from './pages/render.ts'

/** Renders every page into the output folder, one after the other, and lays down what they load; returns how many. */
export async function writePages(context: PageContext, settings: PageSettings, folder: string): Promise<number> {
  const compiled = await compilePages(settings)
  providePages(context)
  const render = await openPages(compiled, settings)
  const { site, board } = context
  const paths = [...sitePages(site, board).map(({ path }) => path), ...unlistedPages(site, board)]
  for (const path of paths) {
    const html = await render(path)
    if (html === undefined) throw new Error(`no page at ${path}`)
    const file = join(folder, pageFile(path))
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, html)
  }
  await cp(join(compiled.folder, 'client'), folder, { recursive: true })
  return paths.length
}
