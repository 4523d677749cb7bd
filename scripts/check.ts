import process from 'node:process'
import { langs } from '../src/model/lang.ts'
import { asOfDay, readArgs, UsageError } from '../src/pipeline/args.ts'
import { checkCsvw } from '../src/pipeline/check-csvw.ts'
import { run } from '../src/pipeline/run.ts'
import { readRoot } from '../src/read/root.ts'
import { toGithub } from '../src/report/github.ts'
import { toJson } from '../src/report/json.ts'
import { toSarif } from '../src/report/sarif.ts'
import { countsOf } from '../src/report/summary.ts'
import { toText } from '../src/report/text.ts'

const usage =
  'npm run check -- [--root 文件夹 | --csvw 文件] [--format text|json|github|sarif] [--lang zh|en] [--as-of 日期]'

const formats = { text: toText, json: toJson, github: toGithub, sarif: toSarif } as const

const options = {
  root: { type: 'string' },
  csvw: { type: 'string' },
  format: { type: 'string' },
  lang: { type: 'string' },
  'as-of': { type: 'string' },
} as const

await run(usage, async (argv) => {
  const started = performance.now()
  const { values } = readArgs(argv, { options })
  const format = oneOf(Object.keys(formats) as (keyof typeof formats)[], values.format ?? 'text', '--format')
  const lang = oneOf(langs, values.lang ?? 'zh', '--lang')
  const { issues, files } =
    values.csvw === undefined
      ? await readRoot(values.root ?? process.cwd(), { asOf: asOfDay(values['as-of']), today: asOfDay(undefined) })
      : await checkCsvw(values.csvw, process.cwd())
  process.stdout.write(formats[format]({ issues, files, durationMs: performance.now() - started }, lang))
  return countsOf(issues).errors > 0 ? 1 : 0
})

function oneOf<T extends string>(allowed: readonly T[], given: string, option: string): T {
  const found = allowed.find((one) => one === given)
  if (found === undefined) throw new UsageError(`${option} 可以写 ${allowed.join('、')}：${given}`)
  return found
}
