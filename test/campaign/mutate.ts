import { Buffer } from 'node:buffer'
import type { Chance } from './chance.ts'
import { poisons } from './poison.ts'

/** Puts a hostile text in the place of one field: a key or value of YAML, a cell, or some words of a text. */
export function poisonField(bytes: Buffer, path: string, by: Chance): Buffer {
  const [lines, poison] = [bytes.toString('utf8').split('\n'), by.of(poisons)]
  const at = by.below(lines.length)
  lines[at] = path.endsWith('.csv') ? inCells(lines[at] ?? '', poison, by) : inLine(lines[at] ?? '', poison, by)
  return Buffer.from(lines.join('\n'))
}

function inCells(line: string, poison: string, by: Chance): string {
  const cells = line.split(',')
  cells[by.below(cells.length)] = by.below(4) === 0 ? poison : `"${poison.replaceAll('"', '""')}"`
  return cells.join(',')
}

function inLine(line: string, poison: string, by: Chance): string {
  const [, indent = '', key = '', value = ''] = /^([\s-]*)([\w-]+):(.*)$/.exec(line) ?? []
  const quoted = by.below(3) === 0 ? poison : JSON.stringify(poison)
  if (key === '') return line.slice(0, by.below(line.length + 1)) + poison
  return (
    [`${indent}${key}: ${quoted}`, `${indent}${quoted}:${value}`, `${line}\n${indent.replace('-', ' ')}${quoted}: x`][
      by.below(3)
    ] ?? line
  )
}

/** Takes away, doubles, exchanges or cuts off lines. */
export function mutateLines(bytes: Buffer, _: string, by: Chance): Buffer {
  const lines = bytes.toString('utf8').split('\n')
  const [at, other] = [by.below(lines.length), by.below(lines.length)]
  const turn = by.below(4)
  if (turn === 0) lines.splice(at, 1 + by.below(3))
  if (turn === 1) lines.splice(at, 0, lines[other] ?? '')
  if (turn === 2) [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? '']
  if (turn === 3) lines.length = at
  return Buffer.from(lines.join('\n'))
}

/** Changes, takes away or puts in some bytes, anywhere in a character. */
export function mutateBytes(bytes: Buffer, _: string, by: Chance): Buffer {
  let changed = Buffer.from(bytes)
  for (let count = 1 + by.below(4); count > 0; count -= 1) {
    const at = by.below(changed.length + 1)
    const given = Buffer.from(Array.from({ length: by.below(3) }, () => by.below(256)))
    changed = Buffer.concat([changed.subarray(0, at), given, changed.subarray(at + by.below(3))])
  }
  return changed
}
