import { join, resolve, sep } from 'node:path'
import process from 'node:process'
import { type AstroInlineConfig, dev } from 'astro'
import { type DevSite, devSite } from './dev-site.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { tellPages } from './pages.ts'
import { programRoot } from './program-root.ts'
import type { ProgressLine } from './progress-line.ts'
import { requestPath } from './serve/request-path.ts'
import type { BuildSettings } from './settings.ts'
import { openWorkFolder } from './work-folder.ts'

type VitePlugin = NonNullable<NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number]>

/** How long edits are gathered before everything is published again. */
const pause = 150 // ms

/** Serves the site while it is edited: pages are rendered on request, files are published again at each change. */
export async function startDev(settings: BuildSettings, port: number, line: ProgressLine): Promise<string> {
  const root = resolve(settings.root)
  const work = await openWorkFolder()
  // Astro would go on in the background where it takes its caller for a program.
  process.env['ASTRO_DEV_BACKGROUND'] = '0'
  const address = `http://localhost:${port}${settings.base}`
  tellPages({ root, asOf: settings.asOf, stage: work.path, address })
  const site = devSite({ ...settings, root }, work.path, line)
  await site.update()
  const server = await dev({
    root: programRoot,
    base: settings.base || '/',
    logLevel: 'warn',
    server: { port },
    vite: { plugins: [publishedFiles(root, settings.base, site)] },
  })
  return `http://localhost:${server.address.port}${settings.base}/`
}

/** Serves the published files beside Astro's pages, and reloads the browser when content has changed. */
function publishedFiles(root: string, base: string, site: DevSite): VitePlugin {
  return {
    name: 'gongbao-published-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = requestPath(request.url ?? '/')
        if (path === undefined || !path.startsWith(`${base}/`) || request.method !== 'GET') return next()
        site.respond(path.slice(base.length), request, response).then((isDone) => isDone || next(), next)
      })
      const update = oneAtATime(async () => {
        await site.update()
        // Astro keeps the paths and properties of pages until its own content changes; ours has.
        for (const name of ['ssr', 'prerender']) server.environments[name]?.hot.send('astro:content-changed', {})
        server.ws.send({ type: 'full-reload' })
      })
      const folders = [join(root, 'content'), join(root, 'data')]
      let timer: ReturnType<typeof setTimeout> | undefined
      server.watcher.add(folders)
      server.watcher.on('all', (_, path) => {
        if (!folders.some((one) => path === one || path.startsWith(one + sep))) return
        clearTimeout(timer)
        timer = setTimeout(update, pause)
      })
    },
  }
}
