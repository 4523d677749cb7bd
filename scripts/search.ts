import process from 'node:process'
import { queryResult } from '../src/fulltext/ask/query-result.ts'
import { asOfDay, readArgs, UsageError } from '../src/pipeline/args.ts'
import { indexOpener } from '../src/pipeline/fulltext/open-folder.ts'
import { resultText } from '../src/pipeline/fulltext/result-text.ts'
import { run } from '../src/pipeline/run.ts'

const usage =
  'npm run search -- [--root 文件夹 | --dist 文件夹 | --corpus 文件夹] [--format text|json] [--as-of 日期] "检索词" …'

const options = {
  root: { type: 'string' },
  dist: { type: 'string' },
  corpus: { type: 'string' },
  format: { type: 'string' },
  'as-of': { type: 'string' },
} as const

await run(usage, async (argv) => {
  const { values, words } = readArgs(argv, { options, words: { least: 1, most: 10_000 } })
  const format = values.format ?? 'text'
  if (format !== 'text' && format !== 'json') throw new UsageError(`--format 可以写 text、json：${format}`)
  const { root = '.', dist, corpus } = values
  if (dist !== undefined && corpus !== undefined) throw new UsageError('--dist 和 --corpus 只能写一个')
  const opener = await indexOpener({ root, dist, corpus, asOf: asOfDay(values['as-of']) })
  try {
    // Each query is asked of a fresh index, so that bytes are those of a first visit; several print a line each.
    for (const query of words) {
      const result = await queryResult(await opener.open(), query)
      process.stdout.write(format === 'json' ? `${JSON.stringify(result)}\n` : resultText(result))
    }
    return 0
  } finally {
    await opener.close()
  }
})
