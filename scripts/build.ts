import process from 'node:process'
import { readArgs } from '../src/pipeline/args.ts'
import { buildSite } from '../src/pipeline/build.ts'
import { progressLine } from '../src/pipeline/progress-line.ts'
import { run } from '../src/pipeline/run.ts'
import { buildOptions, readSettings } from '../src/pipeline/settings.ts'

const usage = 'npm run build -- [--root 文件夹] [--out 文件夹] [--as-of 日期] [--base 路径] [--site 网址]'

await run(usage, async (argv) => {
  const settings = readSettings(readArgs(argv, { options: buildOptions }).values)
  const { ok } = await buildSite(settings, progressLine(process.stderr))
  return ok ? 0 : 1
})
