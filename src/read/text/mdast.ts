import type { Issue, Place } from '../../model/issue.ts'
import type { Inline } from '../../model/policy/markdown.ts'
import type { LineStarts } from './line-starts.ts'

/** A `:target[…]{…}` as it stands in the text. */
export interface TargetMark {
  readonly attributes: Readonly<Record<string, string>>
  readonly words: string
  /** The attributes in their braces, as they were typed. */
  readonly written: string
  readonly at: Place
  /** Where an attribute stands. */
  attributeAt(name: string): Place
}

/** What a caller does with the marks; without a callback the mark is read as the text it was. */
export interface Marks {
  /** Plain text → text with links to policies and terms. */
  text?(text: string, at: (offset: number) => Place): Inline[]
  /** Returns the id under which the mark is kept. */
  target?(mark: TargetMark): string
  /** `（责任单位：…）` cut out of a paragraph; returns the id of its task. */
  responsibility?(text: string, at: (offset: number) => Place): string
  /** Called at every heading, before the blocks below it. */
  heading?(words: string, depth: number, at: Place): string
}

/** A link as written and where it stands. */
export interface PlacedLink {
  readonly url: string
  readonly at: Place
  readonly isImage?: boolean
}

export interface Source {
  readonly file: string
  readonly body: string
  readonly bodyLine: number
  /** `.mdx`: the fixed components are allowed, code is not. */
  readonly mdx: boolean
}

export interface Context extends Source {
  readonly issues: Issue[]
  readonly links: PlacedLink[]
  readonly marks: Marks
  readonly lines: LineStarts
  /** Addresses written apart from their links: `[words][key]` and `[key]: address`. */
  readonly definitions: ReadonlyMap<string, string>
}

/** The part of an mdast node that is read here. */
export interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
  readonly position: { readonly start: Point; readonly end: Point }
  readonly depth?: number
  readonly url?: string
  readonly alt?: string | null
  readonly ordered?: boolean | null
  readonly start?: number | null
  readonly name?: string | null
  /** Of a link or note that is written apart. */
  readonly identifier?: string
  readonly attributes?:
    | Readonly<Record<string, string>>
    | readonly { readonly name?: string; readonly value?: unknown }[]
}

export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** The source of a node, exactly as it was typed. */
export function slice(node: Node, context: Context): string {
  return context.body.slice(node.position.start.offset, node.position.end.offset)
}

export function clip(text: string): string {
  const line = text.split('\n')[0] ?? ''
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

export function placeOf(node: Node, context: Context): Place {
  return {
    file: context.file,
    line: node.position.start.line + context.bodyLine - 1,
    column: node.position.start.column,
  }
}

export function placeAt(offset: number, context: Context): Place {
  const { line, column } = context.lines.placeOf(offset)
  return { file: context.file, line: line + context.bodyLine - 1, column }
}
