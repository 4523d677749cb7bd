import { parentPort } from 'node:worker_threads'
import { readRoot } from '../../src/read/root.ts'
import { countsOf } from '../../src/report/summary.ts'

/** Checks a root in a thread of its own, so that a check that does not end can be ended. */
parentPort?.on('message', async ({ root, asOf }: { root: string; asOf: string }) => {
  try {
    const { issues, site } = await readRoot(root, { asOf })
    const { errors } = countsOf(issues)
    parentPort?.postMessage(errors === 0 && !site ? { fault: 'no error, and no site' } : { errors })
  } catch (error) {
    parentPort?.postMessage({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
