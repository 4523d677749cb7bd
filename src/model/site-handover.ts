import type { Issue } from './issue.ts'
import type { Site } from './site.ts'

/** What the pages show while the site is edited. */
export interface Handover {
  /** The newest site without errors. */
  readonly site: Site
  /** What the check says of it. */
  readonly issues: readonly Issue[]
  /** What is wrong with the content as it stands now, and kept it from being shown; none when it is shown. */
  readonly problems: readonly Issue[]
}

/** The pages are code that Vite loads by itself: what they share with the program is the process, not its modules. */
const key = Symbol.for('gongbao.handover')
const shared = globalThis as { [key]?: Handover | undefined }

export function handOver(what: Handover): void {
  shared[key] = what
}

export function handedOver(): Handover | undefined {
  return shared[key]
}
