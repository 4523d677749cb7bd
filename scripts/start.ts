import process from 'node:process'
import { portNumber, readArgs } from '../src/pipeline/args.ts'
import { buildSite } from '../src/pipeline/build.ts'
import { progressLine } from '../src/pipeline/progress-line.ts'
import { run } from '../src/pipeline/run.ts'
import { serve } from '../src/pipeline/serve/serve.ts'
import { buildOptions, readSettings } from '../src/pipeline/settings.ts'

const usage = 'npm start -- [--port 端口] [--root 文件夹] [--out 文件夹] [--as-of 日期] [--base 路径] [--site 网址]'

const options = { ...buildOptions, port: { type: 'string' } } as const

await run(usage, async (argv) => {
  const { values } = readArgs(argv, { options })
  const port = portNumber(values.port, 4321)
  const settings = readSettings(values)
  const { ok } = await buildSite(settings, progressLine(process.stderr))
  if (!ok) return 1
  const { url } = await serve(settings.out, { port, base: settings.base })
  process.stdout.write(`${url}${settings.base}/\n`)
  // Serves until the process is ended.
  return new Promise<number>(() => {})
})
