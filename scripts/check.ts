import process from 'node:process'
import { checkPackage } from '../src/foreign/package/check.ts'
import { langs } from '../src/model/lang.ts'
import { asOfDay, readArgs, UsageError } from '../src/pipeline/args.ts'
import { checkCsvw } from '../src/pipeline/check-csvw.ts'
import { fixEncodings, fixReport } from '../src/pipeline/fix-encoding.ts'
import { run } from '../src/pipeline/run.ts'
import { readRoot } from '../src/read/root.ts'
import { toGithub } from '../src/report/github.ts'
import { toJson } from '../src/report/json.ts'
import { toSarif } from '../src/report/sarif.ts'
import { countsOf } from '../src/report/summary.ts'
import { toText } from '../src/report/text.ts'

const usage = [
  'npm run check -- [--root 文件夹] [--format text|json|github|sarif] [--lang zh|en] [--as-of 日期]',
  'npm run check -- --package 文件夹或datapackage.json [--format …] [--lang zh|en]',
  'npm run check -- --csvw 元数据.json或表.csv [--format …] [--lang zh|en]',
  'npm run check -- --fix-encoding [--root 文件夹] [--lang zh|en] [文件…]',
].join('\n      ')

const formats = { text: toText, json: toJson, github: toGithub, sarif: toSarif } as const

const options = {
  root: { type: 'string' },
  package: { type: 'string' },
  csvw: { type: 'string' },
  'fix-encoding': { type: 'boolean' },
  format: { type: 'string' },
  lang: { type: 'string' },
  'as-of': { type: 'string' },
} as const

await run(usage, async (argv) => {
  const started = performance.now()
  const { values, words } = readArgs(argv, { options, words: { least: 0, most: Number.POSITIVE_INFINITY } })
  const format = oneOf(Object.keys(formats) as (keyof typeof formats)[], values.format ?? 'text', '--format')
  const lang = oneOf(langs, values.lang ?? 'zh', '--lang')
  const root = values.root ?? process.cwd()
  const isFixing = values['fix-encoding'] === true
  const modes = (['package', 'csvw', 'fix-encoding'] as const).filter((mode) => values[mode] !== undefined)
  if (modes.length > 1) throw new UsageError(`一次只能写一个：${modes.map((mode) => `--${mode}`).join('、')}`)
  if (words[0] !== undefined && !isFixing) throw new UsageError(`多出一个参数：${words[0]}`)
  if (isFixing) {
    const fixed = await fixEncodings(root, words)
    process.stdout.write(fixReport(fixed, lang))
    return fixed.some((one) => one.outcome === 'refused') ? 1 : 0
  }
  const checkRoot = () => readRoot(root, { asOf: asOfDay(values['as-of']), today: asOfDay(undefined) })
  const checkTables = () => (values.csvw === undefined ? checkRoot() : checkCsvw(values.csvw, process.cwd()))
  const { issues, files } = await (values.package === undefined ? checkTables() : checkPackage(values.package))
  process.stdout.write(formats[format]({ issues, files, durationMs: performance.now() - started }, lang))
  return countsOf(issues).errors > 0 ? 1 : 0
})

function oneOf<T extends string>(allowed: readonly T[], given: string, option: string): T {
  const found = allowed.find((one) => one === given)
  if (found === undefined) throw new UsageError(`${option} 可以写 ${allowed.join('、')}：${given}`)
  return found
}
