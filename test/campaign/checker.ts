import { Worker } from 'node:worker_threads'

export type Checked = { readonly errors: number } | { readonly fault: string }

/** How long a check of the example city may take before it is held to hang. */
const limit = 30_000 // ms

/** Checks roots one after another; one that hangs or breaks the thread is a fault, and the next gets a fresh thread. */
export function checker(asOf: string) {
  let worker: Worker | undefined
  let answer: (checked: Checked, isBroken: boolean) => void = () => {}
  const start = () => {
    const fresh = new Worker(new URL('./check-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    })
    const broken = (fault: string) => fresh === worker && answer({ fault }, true)
    fresh.on('message', (checked: Checked) => answer(checked, false))
    fresh.on('error', (error: Error) => broken(error.stack ?? error.message))
    fresh.on('exit', (code) => broken(`the thread ended with ${code}`))
    worker = fresh
    return fresh
  }
  return {
    check(root: string): Promise<Checked> {
      const own = worker ?? start()
      return new Promise((resolve) => {
        const timer = setTimeout(() => answer({ fault: `no answer in ${limit / 1000} s` }, true), limit)
        answer = (checked, isBroken) => {
          clearTimeout(timer)
          answer = () => {}
          if (isBroken) {
            worker = undefined
            own.terminate()
          }
          resolve(checked)
        }
        own.postMessage({ root, asOf })
      })
    },
    close: async () => void (await worker?.terminate()),
  }
}
