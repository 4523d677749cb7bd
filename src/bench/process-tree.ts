import { readdirSync, readFileSync } from 'node:fs'

/** What the programs that a program has started used, as far as it was seen. */
export interface TreeUse {
  readonly cpuSeconds: number
  /** Most memory that they held at one time. */
  readonly peakBytes: number
}

/** Clock ticks in a second and bytes of a page as Linux tells them to programs. */
const ticks = 100
const pageBytes = 4096

/**
 * Looks at the descendants of a process again and again, until `end`. Undefined where the system does not tell: there
 * is `/proc` on Linux only. What a program does after the last look is missed, at most one interval of it.
 */
export function watchDescendants(root: number, interval = 50): { end(): TreeUse | undefined } {
  const cpu = new Map<number, number>()
  let peakBytes = 0
  let isKnown = true
  const look = () => {
    const all = processes()
    if (!all) {
      isKnown = false
      return
    }
    let bytes = 0
    for (const { pid, ticksUsed, residentPages } of descendants(root, all)) {
      cpu.set(pid, ticksUsed)
      bytes += residentPages * pageBytes
    }
    peakBytes = Math.max(peakBytes, bytes)
  }
  look()
  const timer = setInterval(look, interval)
  return {
    end() {
      clearInterval(timer)
      if (!isKnown) return undefined
      return { cpuSeconds: [...cpu.values()].reduce((sum, one) => sum + one, 0) / ticks, peakBytes }
    },
  }
}

export interface ProcessState {
  readonly pid: number
  readonly parent: number
  readonly ticksUsed: number
  readonly residentPages: number
}

/** One line of `/proc/<pid>/stat`; the name in brackets may hold spaces and brackets. */
export function processState(line: string): ProcessState {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  const field = (number: number) => Number(fields[number - 3])
  return {
    pid: Number.parseInt(line, 10),
    parent: field(4),
    ticksUsed: field(14) + field(15),
    residentPages: field(24),
  }
}

/** Children of a process, and theirs. */
export function descendants(root: number, all: readonly ProcessState[]): ProcessState[] {
  const children = Map.groupBy(all, (one) => one.parent)
  const found = [...(children.get(root) ?? [])]
  for (const one of found) found.push(...(children.get(one.pid) ?? []))
  return found
}

function processes(): ProcessState[] | undefined {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => stateOf(pid) ?? [])
  } catch {
    return undefined
  }
}

function stateOf(pid: string): ProcessState | undefined {
  try {
    return processState(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return undefined // ended meanwhile
  }
}
