import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { corpusSynonyms } from '../pipeline/fulltext/corpus-synonyms.ts'
import { programRoot } from '../pipeline/program-root.ts'
import { type Cost, runChild } from './child.ts'
import type { Row, Suite } from './row.ts'
import { type EngineAnswer, type Score, type ScoredQuery, scores } from './search-score.ts'

/** Our index and Pagefind over the same texts and the same queries: cost of indexing, quality, bytes of a first visit. */
export function searchSuite(root: string, corpus: string, queryFile: string, folder: string): Suite {
  return {
    name: 'search',
    async run() {
      const { queries } = JSON.parse(await readFile(queryFile, 'utf8')) as { queries: ScoredQuery[] }
      const synonymFile = join(folder, 'synonyms.json')
      await writeFile(synonymFile, JSON.stringify(await corpusSynonyms(root)))
      const rows: Row[] = []
      const costs = new Map<string, Cost>()
      const cache = await warmCache(folder, synonymFile)
      for (const engine of ['ours', 'pagefind'] as const) {
        const script = join(programRoot, 'src', 'bench', `search-${engine}.ts`)
        const [built, answered] = [join(folder, engine), join(folder, `${engine}.json`)]
        const index = await runChild(script, ['index', corpus, built, synonymFile], cache)
        if (index.code !== 0) throw new Error(index.stderr)
        costs.set(engine, index)
        const asked = await runChild(script, ['ask', built, queryFile, answered])
        if (asked.code !== 0) throw new Error(asked.stderr)
        const answers = JSON.parse(await readFile(answered, 'utf8')) as EngineAnswer[]
        rows.push(indexRow(engine, index), ...scores(queries, answers).map((score) => scoreRow(engine, score)))
      }
      rows.push(
        await headRow(join(folder, 'ours')),
        await changeRow(corpus, join(folder, 'changed'), synonymFile, cache),
        await manyRow(corpus, join(folder, 'many'), synonymFile),
      )
      const [ours, pagefind] = [costs.get('ours'), costs.get('pagefind')]
      if (ours && pagefind) {
        const share = (a: number, b: number) => `1/${(b / Math.max(a, 1e-9)).toFixed(1)}`
        rows.push({
          what: 'index, ours of Pagefind',
          measured: `CPU ${share(cpuOf(ours), cpuOf(pagefind))}`,
          goal: '≤ 1/5',
          note: `memory ${share(peakOf(ours), peakOf(pagefind))}`,
        })
      }
      return rows
    },
  }
}

type Cache = Readonly<Record<string, string>>

/** Both programs have compiled their code before, as the second start of a command has. */
async function warmCache(folder: string, synonymFile: string): Promise<Cache> {
  const cache = { NODE_COMPILE_CACHE: join(folder, 'compile-cache') }
  const texts = join(folder, 'first')
  await mkdir(texts)
  await writeFile(join(texts, '通知.md'), '# 通知\n\n第一条 小微企业可以申请。\n')
  for (const engine of ['ours', 'pagefind']) {
    const script = join(programRoot, 'src', 'bench', `search-${engine}.ts`)
    const first = await runChild(script, ['index', texts, join(texts, engine), synonymFile], cache)
    if (first.code !== 0) throw new Error(first.stderr)
  }
  return cache
}

function indexRow(engine: string, cost: Cost): Row {
  // Pagefind works in a program of its own, which Node starts.
  const unseen = cost.children === undefined ? ', without the programs that it starts: this system does not tell' : ''
  return {
    what: `${engine}: index`,
    measured: `CPU ${cpuOf(cost).toFixed(1)} s`,
    note: `peak ${Math.round(peakOf(cost) / 1e6)} MB, ${cost.seconds.toFixed(1)} s${unseen}`,
  }
}

/** One document is changed, and the index made from what the one before has left. */
async function changeRow(corpus: string, folder: string, synonymFile: string, cache: Cache): Promise<Row> {
  const script = join(programRoot, 'src', 'bench', 'search-ours.ts')
  const kept = await runChild(script, ['keep', corpus, folder, synonymFile], cache)
  const again = await runChild(script, ['again', corpus, folder, synonymFile], cache)
  const failed = [kept, again].find((one) => one.code !== 0)
  if (failed) throw new Error(failed.stderr)
  return {
    what: 'ours: one changed document',
    measured: `${again.seconds.toFixed(2)} s`,
    goal: '≤ 1 s',
    note: `CPU ${cpuOf(again).toFixed(1)} s, the start of Node with a warm compile cache included`,
  }
}

/** The same corpus over and over, each time with a little other text. */
async function manyRow(corpus: string, folder: string, synonymFile: string): Promise<Row> {
  const cost = await runChild(join(programRoot, 'src', 'bench', 'search-ours.ts'), [
    'many',
    corpus,
    folder,
    synonymFile,
  ])
  if (cost.code !== 0) throw new Error(cost.stderr)
  return {
    what: 'ours: index of 10,000 documents',
    measured: `CPU ${cpuOf(cost).toFixed(1)} s, peak ${Math.round(peakOf(cost) / 1e6)} MB`,
    goal: '≤ 25 s, ≤ 600 MB',
    note: 'replicas with changed text',
  }
}

/** What a browser reads before the first query, besides the script of the page. */
async function headRow(folder: string): Promise<Row> {
  const { size } = await stat(join(folder, 'head.bin'))
  return { what: 'ours: head of the index', measured: `${(size / 1000).toFixed(1)} KB`, note: 'the script besides' }
}

function cpuOf({ cpuSeconds, children }: Cost): number {
  return cpuSeconds + (children?.cpuSeconds ?? 0)
}

/** Of the program and those it started; not quite at one time, so for several it is an upper bound. */
function peakOf({ peakBytes, children }: Cost): number {
  return peakBytes + (children?.peakBytes ?? 0)
}

function scoreRow(engine: string, score: Score): Row {
  const { kind, queries, recall, precision, p10, mrr, empty, queryKB, coldKB, milliseconds } = score
  return {
    what: `${engine}: ${kind} (${queries})`,
    measured: `R ${recall.toFixed(3)} P ${precision.toFixed(3)} P@10 ${p10.toFixed(3)} MRR ${mrr.toFixed(3)}`,
    note: [
      `empty ${(empty * 100).toFixed(0)}%`,
      `query ${queryKB.median.toFixed(0)}/${queryKB.p95.toFixed(0)} KB`,
      `cold ${coldKB.median.toFixed(0)}/${coldKB.p95.toFixed(0)} KB`,
      `${milliseconds.median.toFixed(0)}/${milliseconds.p95.toFixed(0)} ms`,
    ].join(', '),
  }
}
