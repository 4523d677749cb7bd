import { createHash } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { checksumsIn, listName } from '../../verify/checksum-list.ts'
import { readSealed, writeSealed } from '../fulltext/sealed-file.ts'
import { programRoot } from '../program-root.ts'
import type { Key } from './tracked.ts'

/**
 * What is known of the last output: what its files were made of. Files whose makings are the same are taken from it;
 * nothing of it counts that another program has made, and no file that has changed since.
 */
export interface OutputRecord {
  /** What was said of the last output as a whole; undefined where anything it was made of, or any of its files, differs. */
  whole(inputs: string): string | undefined
  /** Puts a page of the last output into the new one, where all that it looked at is the same. */
  takePage(path: string, file: string, print: (key: Key) => string): boolean
  keepPage(path: string, keys: Iterable<Key>): void
  /** The files of a piece of work, and its value: from the last output where `inputs` are the same, else made. */
  step<T>(name: string, inputs: string, work: () => Promise<Made<T>>): Promise<T>
  /** To be called when the new output, with these checksums, stands in its place. */
  close(end: { inputs: string; said: string; checksums: string; print: (key: Key) => string }): void
}

export interface Made<T> {
  /** Goes through JSON. */
  readonly value: T
  /** Root-relative paths in the output, e.g. "/data/x/latest/a.csv". */
  readonly files: readonly string[]
}

interface Step {
  readonly inputs: string
  readonly value: unknown
  readonly files: readonly string[]
}

interface Stored {
  /** The program and the settings of the build. */
  readonly form: string
  /** Hash of the list of checksums of the output. */
  readonly list: string
  readonly inputs: string
  readonly said: string
  readonly keys: readonly Key[]
  /** The prints of `keys`, in their order. */
  readonly prints: readonly string[]
  /** What each page looked at, as numbers of `keys`. */
  readonly pages: Readonly<Record<string, readonly number[]>>
  readonly steps: Readonly<Record<string, Step>>
}

/** Opens the record of an output folder, for a build that writes into another folder. */
export function openOutputRecord(out: string, folder: string, form: string): OutputRecord {
  const recordFile = join(programRoot, '.gongbao', 'output', `${hashOf(resolve(out)).slice(0, 16)}.json`)
  const before = stored(recordFile, form, out)
  const sums = before ? checksumsIn(readFileSync(join(out, listName), 'utf8')) : new Map<string, string>()
  const same: (boolean | undefined)[] = []
  const numbers = new Map<Key, number>()
  const pages: Record<string, readonly number[]> = {}
  const steps: Record<string, Step> = {}

  const numberOf = (key: Key) => {
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  }

  /** A file as it was listed; undefined where it is gone or damaged. */
  function sound(path: string): Buffer | undefined {
    try {
      const bytes = readFileSync(join(out, path))
      return hashOf(bytes) === sums.get(path) ? bytes : undefined
    } catch {
      return undefined
    }
  }

  function take(paths: readonly string[]): boolean {
    const found = paths.map((path) => [path, sound(path)] as const)
    if (found.some(([, bytes]) => bytes === undefined)) return false
    for (const [path, bytes] of found) {
      const target = join(folder, path)
      mkdirSync(dirname(target), { recursive: true })
      // A file of another disk, or of a disk without links, is written.
      try {
        linkSync(join(out, path), target)
      } catch {
        writeFileSync(target, bytes ?? '')
      }
    }
    return true
  }

  return {
    whole(inputs) {
      if (before?.inputs !== inputs) return undefined
      const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory())
      const isWhole = files.length === sums.size + 1 && [...sums.keys()].every((path) => sound(path) !== undefined)
      return isWhole ? before.said : undefined
    },
    takePage(path, file, print) {
      const known = before?.pages[path]
      if (!before || !known) return false
      const isSame = (at: number) => {
        same[at] ??= print(before.keys[at] ?? '') === before.prints[at]
        return same[at]
      }
      if (!known.every(isSame) || !take([file])) return false
      pages[path] = known.map((at) => numberOf(before.keys[at] ?? ''))
      return true
    },
    keepPage(path, keys) {
      pages[path] = [...keys].map(numberOf)
    },
    async step<T>(name: string, inputs: string, work: () => Promise<Made<T>>) {
      const known = before?.steps[name]
      if (known?.inputs === inputs && take(known.files.map((path) => path.slice(1)))) {
        steps[name] = known
        return known.value as T
      }
      const { value, files } = await work()
      steps[name] = { inputs, value, files }
      return value
    },
    close({ inputs, said, checksums, print }) {
      const keys = [...numbers.keys()]
      const prints = keys.map(print)
      const value: Stored = { form, list: hashOf(checksums), inputs, said, keys, prints, pages, steps }
      writeSealed(recordFile, [new TextEncoder().encode(JSON.stringify(value))])
    },
  }
}

function stored(file: string, form: string, out: string): Stored | undefined {
  const bytes = readSealed(file)
  if (!bytes) return undefined
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Stored
  if (value.form !== form) return undefined
  try {
    return hashOf(readFileSync(join(out, listName))) === value.list ? value : undefined
  } catch {
    return undefined
  }
}

function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
