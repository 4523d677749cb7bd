import type { IndexDocument } from '../format/document.ts'
import { cut, type Fold, gap } from '../format/units.ts'
import { type PairTableState, pairTable } from './pair-table.ts'

/** One document as the keys at its positions: 0 is a gap, k + 1 the key number k. */
export interface TextSequence {
  readonly keys: Int32Array
  /** Units of the title and of the number beside it; positions below belong to them. */
  readonly titleUnits: number
  /** Positions and characters that each block takes, the gap and the line break behind it included; the title is the first. */
  readonly blocks: readonly { readonly positions: number; readonly characters: number }[]
}

/** Numbers that were given before, so that sequences of then and of now can stand together. */
export interface KnownUnits {
  readonly names: readonly string[]
  readonly pairs: PairTableState
}

/** Cuts documents and numbers what they hold: units, and pairs of neighbouring units. */
export function sequencer(fold?: Fold, known?: KnownUnits) {
  const units = new Map<string, number>()
  const names: string[] = [...(known?.names ?? [''])]
  const pairs = pairTable(known?.pairs)
  let buffer = new Int32Array(1 << 16)

  // Nearly all units are single characters: their numbers are found by their code.
  const single = new Int32Array(1 << 16)
  for (const [id, name] of names.entries()) {
    if (name.length === 1) single[name.charCodeAt(0)] = id
    else units.set(name, id)
  }

  function unitId(unit: string): number {
    if (unit.length === 1) {
      const code = unit.charCodeAt(0)
      const known = single[code] ?? 0
      if (known !== 0) return known
      single[code] = names.length
      names.push(unit)
      return names.length - 1
    }
    const id = units.get(unit)
    if (id !== undefined) return id
    units.set(unit, names.length)
    names.push(unit)
    return names.length - 1
  }

  function add(document: IndexDocument): TextSequence {
    let length = 0
    let before = 0
    const blocks: { positions: number; characters: number }[] = []
    // Whether a gap follows is known only at the next unit, so a key is written one step late.
    const put = (key: number) => {
      if (length === buffer.length) {
        const larger = new Int32Array(buffer.length * 2)
        larger.set(buffer)
        buffer = larger
      }
      buffer[length++] = key
    }
    const emit = (unit: string) => {
      const next = unit === gap ? 0 : unitId(unit)
      if (before !== 0) put(pairs.idOf(before, next) + 1)
      if (next === 0) put(0)
      before = next
    }
    for (const text of textsOf(document)) {
      const from = length
      cut(text, emit, fold)
      if (before !== 0) emit(gap)
      else if (length === from) put(0)
      blocks.push({ positions: length - from, characters: text.length + 1 })
    }
    return { keys: buffer.slice(0, length), titleUnits: titlePositions(document, blocks) - 1, blocks }
  }

  return { add, names, pairs }
}

/** The texts of a document in order: title, number, blocks. */
export function textsOf({ title, number, blocks }: IndexDocument): string[] {
  return [title, ...(number === undefined ? [] : [number]), ...blocks.map((block) => block.text)]
}

function titlePositions({ number }: IndexDocument, blocks: TextSequence['blocks']): number {
  return blocks.slice(0, number === undefined ? 1 : 2).reduce((sum, block) => sum + block.positions, 0)
}
