import process from 'node:process'

const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

const cleaners = new Set<() => void>()

/** Calls `clean` when the process is interrupted, the last first, then ends it the way a shell expects. */
export function onInterrupt(clean: () => void): () => void {
  if (cleaners.size === 0) for (const signal of signals) process.on(signal, end)
  cleaners.add(clean)
  return () => {
    cleaners.delete(clean)
    if (cleaners.size === 0) for (const signal of signals) process.removeListener(signal, end)
  }
}

const signals = Object.keys(exitCodes) as (keyof typeof exitCodes)[]

function end(signal: keyof typeof exitCodes): void {
  for (const clean of [...cleaners].reverse()) clean()
  process.exit(exitCodes[signal])
}
