import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Ended } from './run-script.ts'

/** The end of a command, where the process goes on. */
class Exit extends Error {
  readonly code: number

  constructor(code: number) {
    super(`ended with ${code}`)
    this.code = code
  }
}

let runs = 0

/**
 * Runs `scripts/<name>.ts` to its end inside this process: the file is loaded anew, with arguments, folder and streams of
 * its own; what it imports is loaded once. One at a time, and only in files of the project `commands`. A command that
 * renders pages or hears signals gets a process: `runScript`.
 */
export async function runCommand(name: string, args: readonly string[], cwd = process.cwd()): Promise<Ended> {
  const before = { argv: process.argv, cwd: process.cwd(), exit: process.exit }
  const [out, err] = [capture(process.stdout), capture(process.stderr)]
  runs += 1
  try {
    process.chdir(cwd)
    const path = fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url))
    process.argv = [process.execPath, path, ...args]
    process.exit = (code) => {
      throw new Exit(Number(code))
    }
    await import(/* @vite-ignore */ `${path}?run=${runs}`)
    throw new Error(`${name} has not ended`)
  } catch (error) {
    if (error instanceof Exit) return { code: error.code, stdout: out.text(), stderr: err.text() }
    throw error
  } finally {
    process.argv = before.argv
    process.exit = before.exit
    process.chdir(before.cwd)
    out.release()
    err.release()
  }
}

/** What is written to a stream, kept from it; listeners that are added meanwhile go with it. */
function capture(stream: NodeJS.WriteStream) {
  const write = stream.write
  const listeners = stream.listeners('error')
  let text = ''
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    for (const done of rest) if (typeof done === 'function') done()
    return true
  }
  return {
    text: () => text,
    release() {
      stream.write = write
      for (const one of stream.listeners('error')) {
        if (!listeners.includes(one)) stream.off('error', one as () => void)
      }
    },
  }
}
