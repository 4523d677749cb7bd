import { join } from 'node:path'
import { buildSite } from '../pipeline/build.ts'
import type { StageTime } from '../pipeline/stage.ts'
import { manyTargetsDay, writeManyTargets } from './many-targets.ts'
import type { Row, Suite } from './row.ts'

const size = { targets: 1000, months: 36 }

/** A thousand targets with 36 months of figures each, from files to a verified site; the folder is filled. */
export function targetSuite(folder: string): Suite {
  return {
    name: 'targets',
    async run() {
      const root = join(folder, 'root')
      await writeManyTargets(root, size)
      const settings = { root, out: join(folder, 'dist'), asOf: manyTargetsDay, base: '' }
      const { ok, times } = await buildSite(settings, silent)
      const all = times.reduce((sum, one) => sum + one.cpuSeconds, 0)
      return [
        {
          what: `${size.targets} 项目标`,
          measured: cpu(all),
          note: `各有 ${size.months} 个月的数${ok ? '' : '；构建失败'}`,
        },
        ...times.map(toRow),
      ]
    },
  }
}

/** Charts are drawn into the pages; as files they are part of the stage before, and a site this large has no PNG. */
function toRow({ stage, seconds, cpuSeconds }: StageTime): Row {
  return {
    what: `  ${stage}`,
    measured: cpu(cpuSeconds),
    ...(stage === 'pages' && { goal: '≤ 20 s' }),
    note: `${seconds.toFixed(1)} s${stage === 'pages' ? '，网页和其中的图' : ''}${stage === 'publish' ? '，含图的 SVG 文件' : ''}`,
  }
}

function cpu(seconds: number): string {
  return `CPU ${seconds.toFixed(1)} s`
}

const silent = { now: () => {}, done: () => {} }
