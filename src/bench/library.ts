import { appendFileSync, readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { programRoot } from '../pipeline/program-root.ts'
import type { StageTime } from '../pipeline/stage.ts'
import { runChild } from './child.ts'
import { editedPolicy, manyPoliciesDay, writeManyPolicies } from './many-policies.ts'
import type { Row, Suite } from './row.ts'

const steps = ['从头生成', '没有变化，再生成', '改一份文件，再生成'] as const

/** Libraries of so many policies with full text, each built from nothing, again unchanged, and after one edit. */
export function librarySuite(corpus: string, sizes: readonly number[], folder: string): Suite {
  return {
    name: 'library',
    async run() {
      const rows: Row[] = []
      for (const total of sizes) {
        const [root, out] = [join(folder, `root-${total}`), join(folder, `dist-${total}`)]
        await writeManyPolicies(root, corpus, total)
        for (const step of steps) {
          if (step === '改一份文件，再生成') appendFileSync(join(root, editedPolicy), '\n修改后的一段话。\n')
          rows.push(await measure(`${total} 份文件，${step}`, root, out))
        }
        rows.push({ what: `${total} 份文件，输出`, measured: megabytes(sizeOf(out)) })
        for (const path of [root, out]) await rm(path, { recursive: true, force: true })
      }
      return rows
    },
  }
}

async function measure(what: string, root: string, out: string): Promise<Row> {
  const script = join(programRoot, 'src', 'bench', 'build-root.ts')
  const { cpuSeconds, peakBytes, code, stdout, stderr, children } = await runChild(script, [root, out, manyPoliciesDay])
  if (code !== 0) throw new Error(stderr)
  const times = JSON.parse(stdout) as StageTime[]
  const stages = times.map(({ stage, cpuSeconds: cpu }) => `${stage} ${cpu.toFixed(1)}`).join('，')
  const cpu = cpuSeconds + (children?.cpuSeconds ?? 0)
  const peak = peakBytes + (children?.peakBytes ?? 0)
  return { what, measured: `CPU ${cpu.toFixed(1)} s，${megabytes(peak)}`, note: stages }
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}
