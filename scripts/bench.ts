import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { commandSuite } from '../src/bench/commands.ts'
import { csvSuite } from '../src/bench/csv.ts'
import { formatSuite } from '../src/bench/formats.ts'
import { librarySuite } from '../src/bench/library.ts'
import { pageWeightSuite } from '../src/bench/page-weights.ts'
import { type Row, type Suite, toTable } from '../src/bench/row.ts'
import { searchSuite } from '../src/bench/search.ts'
import { targetSuite } from '../src/bench/targets.ts'
import { asOfDay, readArgs, UsageError } from '../src/pipeline/args.ts'
import { progressLine } from '../src/pipeline/progress-line.ts'
import { run } from '../src/pipeline/run.ts'

const usage =
  'npm run bench -- [targets|csv|formats|library --corpus 文件夹 [--sizes 1000,3000]|search --corpus 文件夹 --queries 文件] [--root 文件夹] [--as-of 日期]'

const options = {
  root: { type: 'string' },
  'as-of': { type: 'string' },
  corpus: { type: 'string' },
  queries: { type: 'string' },
  sizes: { type: 'string' },
} as const

interface Asked {
  readonly root: string
  readonly corpus?: string | undefined
  readonly queries?: string | undefined
  readonly sizes?: string | undefined
}

/** Measured when asked for by name: they take a minute. */
const apart: Readonly<Record<string, (folder: string, asked: Asked) => Suite>> = {
  targets: targetSuite,
  csv: (folder) => csvSuite(folder),
  formats: formatSuite,
  library: (folder, { corpus, sizes = '1000,3000' }) => {
    if (!corpus || !existsSync(corpus)) throw new UsageError(`没有这个文件夹：${corpus ?? '--corpus'}`)
    if (!/^\d+(,\d+)*$/.test(sizes)) throw new UsageError(`--sizes 要写成 1000,3000 这样的数：${sizes}`)
    return librarySuite(corpus, sizes.split(',').map(Number), folder)
  },
  search: (folder, { root, corpus, queries }) => {
    if (!corpus || !queries) throw new UsageError('search 要写 --corpus 和 --queries')
    for (const path of [corpus, queries]) if (!existsSync(path)) throw new UsageError(`没有这个文件或文件夹：${path}`)
    return searchSuite(root, corpus, queries, folder)
  },
}

await run(usage, async (argv) => {
  const { values, words } = readArgs(argv, { options, words: { least: 0, most: 1 } })
  const [only] = words
  const suiteAlone = only === undefined ? undefined : apart[only]
  if (only !== undefined && !suiteAlone) throw new UsageError(`没有这一组测量：${only}`)
  const root = values.root ?? '.'
  const asOf = asOfDay(values['as-of'])
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-bench-'))
  const line = progressLine(process.stderr)
  try {
    const out = join(folder, 'dist')
    const suites = suiteAlone
      ? [suiteAlone(folder, { root, ...values })]
      : [commandSuite(root, out, asOf), pageWeightSuite(out), csvSuite(folder, [1_000_000])]
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
