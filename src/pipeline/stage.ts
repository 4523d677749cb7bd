import type { ProgressLine } from './progress-line.ts'

export const stageNames = ['check', 'publish', 'pages', 'search', 'verify'] as const
type StageName = (typeof stageNames)[number]

/** What a stage hands on, and the words its line ends with. */
interface StageResult<T> {
  readonly value: T
  readonly summary: string
}

/** What one stage took; `bench` prints it. */
export interface StageTime {
  readonly stage: StageName
  readonly seconds: number
  readonly cpuSeconds: number
}

export type StageRunner = <T>(name: StageName, work: () => Promise<StageResult<T>>) => Promise<T>

/** Runs stages one by one and writes one line each: name, seconds, summary. */
export function stageRunner(line: ProgressLine, times: StageTime[] = []): StageRunner {
  return async (name, work) => {
    line.now(`${name.padEnd(8)} …`)
    const [started, cpu] = [performance.now(), process.cpuUsage()]
    const { value, summary } = await work()
    const seconds = (performance.now() - started) / 1000
    const { user, system } = process.cpuUsage(cpu)
    times.push({ stage: name, seconds, cpuSeconds: (user + system) / 1e6 })
    line.done(`${name.padEnd(8)}${seconds.toFixed(1).padStart(5)} 秒  ${summary}`)
    return value
  }
}
