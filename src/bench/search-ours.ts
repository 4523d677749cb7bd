import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { openIndex } from '../fulltext/ask/open-index.ts'
import { queryResult } from '../fulltext/ask/query-result.ts'
import type { IndexDocument } from '../fulltext/format/document.ts'
import { corpusDocuments, markdownFiles } from '../pipeline/fulltext/corpus-index.ts'
import { fileSource } from '../pipeline/fulltext/file-source.ts'
import { writeIndex } from '../pipeline/fulltext/write-index.ts'
import { replicas } from './replicas.ts'
import type { EngineAnswer, ScoredQuery } from './search-score.ts'

/*
 * A program of its own: `index CORPUS FOLDER SYNONYMS` writes our index, `keep` the same with what the next one is made
 * from, `again` another one with a single changed document, `many` one of ten thousand documents; `ask FOLDER QUERIES ANSWERS` asks each query of a client
 * that has read nothing but the head, as a first visitor would.
 */
const [what = '', first = '', second = '', third = ''] = process.argv.slice(2)
if (what !== 'ask') {
  await mkdir(second, { recursive: true })
  const synonyms = JSON.parse(await readFile(third, 'utf8')) as string[][]
  const paths = await markdownFiles(first)
  const documents = () => corpusDocuments(first, paths)
  const now = {
    again: () => withOneChanged(documents(), Math.floor(paths.length / 2)),
    many: () => replicas(documents, 10_000),
  }[what]
  const cache = what === 'keep' || what === 'again' ? join(second, 'cache') : undefined
  await writeIndex((now ?? documents)(), second, synonyms, cache)
} else {
  const { queries } = JSON.parse(await readFile(second, 'utf8')) as { queries: ScoredQuery[] }
  const answers: EngineAnswer[] = []
  for (const { q } of queries) {
    const index = await openIndex(fileSource(first))
    const started = performance.now()
    const result = await queryResult(index, q)
    answers.push({
      exact: result.exact.map((one) => one.url),
      related: result.related.map((one) => one.url),
      queryBytes: result.queryBytes,
      coldBytes: result.bytes,
      milliseconds: performance.now() - started,
    })
  }
  await writeFile(third, JSON.stringify(answers))
}

function* withOneChanged(documents: Iterable<IndexDocument>, which: number): Generator<IndexDocument> {
  let at = 0
  for (const document of documents) {
    const more = { text: '新增一条：测量用的文字，原文里没有。' }
    yield at++ === which ? { ...document, blocks: [...document.blocks.slice(1), more] } : document
  }
}
