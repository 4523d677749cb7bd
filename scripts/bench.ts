import { join } from 'node:path'
import process from 'node:process'
import { asOfDay, readArgs } from '../src/pipeline/args.ts'
import { commandSuite } from '../src/pipeline/bench/commands.ts'
import { pageWeightSuite } from '../src/pipeline/bench/page-weights.ts'
import { type Row, type Suite, toTable } from '../src/pipeline/bench/row.ts'
import { progressLine } from '../src/pipeline/progress-line.ts'
import { run } from '../src/pipeline/run.ts'
import { openWorkFolder } from '../src/pipeline/work-folder.ts'

const usage = 'npm run bench -- [--root 文件夹] [--as-of 日期]'

const options = { root: { type: 'string' }, 'as-of': { type: 'string' } } as const

await run(usage, async (argv) => {
  const { values } = readArgs(argv, { options })
  const work = await openWorkFolder()
  const line = progressLine(process.stderr)
  try {
    const out = join(work.path, 'bench')
    const suites: Suite[] = [commandSuite(values.root ?? '.', out, asOfDay(values['as-of'])), pageWeightSuite(out)]
    const rows: Row[] = []
    for (const suite of suites) {
      line.now(`${suite.name} …`)
      rows.push(...(await suite.run()))
    }
    line.now('')
    process.stdout.write(toTable(rows))
    return 0
  } finally {
    await work.close()
  }
})
