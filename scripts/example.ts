import { join } from 'node:path'
import process from 'node:process'
import { portNumber, readArgs } from '../src/pipeline/args.ts'
import { buildSite } from '../src/pipeline/build.ts'
import { programRoot } from '../src/pipeline/program-root.ts'
import { progressLine } from '../src/pipeline/progress-line.ts'
import { run } from '../src/pipeline/run.ts'
import { serve } from '../src/pipeline/serve/serve.ts'
import { readSettings } from '../src/pipeline/settings.ts'

const usage = 'npm run example -- [--port 端口]'

const root = join(programRoot, 'test/fixtures/example-city')
const out = join(programRoot, '.gongbao/example')

await run(usage, async (argv) => {
  const { values } = readArgs(argv, { options: { port: { type: 'string' } } })
  const port = portNumber(values.port, 4321)
  // The day for which the figures of the example city are made.
  const settings = readSettings({ root, out, 'as-of': '2026-06-30' })
  const { ok } = await buildSite(settings, progressLine(process.stderr))
  if (!ok) return 1
  const { url } = await serve(out, { port })
  process.stdout.write(`${url}/\n`)
  // Serves until the process is ended.
  return new Promise<number>(() => {})
})
