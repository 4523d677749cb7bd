import { mkdir, readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { openIndex } from '../../fulltext/open-index.ts'
import { queryResult } from '../../fulltext/query-result.ts'
import { corpusDocuments, markdownFiles } from '../fulltext/corpus-index.ts'
import { fileSource } from '../fulltext/file-source.ts'
import { writeIndex } from '../fulltext/write-index.ts'
import type { EngineAnswer, ScoredQuery } from './search-score.ts'

/*
 * A program of its own: `index CORPUS FOLDER SYNONYMS` writes our index, `ask FOLDER QUERIES ANSWERS` asks each query of a
 * client that has read nothing but the head, as a first visitor would.
 */
const [what = '', first = '', second = '', third = ''] = process.argv.slice(2)
if (what === 'index') {
  await mkdir(second, { recursive: true })
  const synonyms = JSON.parse(await readFile(third, 'utf8')) as string[][]
  await writeIndex(corpusDocuments(first, await markdownFiles(first)), second, synonyms)
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
