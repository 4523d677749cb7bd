import { join } from 'node:path'
import { programRoot } from '../pipeline/program-root.ts'
import { stageNames } from '../pipeline/stage.ts'
import { type Cost, runChild } from './child.ts'
import type { Row, Suite } from './row.ts'

/** The check and the build of a root, each as a program of its own. */
export function commandSuite(root: string, out: string, asOf: string): Suite {
  return {
    name: 'commands',
    async run() {
      const shared = ['--root', root, '--as-of', asOf]
      const check = await runChild(script('check'), [...shared, '--format', 'json'])
      const build = await runChild(script('build'), [...shared, '--out', out])
      return [...checkRows(check), ...buildRows(build)]
    },
  }
}

function script(name: string): string {
  return join(programRoot, 'scripts', `${name}.ts`)
}

function checkRows(cost: Cost): Row[] {
  const { summary } = JSON.parse(cost.stdout) as { summary: { files: number; errors: number; durationMs: number } }
  return [
    {
      what: 'check',
      measured: `${Math.round(summary.durationMs)} ms`,
      goal: '≤ 1000 ms',
      note: `${summary.files} 个文件，${summary.errors} 处错误；${costOf(cost)}`,
    },
  ]
}

function buildRows(cost: Cost): Row[] {
  const failed = cost.code === 0 ? '' : `退出码 ${cost.code}；`
  return [
    { what: 'build', measured: seconds(cost.seconds), note: failed + costOf(cost) },
    ...stageNames.flatMap((name) => {
      const found = new RegExp(`^${name}\\s+([\\d.]+) 秒  (.*)$`, 'm').exec(cost.stderr)
      return found ? [{ what: `  ${name}`, measured: `${found[1]} s`, note: found[2] }] : []
    }),
  ]
}

function costOf({ cpuSeconds, peakBytes }: Cost): string {
  return `CPU ${seconds(cpuSeconds)}，内存峰值 ${Math.round(peakBytes / 2 ** 20)} MB`
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`
}
