import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bilingual } from '../model/lang.ts'
import type { TextEncoding } from '../read/csv/encoding.ts'
import { detectEncoding, encodingNames, placeOfBadByte } from '../read/csv/encoding.ts'
import { listFiles } from '../read/file-list.ts'
import { visible } from '../report/visible.ts'

/** What became of one file. */
export interface FixedFile {
  readonly path: string
  readonly outcome: 'clean' | 'rewritten' | 'refused'
  readonly said: Bilingual
}

/**
 * Rewrites tables and texts to UTF-8 without BOM, character by character. A file that is clean is not touched; one
 * whose bytes do not decode exactly is refused. Without `paths`, all of `content/` and `data/` below the root but
 * the frozen releases.
 */
export async function fixEncodings(root: string, paths: readonly string[]): Promise<FixedFile[]> {
  const all = paths.length > 0 ? paths : await filesBelow(root)
  const results: FixedFile[] = []
  for (const path of all) results.push(await fixFile(path, paths.length > 0 ? path : join(root, path)))
  return results
}

/** One line a file that was not clean, then the count. */
export function fixReport(files: readonly FixedFile[], lang: 'zh' | 'en'): string {
  const count = (outcome: FixedFile['outcome']) => files.filter((one) => one.outcome === outcome).length
  const lines = files.flatMap(({ path, outcome, said }) =>
    outcome === 'clean' ? [] : [`${visible(path)}  ${visible(said[lang])}\n`],
  )
  const [rewritten, clean, refused] = [count('rewritten'), count('clean'), count('refused')]
  const zh = `转成 UTF-8 ${rewritten} 个文件，本来就是 UTF-8、没有动的 ${clean} 个，没有转的 ${refused} 个。\n`
  const en = `${rewritten} files turned into UTF-8, ${clean} were clean and left alone, ${refused} refused.\n`
  return lines.join('') + (lang === 'zh' ? zh : en)
}

/** Links out of the root are left alone: what they lead to is no content. */
async function filesBelow(root: string): Promise<string[]> {
  const { paths } = await listFiles(root, ['content', 'data'])
  return paths.filter((path) => /\.(?:mdx?|ya?ml|csv)$/.test(path) && !/^data\/[^/]+\/releases\//.test(path))
}

async function fixFile(path: string, named: string): Promise<FixedFile> {
  const refuse = (zh: string, en: string): FixedFile => ({
    path,
    outcome: 'refused',
    said: { zh: `没有转：${zh}。`, en: `refused: ${en}.` },
  })
  // A link is followed, so that the file it names is rewritten and the link stays.
  const file = await realpath(named).catch(() => undefined)
  if (file === undefined || !(await stat(file)).isFile()) return refuse('没有这个文件', 'there is no such file')
  const read = () => createReadStream(file, { highWaterMark: 256 * 1024 })
  const encoding = await detectEncoding(read)
  if (encoding === 'xlsx')
    return refuse('是 Excel 工作簿，请另存为 CSV UTF-8', 'an Excel workbook; save it as CSV UTF-8')
  if (encoding === 'binary') return refuse('认不出是哪种编码的文本', 'not text of an encoding that is known')
  if (encoding === 'broken') {
    const { line, column } = await placeOfBadByte(read)
    const en = `UTF-8 with bytes that do not belong, the first at ${line}:${column}`
    return refuse(`是 UTF-8，但第${line}行第${column}列起有坏字节，要人来改`, en)
  }
  if (encoding === 'utf-8' && !(await hasMark(read()))) {
    return { path, outcome: 'clean', said: { zh: '没有动。', en: 'left alone.' } }
  }
  if (encoding.startsWith('gb') && !(await isPlausibleChinese(read()))) {
    return refuse('能按 GBK 解码，但解出来不像中文，多半是别的编码', 'decodes as GBK, but not to anything like Chinese')
  }
  const line = await rewrite(file, read(), encoding)
  if (line === undefined) return refuse('有的字节不能原样解码', 'some bytes do not decode exactly')
  const from = encoding === 'utf-8' ? 'UTF-8（BOM）' : encodingNames[encoding]
  return {
    path,
    outcome: 'rewritten',
    said: { zh: `${from} → UTF-8，首行：${line}`, en: `${from} → UTF-8, first line: ${line}` },
  }
}

/** Writes the text beside the file and puts it in its place; its first line, or undefined where nothing was changed. */
async function rewrite(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): Promise<string | undefined> {
  const beside = `${file}.${randomBytes(4).toString('hex')}.tmp`
  const { mode } = await stat(file)
  const target = await open(beside, 'wx', mode)
  const decoder = new TextDecoder(encoding, { fatal: true })
  let head = ''
  try {
    const write = async (text: string): Promise<void> => {
      // A character that stands for one that could not be read would be lost for good.
      if (text.includes('\ufffd')) throw new TypeError('replacement character')
      if (head.length < 200) head += text.slice(0, 200)
      await target.write(text)
    }
    for await (const chunk of chunks) await write(decoder.decode(chunk, { stream: true }))
    await write(decoder.decode())
    await target.sync()
    await target.close()
    await rename(beside, file)
  } catch (error) {
    await target.close().catch(() => undefined)
    await rm(beside, { force: true })
    if (error instanceof TypeError) return undefined
    throw error
  }
  const first = head.split(/[\r\n]/, 1)[0] ?? ''
  return first.length > 40 ? `${first.slice(0, 40)}…` : first
}

async function hasMark(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const [a, b, c] of chunks) return a === 0xef && b === 0xbb && c === 0xbf
  return false
}

/**
 * Western text passes for GBK: a letter with an accent takes the ASCII letter behind it as its second byte. In
 * Chinese both bytes are high in nearly all pairs.
 */
async function isPlausibleChinese(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  let lead = false
  let high = 0
  let low = 0
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      if (!lead) lead = byte > 0x80
      else {
        if (byte >= 0xa1 || (byte >= 0x30 && byte <= 0x39)) high++
        else low++
        lead = false
      }
    }
  }
  return high >= low
}
