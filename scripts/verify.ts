import { statSync } from 'node:fs'
import process from 'node:process'
import { basePath, readArgs, siteOrigin, UsageError } from '../src/pipeline/args.ts'
import { run } from '../src/pipeline/run.ts'
import { countsOf } from '../src/report/summary.ts'
import { toText } from '../src/report/text.ts'
import { verifyOutput } from '../src/verify/output.ts'
import { addressIn } from '../src/verify/own-address.ts'
import { promisedIn } from '../src/verify/promised.ts'

const usage = 'npm run verify -- [--out 文件夹] [--base 路径] [--site 网址]'

const options = { out: { type: 'string' }, base: { type: 'string' }, site: { type: 'string' } } as const

await run(usage, async (argv) => {
  const { values } = readArgs(argv, { options })
  const out = values.out ?? 'dist'
  if (!statSync(out, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`没有这个文件夹，请先运行 npm run build：${out}\nno such folder`)
  }
  const origin = siteOrigin(values.site)
  const base = basePath(values.base)
  const address = origin === undefined ? await addressIn(out) : origin + base
  const { issues, pages } = await verifyOutput(
    out,
    { base, ...(address !== undefined && { address }) },
    await promisedIn(out),
  )
  process.stdout.write(toText({ issues, files: pages, durationMs: 0 }, 'zh'))
  return countsOf(issues).errors > 0 ? 1 : 0
})
