import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Dataset } from '../../model/data/dataset.ts'
import { readFiles } from '../../read/files.ts'
import { readSite } from '../../read/root.ts'
import { countsOf } from '../../report/summary.ts'
import { toText } from '../../report/text.ts'
import { UsageError } from '../args.ts'
import { waitForLock } from '../file-lock.ts'
import { programRoot } from '../program-root.ts'
import { openWorkFolder } from '../work-folder.ts'
import { clearInterrupted } from './release-interrupted.ts'
import { planRelease, type ReleasePlan, type ReleaseRequest } from './release-plan.ts'
import { releaseText } from './release-text.ts'
import { type PreparedRelease, prepareRelease } from './release-write.ts'

export interface ReleaseSettings extends ReleaseRequest {
  readonly root: string
  /** One dataset; absent: every open one that differs from its last release. */
  readonly dataset?: string | undefined
  readonly today: string
  /** Only says what would be done. */
  readonly isDry: boolean
}

type Say = (text: string) => void

/**
 * Makes releases, one call at a time: checks, compares, explains, and writes when nothing stands against it. `say` gets the words for the
 * editor. False: refused, and every file is as it was.
 */
export async function makeReleases(settings: ReleaseSettings, say: Say): Promise<boolean> {
  if (settings.isDry) return release(settings, say)
  const home = join(programRoot, '.gongbao')
  await mkdir(home, { recursive: true })
  const turn = await waitForLock(join(home, 'release.lock'), () => say('另一次发布正在进行，等它结束。\n'))
  try {
    return await release(settings, say)
  } finally {
    turn.release()
  }
}

async function release(settings: ReleaseSettings, say: Say): Promise<boolean> {
  const root = resolve(settings.root)
  const forgotten = settings.isDry ? [] : await clearInterrupted(root)
  for (const path of forgotten) say(`已移走上次发布中断时留下的 ${path}。\n`)
  const files = await readFiles(root)
  const { site, issues } = await readSite(files, { asOf: settings.today, today: settings.today, releasing: true })
  if (!site) {
    const errors = issues.filter((one) => one.severity === 'error')
    say(toText({ issues: errors, files: files.count, durationMs: 0 }, 'zh'))
    say(`检查有 ${countsOf(issues).errors} 处错误，改正以后才能发布。\n`)
    return false
  }
  const plans: ReleasePlan[] = []
  for (const dataset of chosen(site.datasets, settings.dataset)) plans.push(await planRelease(dataset, files, settings))
  const due = plans.filter((plan) => !plan.isEmpty)
  for (const plan of due) say(releaseText(plan))
  if (due.length === 0) {
    say('与最近发布的版本相同，没有可以发布的改动。\n')
    return false
  }
  if (due.some(({ bare, refusals }) => bare.length + refusals.length > 0)) return false
  if (settings.isDry) {
    say('以上是试算，没有写入任何文件。\n')
    return true
  }
  const work = await openWorkFolder()
  try {
    const prepared: PreparedRelease[] = []
    for (const plan of due) prepared.push(await prepareRelease(root, plan, site.config, work.path))
    for (const one of prepared) one.commit()
  } finally {
    await work.close()
  }
  const names = due.map(({ dataset, changes }) => `data/${dataset.id}/releases/${changes.version}/`).join('、')
  say(`已写入 ${names}，并更新了 releases.yaml 和 datapackage.yaml。请把它们一起提交。\n`)
  return true
}

function chosen(datasets: ReadonlyMap<string, Dataset>, id: string | undefined): Dataset[] {
  if (id === undefined) return [...datasets.values()].filter(({ gongbao }) => gongbao.disclosure === '无条件开放')
  const dataset = datasets.get(id)
  if (!dataset) throw new UsageError(`没有数据集 ${id}；有：${[...datasets.keys()].join('、')}`)
  return [dataset]
}
