import { cp, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue } from '../../model/issue.ts'
import { atAddress, type Site } from '../../model/site.ts'
import { assessAll, type Board } from '../../progress/board.ts'
import { type BoardHistory, boardHistory } from '../../progress/history.ts'
import { apiPaths } from '../../publish/web/api-paths.ts'
import { readMemory } from '../../read/memory.ts'
import { readRoot } from '../../read/root.ts'
import { countsOf } from '../../report/summary.ts'
import { toText } from '../../report/text.ts'
import { type PageContext, providePages } from '../../site/context.ts'
import type { OutputRecord } from '../incremental/output-record.ts'
import { toPageContext } from '../pages/context.ts'
import type { RenderPage } from '../pages/render.ts'
import type { ProgressLine } from '../progress-line.ts'
import { type Published, publishFiles } from '../publish-stage.ts'
import { writeSearchIndex } from '../search-stage.ts'
import type { BuildSettings } from '../settings.ts'

/** The site while it is edited. */
export interface DevSite {
  /** Reads everything and shows it; content with errors leaves the last good pages. Never fails. */
  update(): Promise<void>
  /** A page of the newest content without errors; undefined where there is none. */
  page(path: string): Promise<string | undefined>
  /** The folder with the files for programs, made when first asked for after a change. */
  files(): Promise<string | undefined>
  /** What keeps the newest content from being shown. */
  problems(): readonly Issue[]
  /** Was there ever content without errors? */
  isShown(): boolean
}

/** One reading of the content, without errors. */
interface Edition {
  readonly site: Site
  readonly board: Board
  readonly history: BoardHistory
  readonly issues: readonly Issue[]
  context?: { readonly published: Published | undefined; readonly value: PageContext }
  files?: Promise<{ readonly folder: string; readonly published: Published }>
}

/** Nothing is taken from an output. */
const always: Pick<OutputRecord, 'step'> = { step: async (_name, _inputs, work) => (await work()).value }

/** Pages that print what the files are: sizes, checksums, addresses. */
const printsFiles = /^\/(?:data|api|search)\//

export function devSite(
  settings: BuildSettings & { readonly origin: string },
  render: RenderPage,
  folder: string,
  line: ProgressLine,
): DevSite {
  const { root, origin, base } = settings
  const memory = readMemory()
  let shown: Edition | undefined
  let problems: readonly Issue[] = []
  let last: Promise<unknown> = Promise.resolve()

  async function read(): Promise<void> {
    const started = performance.now()
    const checked = await readRoot(root, { ...settings, memory })
    if (!checked.site) {
      problems = checked.issues.filter(({ severity }) => severity === 'error')
      line.done(toText({ ...checked, durationMs: 0 }, 'zh').trimEnd())
      return
    }
    const site = atAddress(checked.site, origin + base)
    const before = await shown?.files?.catch(() => undefined)
    shown = { site, board: assessAll(site), history: boardHistory(site), issues: checked.issues }
    problems = []
    if (before) await rm(before.folder, { recursive: true, force: true })
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    line.done(`已更新 ${seconds} 秒，${countsOf(checked.issues).warnings} 处警告`)
  }

  async function publish({ site, board, history }: Edition): Promise<{ folder: string; published: Published }> {
    const fresh = await mkdtemp(join(folder, 'files-'))
    await cp(join(root, 'public'), fresh, { recursive: true }).catch(() => {})
    const published = await publishFiles(site, board, history, { root, folder: fresh, origin, base }, always)
    await writeSearchIndex(site, board, fresh, always)
    return { folder: fresh, published }
  }

  function filesOf(edition: Edition): NonNullable<Edition['files']> {
    edition.files ??= publish(edition)
    return edition.files
  }

  /** Worked out once for an edition, and once more when its files are there. */
  function contextOf(edition: Edition, published: Published | undefined): PageContext {
    const { site, board, history, issues, context } = edition
    if (context && context.published === published) return context.value
    const value = toPageContext({
      ...{ site, board, history, issues },
      published: published?.manifest ?? new Map(),
      distributions: published?.distributions ?? new Map(),
      fulltext: published?.fulltext,
      api: published?.api ?? apiPaths,
    })
    edition.context = { published, value }
    return value
  }

  /** Renders one page at a time: what it shows is the same from its first line to its last. */
  function renderFrom(edition: Edition, path: string, published?: Published): Promise<string | undefined> {
    const turn = last.then(() => {
      providePages(contextOf(edition, published))
      return render(path)
    })
    last = turn.catch(() => {})
    return turn
  }

  return {
    async update() {
      try {
        await read()
      } catch (error) {
        // A file may have gone while it was read; the change that took it away brings the next update.
        line.done(error instanceof Error ? (error.stack ?? error.message) : String(error))
      }
    },
    async page(path) {
      const edition = shown
      if (!edition) return undefined
      const made = printsFiles.test(path) ? await filesOf(edition) : undefined
      return renderFrom(edition, path, made?.published)
    },
    files: async () => shown && (await filesOf(shown)).folder,
    problems: () => problems,
    isShown: () => shown !== undefined,
  }
}
