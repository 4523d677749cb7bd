import process from 'node:process'
import { isRealDate } from '../src/model/number/date.ts'
import { asOfDay, readArgs, UsageError } from '../src/pipeline/args.ts'
import { makeReleases } from '../src/pipeline/release/release.ts'
import { run } from '../src/pipeline/run.ts'

const usage =
  'npm run release -- 数据集|--all --note "改了什么" [--on 日期] [--version X.Y.Z] [--reason "对象: 原因"]… [--root 文件夹] [--dry-run]'

const options = {
  all: { type: 'boolean' },
  note: { type: 'string' },
  on: { type: 'string' },
  version: { type: 'string' },
  reason: { type: 'string', multiple: true },
  root: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const

await run(usage, async (argv) => {
  const { values, words } = readArgs(argv, { options, words: { least: 0, most: 1 } })
  const [dataset] = words
  if ((dataset === undefined) !== (values.all === true)) throw new UsageError('请写一个数据集，或写 --all')
  const note = values.note?.trim()
  if (!note) throw new UsageError('请用 --note 写明这个版本改了什么')
  if (values.version !== undefined && !/^\d+\.\d+\.\d+$/.test(values.version))
    throw new UsageError(`--version 要写 1.2.0 这样的版本号：${values.version}`)
  if (values.version !== undefined && values.all) throw new UsageError('--version 只用于一个数据集')
  const today = asOfDay(undefined)
  const on = dayOf(values.on, today)
  const reasons = (values.reason ?? []).map(toReason)
  const settings = { root: values.root ?? '.', dataset, note, on, today, reasons, version: values.version }
  const isDone = await makeReleases({ ...settings, isDry: values['dry-run'] === true }, (text) =>
    process.stdout.write(text),
  )
  return isDone ? 0 : 1
})

function dayOf(text: string | undefined, today: string): string {
  const on = text ?? today
  if (!isRealDate(on).ok) throw new UsageError(`--on 要写真实的日期，例如 2026-11-20：${on}`)
  if (on > today) throw new UsageError(`--on 不能晚于今天（${today}）：${on}`)
  return on
}

function toReason(text: string): { for: string; text: string } {
  const [, selector, words] = /^(.+?)\s*(?:：|: )\s*(.+)$/.exec(text) ?? []
  if (!selector || !words) throw new UsageError(`--reason 要写“对象: 原因”，例如 "value: 按核定数更正"：${text}`)
  return { for: selector, text: words }
}
