import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { type AstroInlineConfig, dev } from 'astro'
import sirv from 'sirv'
import { assessAll } from '../model/progress/board.ts'
import { readRoot } from '../read/root.ts'
import { toText } from '../report/text.ts'
import { tellPages } from './pages.ts'
import { programRoot } from './program-root.ts'
import type { ProgressLine } from './progress-line.ts'
import { stageFiles } from './publish-stage.ts'
import { writeSearchIndex } from './search-stage.ts'
import { type BuildSettings, originOf } from './settings.ts'
import { openWorkFolder } from './work-folder.ts'

type VitePlugin = NonNullable<NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number]>

/** How long edits are gathered before everything is published again. */
const pause = 150 // ms

/** Serves the site while it is edited: pages are rendered on request, files are published again at each change. */
export async function startDev(settings: BuildSettings, port: number, line: ProgressLine): Promise<string> {
  const root = resolve(settings.root)
  const work = await openWorkFolder()
  const publish = () => republish({ ...settings, root }, work.path, line)
  await publish()
  // Astro would go on in the background where it takes its caller for a program.
  process.env['ASTRO_DEV_BACKGROUND'] = '0'
  const address = `http://localhost:${port}${settings.base}`
  tellPages({ root, asOf: settings.asOf, stage: work.path, address })
  const server = await dev({
    root: programRoot,
    base: settings.base || '/',
    logLevel: 'warn',
    server: { port },
    vite: { plugins: [publishedFiles(root, join(work.path, 'site'), settings.base, publish)] },
  })
  return `http://localhost:${server.address.port}${settings.base}/`
}

/** Reads, reports, and writes the files anew; content with errors leaves the last good files in place. */
async function republish(settings: BuildSettings, folder: string, line: ProgressLine): Promise<void> {
  const started = performance.now()
  const checked = await readRoot(settings.root, settings)
  const { site } = checked
  if (!site) {
    line.done(toText({ ...checked, durationMs: 0 }, 'zh').trimEnd())
    return
  }
  const board = assessAll(site)
  await rm(join(folder, 'site'), { recursive: true, force: true })
  const origin = originOf(settings, site.config.url)
  await stageFiles(site, board, { root: settings.root, folder, origin, base: settings.base })
  await writeSearchIndex(site, board, join(folder, 'site'))
  line.done(`已更新 ${((performance.now() - started) / 1000).toFixed(1)} 秒`)
}

/** Serves the published files beside Astro's pages, and reloads the browser when content has changed. */
function publishedFiles(root: string, folder: string, base: string, publish: () => Promise<void>): VitePlugin {
  return {
    name: 'gongbao-published-files',
    configureServer(server) {
      const files = sirv(folder, { dev: true })
      server.middlewares.use((request, response, next) => {
        const url = request.url ?? '/'
        request.url = base && url.startsWith(`${base}/`) ? url.slice(base.length) : url
        const back = () => {
          request.url = url
          next()
        }
        files(request, response, back)
      })
      const folders = [join(root, 'content'), join(root, 'data')]
      let timer: ReturnType<typeof setTimeout> | undefined
      server.watcher.add(folders)
      server.watcher.on('all', (_, path) => {
        if (!folders.some((one) => path.startsWith(one))) return
        clearTimeout(timer)
        timer = setTimeout(async () => {
          await publish()
          server.ws.send({ type: 'full-reload' })
        }, pause)
      })
    },
  }
}
