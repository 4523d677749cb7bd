import { existsSync, statSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { close, createIndex } from 'pagefind'
import type { Pagefind } from '../browser/search/pagefind-engine.ts'
import { escapeText } from '../model/markup.ts'
import { corpusDocuments, markdownFiles } from '../pipeline/fulltext/corpus-index.ts'
import type { EngineAnswer, ScoredQuery } from './search-score.ts'

/*
 * The same work done by Pagefind over full text, as it comes: `index CORPUS FOLDER`, `ask FOLDER QUERIES ANSWERS`. Asked
 * from Node as search.md §6.3 describes.
 */
const [what = '', first = '', second = '', third = ''] = process.argv.slice(2)
if (what === 'index') await index(first, second)
else await ask(first, second, third)
process.exit(0)

async function index(corpus: string, folder: string): Promise<void> {
  const { index: made } = await createIndex({ forceLanguage: 'zh-cn' })
  if (!made) throw new Error('Pagefind does not start')
  for (const { url, title, blocks } of corpusDocuments(corpus, await markdownFiles(corpus))) {
    const content = blocks.map((block) => `<p>${escapeText(block.text)}</p>`).join('')
    const page = `<html lang="zh-CN"><head><title>${escapeText(title)}</title></head><body><h1>${escapeText(title)}</h1>${content}</body></html>`
    await made.addHTMLFile({ url, content: page })
  }
  const { files } = await made.getFiles()
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  await close()
}

async function ask(folder: string, queryFile: string, answerFile: string): Promise<void> {
  let bytes = 0
  globalThis.fetch = (async (address: string) => {
    const path = String(address).replace(/\?.*$/, '')
    if (!existsSync(path)) return new Response('', { status: 404 })
    bytes += statSync(path).size
    return new Response(await readFile(path))
  }) as typeof fetch
  const pagefind = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as Pagefind & {
    destroy(): Promise<void>
  }
  Object.assign(globalThis, {
    document: { querySelector: () => ({ getAttribute: () => 'zh-CN' }), currentScript: null },
  })
  const { queries } = JSON.parse(await readFile(queryFile, 'utf8')) as { queries: ScoredQuery[] }
  const answers: EngineAnswer[] = []
  for (const { q } of queries) {
    await pagefind.destroy()
    bytes = 0
    await pagefind.options({ basePath: `${folder}/` })
    await pagefind.search('', {})
    const startBytes = bytes
    const started = performance.now()
    const { results } = await pagefind.search(q, {})
    const queryBytes = bytes - startBytes
    const data = results as unknown as { data(): Promise<{ raw_url?: string; url: string }> }[]
    const urls: string[] = []
    for (const [at, result] of data.entries()) {
      if (at === 10) break
      urls.push(urlOf(await result.data()))
    }
    const coldBytes = bytes
    for (const result of data.slice(10)) urls.push(urlOf(await result.data()))
    answers.push({ exact: urls, related: [], queryBytes, coldBytes, milliseconds: performance.now() - started })
  }
  await writeFile(answerFile, JSON.stringify(answers))
}

function urlOf({ raw_url, url }: { raw_url?: string; url: string }): string {
  return decodeURI(raw_url ?? url).replace(/^\//, '')
}
