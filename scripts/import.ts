import { existsSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import process from 'node:process'
import { compareTexts } from '../src/import/compare.ts'
import { readDocument } from '../src/import/document.ts'
import { findByName } from '../src/import/find-by-name.ts'
import { DocumentError } from '../src/import/part.ts'
import { importReport } from '../src/import/report.ts'
import { toMarkdown } from '../src/import/to-markdown.ts'
import type { Lang } from '../src/model/lang.ts'
import { langs } from '../src/model/lang.ts'
import { asOfDay, readArgs, UsageError } from '../src/pipeline/args.ts'
import { insideRoot } from '../src/pipeline/inside-root.ts'
import { run } from '../src/pipeline/run.ts'
import { readRoot } from '../src/read/root.ts'

const usage =
  'npm run import -- 文件.docx|.txt|.html [--to content/policies/标识.md] [--mark-targets] [--overwrite] [--root 文件夹] [--lang zh|en]'

const options = {
  to: { type: 'string' },
  root: { type: 'string' },
  'mark-targets': { type: 'boolean' },
  overwrite: { type: 'boolean' },
  lang: { type: 'string' },
} as const

await run(usage, async (argv) => {
  const { values, words } = readArgs(argv, { options, words: { least: 1, most: 1 } })
  const lang = langs.find((one) => one === (values.lang ?? 'zh'))
  if (!lang) throw new UsageError(`--lang 可以写 ${langs.join('、')}：${values.lang}`)
  const [file = ''] = words
  const root = values.root ?? '.'
  if (!(await stat(root).catch(() => undefined))?.isDirectory()) throw new UsageError(`没有这个文件夹：${root}`)
  const to = values.to === undefined ? undefined : await insideRoot(root, values.to)
  const reading = toReading(file, await read(file), lang)
  if (reading.parts.length === 0) throw new UsageError(`文件里没有文字：${file}`)
  const { names } = await readRoot(root, { asOf: asOfDay(undefined) })
  const marked = values['mark-targets'] === true
  const imported = toMarkdown(reading, {
    findOrganization: (name) => findByName(names.organizations, name),
    region: names.config.region,
    markTargets: marked,
  })
  const comparison = compareTexts(reading.source, imported)
  if (to === undefined) process.stdout.write(imported.markdown)
  else {
    const failed = await write(to, values.to ?? '', imported.markdown, values.overwrite === true, lang)
    if (failed) return 1
  }
  process.stderr.write(importReport(imported, { comparison, findings: reading.findings, marked }, lang))
  return 0
})

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new UsageError(`文件读不到：${file}`, { cause: error })
  }
}

function toReading(file: string, bytes: Uint8Array, lang: Lang) {
  try {
    const reading = readDocument(bytes, extname(file))
    if (reading) return reading
  } catch (error) {
    if (error instanceof DocumentError) throw new UsageError(`${file}：${error.said[lang]}`, { cause: error })
    throw error
  }
  throw new UsageError(`读得懂 .docx、.txt、.html：${file}`)
}

/** Says so and gives true where the file was not written. An existing one is an editor's, unless `overwrite`. */
async function write(file: string, path: string, text: string, overwrite: boolean, lang: Lang): Promise<boolean> {
  const say = (zh: string, en: string) => process.stderr.write(`${path} ${lang === 'zh' ? zh : en}\n`)
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text, { flag: overwrite ? 'w' : 'wx' })
    say(
      '已写好；请对照原件核对，填好空着的字段，再运行 npm run check。',
      'written; check it against the original, fill in what is empty, run npm run check.',
    )
    return false
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    if (code === 'EEXIST' && existsSync(file)) {
      say(
        '已经存在，没有改动；要换成重新导入的请加 --overwrite。',
        'exists and was left alone; --overwrite replaces it.',
      )
    } else say(`写不进去：${code}。`, `cannot be written: ${code}.`)
    return true
  }
}
