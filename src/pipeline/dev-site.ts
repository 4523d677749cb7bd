import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { escapeText } from '../model/markup.ts'
import { handedOver, handOver } from '../model/site-handover.ts'
import { assessAll } from '../progress/board.ts'
import { readRoot } from '../read/root.ts'
import { countsOf } from '../report/summary.ts'
import { toText } from '../report/text.ts'
import type { ProgressLine } from './progress-line.ts'
import { stageFiles } from './publish-stage.ts'
import { writeSearchIndex } from './search-stage.ts'
import { serveFile } from './serve/serve-file.ts'
import { type BuildSettings, originOf } from './settings.ts'

/** The site while it is edited. */
export interface DevSite {
  /** Reads everything and shows it; content with errors shows its problems over the last good pages. Never fails. */
  update(): Promise<void>
  /** Answers with a published file, or with the problems where there never was a good page; else says false. */
  respond(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

/** How many problems are shown on a page; the terminal has all of them. */
const most = 50

export function devSite(settings: BuildSettings, folder: string, line: ProgressLine): DevSite {
  let editions: string[] = []
  let said = ''

  /** Publishes into a new folder, so that what is shown stays whole until everything is there. */
  async function publish(): Promise<void> {
    const started = performance.now()
    const checked = await readRoot(settings.root, settings)
    const { site, issues } = checked
    said = toText({ ...checked, durationMs: 0 }, 'zh').trimEnd()
    if (!site) {
      line.done(said)
      const last = handedOver()
      const problems = issues.filter(({ severity }) => severity === 'error').slice(0, most)
      if (last) handOver({ ...last, problems })
      return
    }
    const board = assessAll(site)
    const fresh = await mkdtemp(join(folder, 'edition-'))
    const origin = originOf(settings, site.config.url)
    await stageFiles(site, board, { root: settings.root, folder: fresh, origin, base: settings.base })
    await writeSearchIndex(site, board, join(fresh, 'site'))
    process.env['GONGBAO_STAGE'] = fresh
    handOver({ site, issues, problems: [] })
    // A page that is being rendered may still read the one before.
    editions = [fresh, ...editions]
    for (const old of editions.splice(2)) await rm(old, { recursive: true, force: true })
    line.done(`已更新 ${((performance.now() - started) / 1000).toFixed(1)} 秒，${countsOf(issues).warnings} 处警告`)
  }

  return {
    async update() {
      try {
        await publish()
      } catch (error) {
        // A file may have gone while it was read; the change that took it away brings the next update.
        line.done(error instanceof Error ? (error.stack ?? error.message) : String(error))
      }
    },
    async respond(path, request, response) {
      const [edition] = editions
      if (edition) return serveFile(join(edition, 'site'), path, request, response)
      if (/^\/(?:@|node_modules\/|src\/)/.test(path)) return false
      response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' }).end(problemPage(said, settings.base))
      return true
    },
  }
}

/** Reloads itself when the content has been mended. */
function problemPage(text: string, base: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>内容有错误</title>
<script type="module" src="${base}/@vite/client"></script><h1>内容有错误，改好以后自动显示</h1><pre>${escapeText(text)}</pre></html>`
}
