import { gzipSync } from 'node:zlib'
import { heavyPage, unexpectedScript } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'
import { type Home, resolveAddress } from './address.ts'
import { type BuiltPage, isProgram, placeIn } from './built-page.ts'

/** What a page may cost: gzip bytes of HTML and style sheets together (DESIGN §9). */
export interface Budget {
  readonly pages: RegExp
  readonly bytes: number
  readonly script: boolean
}

/** The first that fits a page counts. Lists, search, finder and datasets work without their scripts, and may have them. */
export const budgets: readonly Budget[] = [
  { pages: /^policies\/[^/]+\/index\.html$/, bytes: 30 * 1024, script: false },
  { pages: /^(?:[^/]+\/)?index\.html$/, bytes: 60 * 1024, script: true },
  { pages: /^data\/[^/]+\/index\.html$/, bytes: 60 * 1024, script: true },
  { pages: /./, bytes: 60 * 1024, script: false },
]

/** `sizes` gives the gzip size of a file of the output, for style sheets shared by many pages. */
export function checkBudget(page: BuiltPage, home: Home, sizes: (path: string) => number): Issue[] {
  const budget = budgets.find(({ pages }) => pages.test(page.path))
  if (!budget) return []
  // Compression never adds as much as a hundredth: most pages need not be compressed to know that they are light.
  const most = sheetWeight(page, home, sizes) + Buffer.byteLength(page.html) * 1.01 + 64
  const bytes = most > budget.bytes ? pageWeight(page, home, sizes) : 0
  const heavy = bytes > budget.bytes ? [issue(heavyPage, placeIn(page, 0), { bytes, limit: budget.bytes })] : []
  if (budget.script) return heavy
  const scripts = page.tags.filter((tag) => isProgram(tag) && tag.attributes.has('src'))
  return [
    ...heavy,
    ...scripts.map((tag) =>
      issue(unexpectedScript, placeIn(page, tag.offset), { src: tag.attributes.get('src') ?? '' }),
    ),
  ]
}

/** Gzip bytes of the page and of the style sheets it names. */
export function pageWeight(page: BuiltPage, home: Home, sizes: (path: string) => number): number {
  return sheetWeight(page, home, sizes) + gzipSync(page.html).length
}

function sheetWeight(page: BuiltPage, home: Home, sizes: (path: string) => number): number {
  const sheets = page.tags.flatMap((tag) => {
    if (tag.name !== 'link' || tag.attributes.get('rel') !== 'stylesheet') return []
    const address = resolveAddress(tag.attributes.get('href') ?? '', page.path, home)
    return address.type === 'file' ? [address.path] : []
  })
  return [...new Set(sheets)].reduce((sum, path) => sum + sizes(path), 0)
}
