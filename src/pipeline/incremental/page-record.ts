import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readSealed, writeSealed } from '../fulltext/sealed-file.ts'
import { programRoot } from '../program-root.ts'
import type { Key } from './tracked.ts'

/** What is known of the pages of an output folder: what each was made of, and what it was. */
export interface PageRecord {
  /** The page as it was, if nothing that it is made of has changed and the file is undamaged. */
  reuse(path: string, file: string, print: (key: Key) => string): Buffer | undefined
  /** Notes a page of the new output. */
  keep(path: string, html: string | Uint8Array, keys: Iterable<Key>): void
  /** Writes the record of the new output. */
  close(print: (key: Key) => string): void
  /** What a page was made of. */
  keysOf(path: string): readonly Key[]
}

interface Stored {
  /** The program and the address that the pages were made with. */
  readonly form: string
  readonly keys: readonly Key[]
  /** The prints of `keys`, in their order. */
  readonly prints: readonly string[]
  readonly pages: Readonly<Record<string, readonly [sha256: string, keys: readonly number[]]>>
}

/** Opens the record of an output folder; what another program has left, or is damaged, counts as nothing. */
export function openPageRecord(out: string, form: string): PageRecord {
  const file = join(programRoot, '.gongbao', 'output', `${hashOf(resolve(out)).slice(0, 16)}.json`)
  const before = stored(file, form)
  const fresh = before?.keys.map(() => undefined as boolean | undefined) ?? []
  const numbers = new Map<Key, number>()
  const pages: Record<string, readonly [string, readonly number[]]> = {}
  const numberOf = (key: Key) => {
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  }
  const keysOf = (path: string) => (before?.pages[path]?.[1] ?? []).map((at) => before?.keys[at] ?? '')
  return {
    reuse(path, name, print) {
      const known = before?.pages[path]
      if (!before || !known) return undefined
      const same = known[1].every((at) => (fresh[at] ??= print(before.keys[at] ?? '') === before.prints[at]))
      const there = join(out, name)
      if (!same || !existsSync(there)) return undefined
      const bytes = readFileSync(there)
      return hashOf(bytes) === known[0] ? bytes : undefined
    },
    keep(path, html, keys) {
      pages[path] = [hashOf(html), [...keys].map(numberOf)]
    },
    close(print) {
      const keys = [...numbers.keys()]
      const value: Stored = { form, keys, prints: keys.map(print), pages }
      writeSealed(file, [new TextEncoder().encode(JSON.stringify(value))])
    },
    keysOf,
  }
}

function stored(file: string, form: string): Stored | undefined {
  const bytes = readSealed(file)
  if (!bytes) return undefined
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Stored
  return value.form === form ? value : undefined
}

function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
