import { Worker } from 'node:worker_threads'

export type Checked = { readonly errors: number } | { readonly fault: string }

/** How long a check of the example city may take before it is held to hang. */
const limit = 30_000 // ms

/** Checks roots one after another; one that hangs or breaks the thread is a fault, and the next gets a fresh thread. */
export function checker(asOf: string) {
  let worker: Worker | undefined
  const start = () => {
    worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    })
    return worker
  }
  return {
    check(root: string): Promise<Checked> {
      const own = worker ?? start()
      return new Promise((resolve) => {
        const end = (checked: Checked, isBroken: boolean) => {
          clearTimeout(timer)
          own.removeAllListeners()
          own.on('error', () => {})
          if (isBroken) {
            worker = undefined
            own.terminate()
          }
          resolve(checked)
        }
        const timer = setTimeout(() => end({ fault: `no answer in ${limit / 1000} s` }, true), limit)
        own.on('message', (checked: Checked) => end(checked, false))
        own.on('error', (error: Error) => end({ fault: error.stack ?? error.message }, true))
        own.on('exit', (code) => end({ fault: `the thread ended with ${code}` }, true))
        own.postMessage({ root, asOf })
      })
    },
    close: async () => void (await worker?.terminate()),
  }
}
