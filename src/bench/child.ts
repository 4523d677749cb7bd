import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { type TreeUse, watchDescendants } from './process-tree.ts'

/** What running a command as a program of its own has cost. */
export interface Cost {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakBytes: number
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** What programs that it started used besides; undefined where the system does not tell. */
  readonly children: TreeUse | undefined
}

/** Runs a script with arguments in a fresh Node, and asks that Node at its end what it has used. */
export async function runChild(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Cost> {
  const started = performance.now()
  const child = spawn(process.execPath, ['--input-type=module', '--eval', wrapper(script), '--', ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const watch = watchDescendants(child.pid ?? -1)
  const [stdout, stderr, used, code] = await Promise.all([
    textOf(child.stdout as Readable),
    textOf(child.stderr as Readable),
    textOf(child.stdio[3] as Readable),
    new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1))),
  ])
  const { userCPUTime = 0, systemCPUTime = 0, maxRSS = 0 } = used ? (JSON.parse(used) as NodeJS.ResourceUsage) : {}
  return {
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakBytes: maxRSS * 1024,
    code,
    stdout,
    stderr,
    children: watch.end(),
  }
}

function wrapper(script: string): string {
  return `import { writeSync } from 'node:fs'
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())))
process.argv.splice(1, 0, ${JSON.stringify(script)})
await import(${JSON.stringify(pathToFileURL(script).href)})`
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
