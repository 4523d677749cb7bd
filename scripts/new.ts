import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { id as idSchema } from '../src/model/field.ts'
import { asOfDay, readArgs, UsageError } from '../src/pipeline/args.ts'
import { run } from '../src/pipeline/run.ts'
import { skeleton, skeletonKinds } from '../src/pipeline/skeleton.ts'
import { readRoot } from '../src/read/root.ts'

const usage = 'npm run new -- policy|measure|dataset 标识 [--title 标题] [--root 文件夹] [--as-of 日期]'

const options = { title: { type: 'string' }, root: { type: 'string' }, 'as-of': { type: 'string' } } as const

await run(usage, async (argv) => {
  const { values, words } = readArgs(argv, { options, words: { least: 2, most: 2 } })
  const [kindWord, id = ''] = words
  const kind = skeletonKinds.find((one) => one === kindWord)
  if (!kind) throw new UsageError(`可以新建 ${skeletonKinds.join('、')}：${kindWord}`)
  if (!idSchema.safeParse(id).success) throw new UsageError(`标识用小写字母、数字和短横线，例如 yw-zbf-2024-1：${id}`)

  const root = values.root ?? '.'
  const asOf = asOfDay(values['as-of'])
  // A skeleton needs only the names of the place: errors elsewhere, as of the last skeleton, do not stop it.
  const { names } = await readRoot(root, { asOf, today: asOfDay(undefined) })
  const files = skeleton(kind, names, { id, title: values.title })
  const taken = [...files.keys()].find((path) => existsSync(join(root, path)))
  if (taken) {
    process.stderr.write(`${taken} 已经存在，没有改动。\n`)
    return 1
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text, { flag: 'wx' })
    process.stdout.write(`${path}\n`)
  }
  return 0
})
