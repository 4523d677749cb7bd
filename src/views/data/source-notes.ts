import type { Source } from '../../model/register/source.ts'
import type { Site } from '../../model/site.ts'

/** One numbered entry of the list of sources at the foot of a page; its anchor is `#s<number>`. */
export interface SourceNote {
  readonly number: number
  readonly source: Source
  /** Where in the source, and what to mind: one line a use, without repeats. */
  readonly remarks: readonly string[]
}

export interface SourceNotes {
  readonly list: readonly SourceNote[]
  /** The number under which a source stands, by its id. */
  readonly numberOf: (source: string) => number | undefined
}

/** Numbers sources in the order of their first use on a page, each once. */
export function sourceNotes(
  site: Pick<Site, 'sources'>,
  uses: readonly { readonly source: string; readonly remark?: string }[],
): SourceNotes {
  const notes = new Map<string, { number: number; source: Source; remarks: string[] }>()
  for (const { source: id, remark } of uses) {
    const source = site.sources.get(id)
    if (!source) continue
    const note = notes.get(id) ?? { number: notes.size + 1, source, remarks: [] }
    if (remark && !note.remarks.includes(remark)) note.remarks.push(remark)
    notes.set(id, note)
  }
  return { list: [...notes.values()], numberOf: (id) => notes.get(id)?.number }
}
