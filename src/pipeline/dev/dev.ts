import { watch } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { compilePages } from '../pages/compile.ts'
import { openPages } from '../pages/render.ts'
import type { ProgressLine } from '../progress-line.ts'
import { requestPath } from '../serve/request-path.ts'
import { listenWith } from '../serve/serve.ts'
import { serveFile } from '../serve/serve-file.ts'
import type { BuildSettings } from '../settings.ts'
import { openWorkFolder } from '../work-folder.ts'
import { devSite } from './dev-site.ts'
import { liveScript, problemPage, reloads, withProblems } from './live-page.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** How long edits are gathered before everything is read again. */
const pause = 100 // ms

/**
 * Serves the site while it is edited: a page is rendered when it is asked for, with the code of a build; files for
 * programs are made when somebody asks for one, or for a page that prints their sizes. Returns the address.
 */
export async function startDev(settings: BuildSettings, port: number, line: ProgressLine): Promise<string> {
  const { base } = settings
  const root = resolve(settings.root)
  const pageSettings = { base, origin: settings.origin ?? `http://localhost:${port}` }
  const work = await openWorkFolder()
  const compiled = await compilePages(pageSettings)
  const render = await openPages(compiled, pageSettings)
  const site = devSite({ ...settings, ...pageSettings, root }, render, work.path, line)
  const live = reloads()
  await site.update()

  const update = oneAtATime(async () => {
    await site.update()
    live.reload()
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  for (const folder of ['content', 'data', 'public']) {
    const changed = () => {
      clearTimeout(timer)
      timer = setTimeout(update, pause)
    }
    // A root need not have all of them.
    try {
      watch(join(root, folder), { recursive: true }, changed).on('error', () => {})
    } catch {}
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = requestPath(request.url ?? '/')
    const inner = path?.startsWith(`${base}/`) ? path.slice(base.length) : undefined
    if (inner === undefined) return void response.writeHead(path === undefined ? 400 : 404).end()
    response.setHeader('Cache-Control', 'no-store')
    if (inner === '/@gongbao/changes') return live.listen(response)
    if (inner === '/@gongbao/dev.js') {
      return void response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(liveScript)
    }
    if (await serveFile(join(compiled.folder, 'client'), inner, request, response)) return
    const isPage = inner.endsWith('/')
    if (!isPage) {
      const folder = await site.files()
      if (folder && (await serveFile(folder, inner, request, response))) return
    }
    const html = isPage ? await site.page(inner) : undefined
    const status = html === undefined ? (site.isShown() ? 404 : 500) : 200
    const body = html ?? (site.isShown() ? await site.page('/404.html') : problemPage)
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(withProblems(body ?? '', site.problems(), base))
  }
  return listenWith(respond, port).then(({ url }) => `${url}${base}/`)
}
