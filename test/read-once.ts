import { resolve } from 'node:path'
import { readRoot } from '../src/read/root.ts'

type Reading = ReturnType<typeof readRoot>

const readings = new Map<string, Reading>()

/** What `readRoot` gives of a root that no test changes: read once in a worker, for all files of tests that ask. */
export function readOnce(root: string, { asOf, today = asOf }: { asOf: string; today?: string }): Reading {
  const key = [resolve(root), asOf, today].join(' ')
  const reading = readings.get(key) ?? readRoot(root, { asOf, today })
  readings.set(key, reading)
  return reading
}
