import { spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly pid: number | undefined
  readonly ended: Promise<Ended>
  /** Waits until the output holds a text; stdout and stderr as one. */
  said(text: string): Promise<void>
  kill(signal: NodeJS.Signals): void
}

/** Runs `scripts/<name>.ts` to its end, the way npm does. */
export function runScript(name: string, args: readonly string[], cwd?: string): Promise<Ended> {
  return startScript(name, args, cwd).ended
}

export function startScript(name: string, args: readonly string[], cwd?: string): Started {
  const script = fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url))
  // The workers of the tests have settings of their own that a command of an editor does not have.
  const { NODE_ENV, VITEST, TEST, NODE_OPTIONS, ...env } = process.env
  const child = spawn(process.execPath, [script, ...args], { cwd, env })
  let [stdout, stderr] = ['', '']
  const waiting = new Set<() => void>()
  const heard = () => {
    for (const look of waiting) look()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    heard()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    heard()
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  const said = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!(stdout + stderr).includes(text)) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
      child.on('close', () => reject(new Error(`ended without saying “${text}”: ${stdout}${stderr}`)))
    })
  return { pid: child.pid, ended, said, kill: (signal) => child.kill(signal) }
}
