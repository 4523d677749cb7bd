import type { Issue } from '../../model/issue.ts'
import type { Placed } from './markdown.ts'
import { readMarkdown } from './markdown.ts'
import type { PlacedLink } from './mdast.ts'
import type { Names } from './names.ts'
import { linkNames } from './names.ts'
import type { Prose } from './prose.ts'

/** The body of an interpretation or a page. */
export interface ArticleBody {
  readonly blocks: readonly Placed[]
  readonly links: readonly PlacedLink[]
  readonly issues: readonly Issue[]
}

/** Headings get ids by their order: `s1`, `s2` … */
export function readArticle({ file, body, bodyLine }: Prose<unknown>, names: Names): ArticleBody {
  const seen = new Set<string>()
  let section = 0
  return readMarkdown(
    { file, body, bodyLine, mdx: true },
    { heading: () => `s${++section}`, text: (words) => linkNames(words, names, '', seen, () => {}) },
  )
}
