import type { TableDistributions } from '../model/data/column-distribution.ts'
import type { Issue } from '../model/issue.ts'
import type { Validity } from '../model/policy/validity.ts'
import type { Site } from '../model/site.ts'
import type { Board } from '../progress/board.ts'
import type { BoardHistory } from '../progress/history.ts'
import type { Manifest } from '../publish/formats/manifest.ts'
import type { ApiEntry } from '../publish/web/api-paths.ts'
import type { SourceUses } from '../views/data/source-uses.ts'
import type { Duties } from '../views/policy/duties.ts'
import type { RelationLine } from '../views/policy/policy-relations.ts'

/** Everything that pages show. It is made once a build and handed over in the process; pages read no file. */
export interface PageContext {
  readonly site: Site
  /** Every target judged as of the site's day. */
  readonly board: Board
  /** The boards of earlier days. */
  readonly history: BoardHistory
  /** What the check warns of; a site with errors is never built. */
  readonly issues: readonly Issue[]
  /** The downloads of each dataset, as the publish stage has written them. */
  readonly published: Manifest
  /** How the values of open datasets are spread, by dataset and table. */
  readonly distributions: ReadonlyMap<string, Readonly<Record<string, TableDistributions>>>
  /** The id of the full-text index. */
  readonly fulltext: string | undefined
  /** The kinds of addresses programs read, each with one that exists. */
  readonly api: readonly ApiEntry[]
  /** Whether each policy is in force, by its id. */
  readonly validity: ReadonlyMap<string, Validity>
  /** The relations of each policy in both directions, by its id. */
  readonly relations: ReadonlyMap<string, readonly RelationLine[]>
  /** What each organisation has to do, by its id. */
  readonly duties: ReadonlyMap<string, Duties>
  /** What rests on each source, by its id. */
  readonly sourceUses: ReadonlyMap<string, SourceUses>
}

// The compiled pages carry a copy of this module: a symbol of the process is what both know.
const key = Symbol.for('gongbao.pages')
const shared = globalThis as { [key]?: PageContext }

/** Hands over what the pages render from now on. */
export function providePages(context: PageContext): void {
  shared[key] = context
}

export function pageContext(): PageContext {
  const context = shared[key]
  if (!context) throw new Error('pages are rendered before their content was provided')
  return context
}
