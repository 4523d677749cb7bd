import { continuity, levelOrder } from '../../issues/str.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Block } from '../../model/policy/markdown.ts'
import { expectedNumber, parseNumbering } from '../../model/policy/numbering.ts'
import type { Clause } from '../../model/policy/policy.ts'
import type { Placed } from './markdown.ts'

/** Numbering, id and place of a heading, worked out while the text is read from top to bottom. */
interface Draft {
  readonly id: string
  readonly label: string
  readonly number: string
  readonly ordinal: number
  readonly level: number
  readonly style: Style
  readonly heading: string
  readonly place: Place
  readonly blocks: Block[]
  readonly children: Draft[]
}

type Style = 'list' | 'chapter' | 'section' | 'article' | 'none'

/**
 * Builds the clause tree of a policy. Ids follow the numbering, never the words: `一、（二）3.` → `c1-2-3`,
 * `第三十二条` → `a32`. Numbering may run on across siblings (1–4, 5–8 through （一）（二）).
 */
export class Outline {
  readonly issues: Issue[] = []
  readonly #top: Draft[] = []
  readonly #open: Draft[] = []
  readonly #last = new Map<string, Draft>()
  readonly #ids = new Map<string, number>()

  /** Opens the clause of a heading and returns its id. */
  heading(words: string, depth: number, place: Place): string {
    const numbering = parseNumbering(words)
    const style = styleOf(numbering?.level)
    const level = levelOf(numbering?.level, depth, this.#open)
    while ((this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop()
    const parent = this.#open.at(-1)
    const siblings = parent?.children ?? this.#top
    const ordinal = numbering?.ordinal ?? siblings.length + 1
    const number = numbering?.number ?? ''
    if (numbering) this.#check(numbering.level, ordinal, number, style, level, parent, siblings, place)
    const draft: Draft = {
      id: this.#idOf(style, ordinal, parent),
      label: (style === 'article' ? '' : (parent?.label ?? '')) + number.replace(/[、.．]\s*$/, ''),
      number,
      ordinal,
      level,
      style,
      heading: numbering?.rest.trim() ?? words.trim(),
      place,
      blocks: [],
      children: [],
    }
    siblings.push(draft)
    this.#open.push(draft)
    this.#last.set(style === 'list' ? String(level) : style, draft)
    return draft.id
  }

  /** The clause that text now read belongs to; undefined before the first heading. */
  get current():
    | {
        readonly id: string
        readonly label: string
        readonly heading: string
        readonly ordinal: number
        readonly place: Place
      }
    | undefined {
    return this.#open.at(-1)
  }

  /** Puts the blocks that followed each heading into its clause; returns what stood before the first. */
  fill(blocks: readonly Placed[]): Block[] {
    const drafts = this.#top.flatMap(flatten)
    const preamble: Block[] = []
    let into = preamble
    for (const { block } of blocks) {
      if (block.type === 'heading') into = drafts.shift()?.blocks ?? preamble
      else into.push(block)
    }
    return preamble
  }

  get clauses(): Clause[] {
    return this.#top.map(toClause)
  }

  #idOf(style: Style, ordinal: number, parent: Draft | undefined): string {
    const own = { chapter: `ch${ordinal}`, section: `${parent?.id ?? 'ch0'}-s${ordinal}`, article: `a${ordinal}` }[
      style as string
    ]
    const id =
      own ??
      (parent ? `${parent.id}-${style === 'none' ? 'u' : ''}${ordinal}` : `${style === 'none' ? 'u' : 'c'}${ordinal}`)
    const copy = (this.#ids.get(id) ?? 0) + 1
    this.#ids.set(id, copy)
    return copy === 1 ? id : `${id}-n${copy}`
  }

  #check(
    kind: NonNullable<ReturnType<typeof parseNumbering>>['level'],
    ordinal: number,
    number: string,
    style: Style,
    level: number,
    parent: Draft | undefined,
    siblings: readonly Draft[],
    place: Place,
  ): void {
    const above = parent && parent.style === 'list' ? parent.level : 0
    const inList = style === 'list' && (parent === undefined || parent.style === 'list')
    if (inList && level > above + 1) {
      const expected = expectedNumber((above + 1) as 1 | 2 | 3 | 4 | 5, 1)
      this.issues.push(issue(levelOrder, place, { found: number, expected }))
      return
    }
    const previous = siblings.findLast((one) => one.style === style)
    const ranOn = this.#last.get(style === 'list' ? String(level) : style)
    const continues = previous
      ? ordinal === previous.ordinal + 1
      : ordinal === 1 || (ranOn !== undefined && ordinal === ranOn.ordinal + 1)
    // Articles count through the whole text, whatever chapter they stand in.
    const articles = style === 'article' ? (ranOn ? ordinal === ranOn.ordinal + 1 : ordinal === 1) : continues
    if (articles) return
    const before = previous ?? (style === 'article' ? ranOn : undefined)
    const expected = expectedNumber(kind, (before?.ordinal ?? 0) + 1)
    this.issues.push(
      issue(continuity, place, { expected, found: number, ...(before ? { previous: before.number } : {}) }),
    )
  }
}

function styleOf(level: NonNullable<ReturnType<typeof parseNumbering>>['level'] | undefined): Style {
  if (level === undefined) return 'none'
  return typeof level === 'number' ? 'list' : level
}

/** Chapters hold sections hold articles hold lists; a list stands one below whatever holds it. */
function levelOf(
  kind: NonNullable<ReturnType<typeof parseNumbering>>['level'] | undefined,
  depth: number,
  open: readonly Draft[],
): number {
  if (kind === undefined) return Math.max(1, depth - 1)
  if (typeof kind === 'string') return kind === 'chapter' ? 1 : kind === 'section' ? 2 : 3
  const holder = open.findLast((one) => one.style !== 'list' && one.style !== 'none')
  return holder ? holder.level + kind : kind
}

function flatten(draft: Draft): Draft[] {
  return [draft, ...draft.children.flatMap(flatten)]
}

function toClause(draft: Draft): Clause {
  const { id, label, number, ordinal, level, heading, place, blocks, children } = draft
  return { id, label, number, ordinal, level, heading, place, blocks, children: children.map(toClause) }
}
