import { existsSync } from 'node:fs'
import { cp, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Issue } from '../model/issue.ts'
import { atAddress } from '../model/site.ts'
import { assessAll } from '../progress/board.ts'
import { boardHistory } from '../progress/history.ts'
import { readRoot } from '../read/root.ts'
import { countsOf } from '../report/summary.ts'
import { toText } from '../report/text.ts'
import { listName } from '../verify/checksum-list.ts'
import { verifyOutput } from '../verify/output.ts'
import { inputHash } from './incremental/input-hash.ts'
import { openOutputRecord } from './incremental/output-record.ts'
import { printOf } from './incremental/print.ts'
import { onInterrupt } from './interrupt.ts'
import { checkOut, lockOut } from './out-folder.ts'
import { toPageContext } from './pages/context.ts'
import { writePages } from './pages-stage.ts'
import { programHash } from './program-hash.ts'
import type { ProgressLine } from './progress-line.ts'
import { publishFiles } from './publish-stage.ts'
import { writeSearchIndex } from './search-stage.ts'
import { type BuildSettings, originOf } from './settings.ts'
import { type StageTime, stageRunner } from './stage.ts'
import { recoverOut, swapIn } from './swap.ts'
import { openWorkFolder } from './work-folder.ts'

export interface BuildResult {
  /** False: the content, or what was built from it, has errors; `out` is as it was. */
  readonly ok: boolean
  readonly times: readonly StageTime[]
}

/** check → publish → pages → search → verify. The output appears in `out` only when every stage has succeeded. */
export async function buildSite(settings: BuildSettings, line: ProgressLine): Promise<BuildResult> {
  const root = resolve(settings.root)
  const out = await checkOut(settings.out, root)
  const lock = await lockOut(out, () => line.done(`另一次生成正在写这个文件夹，等它结束：${settings.out}`))
  const forget = onInterrupt(() => lock.release())
  try {
    await recoverOut(out)
    return await buildInto({ ...settings, root, out }, line)
  } finally {
    lock.release()
    forget()
  }
}

async function buildInto(settings: BuildSettings, line: ProgressLine): Promise<BuildResult> {
  const { root, out, asOf, today, base } = settings
  const times: StageTime[] = []
  const stage = stageRunner(line, times)
  const work = await openWorkFolder()
  const built = join(work.path, 'dist')
  try {
    const record = openOutputRecord(out, built, printOf([programHash('src', 'public'), base, settings.origin]))
    const inputs = printOf([await inputHash(root), asOf, today])
    const before = record.whole(inputs)
    if (before !== undefined) {
      line.done(`没有变化，上一次的输出完好：${before}`)
      return { ok: true, times }
    }
    const checked = await stage('check', async () => {
      const value = await readRoot(root, { asOf, today })
      return { value, summary: `${value.files} 个文件，${issueSummary(value.issues)}` }
    })
    if (!checked.site) {
      line.done(toText({ ...checked, durationMs: 0 }, 'zh').trimEnd())
      return { ok: false, times }
    }

    const origin = originOf(settings, checked.site.config.url)
    const site = atAddress(checked.site, origin + base)
    const board = assessAll(site)
    const history = boardHistory(site)
    const published = await stage('publish', async () => {
      const value = await publishFiles(site, board, history, { root, folder: built, origin, base }, record)
      return { value, summary: `${value.files} 个数据文件` }
    })
    const pages = await stage('pages', async () => {
      const { manifest, distributions, fulltext, api } = published
      const { issues } = checked
      const prepared = { site, board, history, issues, published: manifest, distributions, fulltext, api }
      const value = await writePages(toPageContext(prepared), { base, origin }, built, record)
      await copyPublic(root, built)
      return { value, summary: `${value.pages} 个网页，${value.rendered} 个有变化` }
    })
    await stage('search', async () => {
      const records = await writeSearchIndex(site, board, built, record)
      return { value: undefined, summary: `${records} 条可检索` }
    })
    const verified = await stage('verify', async () => {
      const downloads = [...[...published.manifest.values()].flat(), ...published.released]
      const promised = downloads.map((file) => ({ ...file, path: file.path.slice(1) }))
      const value = await verifyOutput(built, { base, address: origin + base }, promised, { isFresh: true })
      return { value, summary: `${value.links} 个链接、${value.downloads} 个下载，${issueSummary(value.issues)}` }
    })
    if (verified.issues.length > 0) {
      line.done(toText({ issues: verified.issues, files: verified.pages, durationMs: 0 }, 'zh').trimEnd())
    }
    const ok = countsOf(verified.issues).errors === 0
    if (ok) {
      await writeFile(join(built, listName), verified.checksums)
      await swapIn(built, out)
      const said = `${checked.files} 个文件，${issueSummary(checked.issues)}；${pages.pages} 个网页`
      record.close({ inputs, said, checksums: verified.checksums, print: pages.print })
    }
    return { ok, times }
  } finally {
    await work.close()
  }
}

function issueSummary(issues: readonly Issue[]): string {
  const { errors, warnings } = countsOf(issues)
  return `${errors} 处错误、${warnings} 处警告`
}

/** The files of a root that are published as they are; hidden ones are nobody's. */
async function copyPublic(root: string, folder: string): Promise<void> {
  const from = join(root, 'public')
  if (!existsSync(from)) return
  await cp(from, folder, { recursive: true, dereference: true, filter: (path) => !basename(path).startsWith('.') })
}
