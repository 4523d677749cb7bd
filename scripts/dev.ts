import process from 'node:process'
import { portNumber, readArgs } from '../src/pipeline/args.ts'
import { startDev } from '../src/pipeline/dev/dev.ts'
import { progressLine } from '../src/pipeline/progress-line.ts'
import { run } from '../src/pipeline/run.ts'
import { buildOptions, readSettings } from '../src/pipeline/settings.ts'

const usage = 'npm run dev -- [--port 端口] [--root 文件夹] [--as-of 日期] [--base 路径]'

const { out: _, ...shared } = buildOptions
const options = { ...shared, port: { type: 'string' } } as const

await run(usage, async (argv) => {
  const { values } = readArgs(argv, { options })
  const address = await startDev(readSettings(values), portNumber(values.port, 4321), progressLine(process.stderr))
  process.stdout.write(`${address}\n`)
  // Serves until the process is ended.
  return new Promise<number>(() => {})
})
