import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { urls } from '../../publish/urls.ts'
import type { CompiledPages, PageSettings } from './compile.ts'
import { preloader } from './preload.ts'

/** The HTML of the page at a root-relative path; nothing where there is no page. */
export type RenderPage = (path: string) => Promise<string | undefined>

/** Opens compiled pages; they show what `site/context.ts` was given last. */
export async function openPages({ folder }: CompiledPages, { base, origin }: PageSettings): Promise<RenderPage> {
  const entry = pathToFileURL(join(folder, 'server', 'entry.mjs')).href
  const { render } = (await import(entry)) as { readonly render: (address: string) => Promise<Response> }
  const preload = preloader(join(folder, 'client'), base)
  return async (path) => {
    const response = await render(origin + base + (path === urls.notFound() ? '/404/' : path))
    if (response.status === 404 && path !== urls.notFound()) return undefined
    if (response.status >= 400 && path !== urls.notFound()) throw new Error(`${path}: ${await response.text()}`)
    return preload(await response.text())
  }
}

/** The file of a page in the output: `/policies/x/` → `policies/x/index.html`. */
export function pageFile(path: string): string {
  return (path.endsWith('/') ? `${path}index.html` : path).slice(1)
}
