import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { budgets, pageWeight } from '../verify/budget.ts'
import { isProgram, readPage } from '../verify/built-page.ts'
import type { Row, Suite } from './row.ts'

/** The heaviest page of each type in a built site: gzip bytes of HTML and styles, and of scripts. */
export function pageWeightSuite(out: string): Suite {
  return {
    name: 'page weights',
    async run() {
      const paths = (await readdir(out, { recursive: true })).map((path) => path.replaceAll('\\', '/'))
      const pages = paths.filter((path) => path.endsWith('index.html')).sort()
      const weighed = await Promise.all(pages.map((path) => weigh(out, path)))
      return [...Map.groupBy(weighed, ({ path }) => typeOf(path))].flatMap(([type, own]) => {
        const [heaviest] = own.sort((a, b) => b.bytes - a.bytes)
        return heaviest ? [toRow(type, own.length, heaviest)] : []
      })
    },
  }
}

interface Weight {
  readonly path: string
  readonly bytes: number
  readonly script: number
}

async function weigh(out: string, path: string): Promise<Weight> {
  const gzip = (file: string) => gzipSync(readFileSync(join(out, file))).length
  const page = readPage(path, await readFile(join(out, path), 'utf8'))
  const scripts = page.tags.filter(isProgram).flatMap((tag) => tag.attributes.get('src') ?? [])
  return {
    path,
    bytes: pageWeight(page, { base: '' }, gzip),
    script: scripts.reduce((sum, src) => sum + gzip(src), 0),
  }
}

function toRow(type: string, count: number, { path, bytes, script }: Weight): Row {
  const budget = budgets.find(({ pages }) => pages.test(path))
  return {
    what: `页 ${type}`,
    measured: kilobytes(bytes),
    goal: budget && `≤ ${kilobytes(budget.bytes)}`,
    note: `${script > 0 ? `脚本 ${kilobytes(script)}；` : ''}${count} 页中最重的 /${path.replace(/index\.html$/, '')}`,
  }
}

/** The room of a page, with a star for each id: `policies/x/index.html` is of the type of all policies. */
function typeOf(path: string): string {
  const [room = '', ...ids] = path.split('/').slice(0, -1)
  const rest = ids.map((id) => (id === 'indicators' ? id : '*'))
  return ['', room, ...rest, ''].join('/').replace('//', '/')
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}
