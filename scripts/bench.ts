import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { asOfDay, readArgs, UsageError } from '../src/pipeline/args.ts'
import { commandSuite } from '../src/pipeline/bench/commands.ts'
import { pageWeightSuite } from '../src/pipeline/bench/page-weights.ts'
import { type Row, toTable } from '../src/pipeline/bench/row.ts'
import { targetSuite } from '../src/pipeline/bench/targets.ts'
import { progressLine } from '../src/pipeline/progress-line.ts'
import { run } from '../src/pipeline/run.ts'

const usage = 'npm run bench -- [targets] [--root 文件夹] [--as-of 日期]'

const options = { root: { type: 'string' }, 'as-of': { type: 'string' } } as const

await run(usage, async (argv) => {
  const { values, words } = readArgs(argv, { options, words: { least: 0, most: 1 } })
  const [only] = words
  if (only !== undefined && only !== 'targets') throw new UsageError(`没有这一组测量：${only}`)
  const root = values.root ?? '.'
  const asOf = asOfDay(values['as-of'])
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-bench-'))
  const line = progressLine(process.stderr)
  try {
    const out = join(folder, 'dist')
    // A thousand targets take a minute: they are measured only when asked for.
    const suites = only ? [targetSuite(folder)] : [commandSuite(root, out, asOf), pageWeightSuite(out)]
    const rows: Row[] = []
    for (const suite of suites) {
      line.now(`${suite.name} …`)
      rows.push(...(await suite.run()))
    }
    line.now('')
    process.stdout.write(toTable(rows))
    return 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
