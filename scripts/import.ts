import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import process from 'node:process'
import { readDocument } from '../src/import/document.ts'
import { DocxError } from '../src/import/docx.ts'
import { findByName } from '../src/import/find-by-name.ts'
import { toMarkdown } from '../src/import/to-markdown.ts'
import { asOfDay, readArgs, UsageError } from '../src/pipeline/args.ts'
import { run } from '../src/pipeline/run.ts'
import { readRoot } from '../src/read/root.ts'

const usage = 'npm run import -- 文件.docx|.txt|.html [--to content/policies/标识.md] [--root 文件夹]'

const options = { to: { type: 'string' }, root: { type: 'string' } } as const

await run(usage, async (argv) => {
  const { values, words } = readArgs(argv, { options, words: { least: 1, most: 1 } })
  const [file = ''] = words
  const parts = toParts(file, await read(file))
  if (!parts) throw new UsageError(`读得懂 .docx、.txt、.html：${file}`)
  if (parts.length === 0) throw new UsageError(`文件里没有文字：${file}`)
  // Without a readable site the names of offices stay as they are.
  const { site } = await readRoot(values.root ?? '.', { asOf: asOfDay(undefined) })
  const markdown = toMarkdown(parts, {
    findOrganization: (name) => findByName(site?.organizations ?? new Map(), name),
    region: site?.config.region ?? '',
  })
  if (values.to === undefined) {
    process.stdout.write(markdown)
    return 0
  }
  return write(values.to, markdown)
})

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new UsageError(`文件读不到：${file}`, { cause: error })
  }
}

function toParts(file: string, bytes: Uint8Array) {
  try {
    return readDocument(bytes, extname(file))
  } catch (error) {
    if (error instanceof DocxError) throw new UsageError(`${file}：${error.message}`, { cause: error })
    throw error
  }
}

async function write(path: string, text: string): Promise<number> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text, { flag: 'wx' })
    process.stderr.write(`${path} 已写好；请核对标出的目标，再运行 npm run check。\n`)
    return 0
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    process.stderr.write(existsSync(path) ? `${path} 已经存在，没有改动。\n` : `${path} 写不进去：${code}。\n`)
    return 1
  }
}
