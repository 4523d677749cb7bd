import type { Issue } from '../../model/issue.ts'
import { validityOf } from '../../model/policy/validity.ts'
import type { Site } from '../../model/site.ts'
import type { Board } from '../../progress/board.ts'
import type { BoardHistory } from '../../progress/history.ts'
import type { Manifest } from '../../publish/formats/manifest.ts'
import type { ApiEntry } from '../../publish/web/api-paths.ts'
import type { PageContext } from '../../site/context.ts'
import { sourceIndex } from '../../views/data/source-uses.ts'
import { dutyIndex } from '../../views/policy/duties.ts'
import { relationIndex } from '../../views/policy/policy-relations.ts'
import type { Distributions } from '../publish-stage.ts'

/** What the stages before have found and written. */
export interface Prepared {
  readonly site: Site
  readonly board: Board
  readonly history: BoardHistory
  readonly issues: readonly Issue[]
  readonly published: Manifest
  readonly distributions: Distributions
  readonly fulltext: string | undefined
  readonly api: readonly ApiEntry[]
}

/** Adds the indexes that many pages look into, each worked out once. */
export function toPageContext(prepared: Prepared): PageContext {
  const { site } = prepared
  return {
    ...prepared,
    validity: new Map(
      [...site.policies].map(([id, policy]) => [id, validityOf(policy, site.policies, site.asOf)] as const),
    ),
    relations: relationIndex(site.policies),
    duties: dutyIndex(site),
    sourceUses: sourceIndex(site),
  }
}
