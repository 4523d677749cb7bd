import { blockText } from '../model/policy/markdown.ts'
import { readMarkdown } from '../read/text/markdown.ts'
import { blank } from './part.ts'
import type { Imported } from './to-markdown.ts'

/** The text of a file before and after, in characters without white space. */
export interface Comparison {
  /** Characters of the file. */
  readonly before: number
  /** Those that stand in the Markdown, or in a line that became its front matter. */
  readonly kept: number
  /** Characters of the body that are not in the file: automatic numbers, numbers of notes. */
  readonly added: number
  /** What is missing, in order; a whole line or a piece of one. */
  readonly lost: readonly string[]
}

/**
 * Compares the text of a file, as gathered without looking at its structure, with the Markdown as the site reads
 * it, character by character.
 */
export function compareTexts(source: string, { markdown, header }: Imported): Comparison {
  const before = count(source)
  const body = bodyText(markdown).replace(blank, '')
  const lines = withoutUsed(source.split('\n').map(bare), header.used.map(bare)).filter((line) => line !== '')
  const wanted = lines.join('')
  const lost = isWithin(wanted, body) ? [] : missing(lines, body)
  const kept = before - lost.reduce((sum, one) => sum + count(one), 0)
  return { before, kept, added: Math.max(0, count(body) - (count(wanted) - (before - kept))), lost }
}

/** The words of a body as its page shows them: marks gone, escapes resolved. */
export function bodyText(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '')
  const read = readMarkdown(
    { file: '', body, bodyLine: 1, mdx: false },
    { target: ({ attributes }) => attributes['id'] ?? '' },
  )
  return blockText(read.blocks.map(({ block }) => block))
}

function bare(text: string): string {
  return text.replace(blank, '')
}

function count(text: string): number {
  return [...bare(text)].length
}

/** Takes lines of the head out, in order; one may stand in several lines of the file. */
function withoutUsed(lines: readonly string[], used: readonly string[]): string[] {
  const left = [...lines]
  let from = 0
  for (const one of used) {
    const first = left.findIndex((_, at) => at >= from && covers(left, at, one) > 0)
    if (first === -1) continue
    const many = covers(left, first, one)
    for (let at = first; at < first + many; at++) left[at] = ''
    from = first + many
  }
  return left
}

/** How many lines from `at` on make up `wanted`; 0 where they do not. */
function covers(lines: readonly string[], at: number, wanted: string): number {
  let joined = ''
  for (let next = at; next < lines.length && joined.length < wanted.length; next++) {
    joined += lines[next] ?? ''
    if (joined === wanted && lines[at] !== '') return next - at + 1
    if (!wanted.startsWith(joined)) return 0
  }
  return 0
}

function isWithin(wanted: string, text: string): boolean {
  let at = 0
  for (const char of wanted) {
    const found = text.indexOf(char, at)
    if (found === -1) return false
    at = found + char.length
  }
  return true
}

/** A line may go on this far behind the one before: automatic numbers and notes stand between. */
const reach = 400

function missing(lines: readonly string[], text: string): string[] {
  const lost: string[] = []
  let at = 0
  for (const line of lines) {
    const exact = text.startsWith(line, at) ? at : text.slice(at, at + line.length + reach).indexOf(line) + at
    if (exact >= at && text.startsWith(line, exact)) {
      at = exact + line.length
      continue
    }
    const partly = align(line, text.slice(at, at + line.length + reach))
    if (partly.lost.join('').length <= line.length * 0.3) {
      lost.push(...partly.lost)
      at += partly.end
    } else if (!text.includes(line)) {
      lost.push(line)
    }
  }
  return [...lost, ...uncounted(lines.join(''), text, lost.join(''))]
}

/** Longest common subsequence: the pieces of `line` outside of it, and where it ends in `text`. */
function align(line: string, text: string): { lost: string[]; end: number } {
  const [rows, columns] = [line.length + 1, text.length + 1]
  if (rows * columns > 2 ** 24) return { lost: [line], end: 0 }
  const best = new Uint16Array(rows * columns)
  const cell = (y: number, x: number) => best[y * columns + x] ?? 0
  for (let y = rows - 2; y >= 0; y--) {
    for (let x = columns - 2; x >= 0; x--) {
      best[y * columns + x] = line[y] === text[x] ? cell(y + 1, x + 1) + 1 : Math.max(cell(y + 1, x), cell(y, x + 1))
    }
  }
  const lost: string[] = []
  let [y, x, piece, end] = [0, 0, '', 0]
  while (y < rows - 1) {
    if (x < columns - 1 && line[y] === text[x]) {
      if (piece !== '') lost.push(piece)
      ;[y, x, piece, end] = [y + 1, x + 1, '', x + 1]
    } else if (x < columns - 1 && cell(y, x + 1) >= cell(y + 1, x)) {
      x++
    } else {
      piece += line[y]
      y++
    }
  }
  return { lost: piece === '' ? lost : [...lost, piece], end }
}

/** A line that stands elsewhere too may hide a loss: every character must come as often as before. */
function uncounted(wanted: string, text: string, named: string): string[] {
  const left = new Map<string, number>()
  const add = (chars: string, by: number) => {
    for (const char of chars) left.set(char, (left.get(char) ?? 0) + by)
  }
  add(wanted, 1)
  add(text, -1)
  add(named, -1)
  const rest = [...left].flatMap(([char, times]) => (times > 0 ? [char.repeat(times)] : []))
  return rest.length > 0 ? [rest.join('')] : []
}
