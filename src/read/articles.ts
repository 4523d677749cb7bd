import type { Issue } from '../model/issue.ts'
import type { Block } from '../model/markdown.ts'
import type { Placed } from './markdown.ts'
import { readMarkdown } from './markdown.ts'
import type { Names } from './names.ts'
import { linkNames } from './names.ts'
import type { Prose } from './prose.ts'

/** Reads the body of an interpretation or a page; headings get ids by their order: `s1`, `s2` … */
export function readArticle(
  entry: Prose<unknown>,
  names: Names,
): { blocks: Block[]; placed: Placed[]; issues: Issue[] } {
  const { file, body, bodyLine } = entry
  const seen = new Set<string>()
  let section = 0
  const read = readMarkdown(
    { file, body, bodyLine, mdx: true },
    { heading: () => `s${++section}`, text: (words) => linkNames(words, names, '', seen, () => {}) },
  )
  return { blocks: read.blocks.map((one) => one.block), placed: read.blocks, issues: read.issues }
}
