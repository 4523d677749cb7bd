import { printOf } from './print.ts'

/** Names one thing that was looked at: a property, or an entry of a map behind it. */
export type Key = string // e.g. "site.asOf" or "site.policies\0yw-zbf-2021-38"

export interface Tracked<T> {
  /** The source as readers see it: the same values, and every look at them is noted. */
  readonly view: T
  /** Runs work and tells what it has looked at; one work at a time. */
  during<R>(work: () => Promise<R>): Promise<{ readonly result: R; readonly keys: ReadonlySet<Key> }>
  /** Stands for the content behind a key: the same content has the same print, in this process and in later ones. */
  print(key: Key): string
}

/**
 * Notes which parts of a value are looked at. `open` names the properties, as paths, whose own properties are told
 * apart; maps are told apart by entry, and going through a map is a look at all of it. Anything else counts whole.
 */
export function tracked<T extends object>(source: T, open: readonly string[]): Tracked<T> {
  let noted: Set<Key> | undefined
  const prints = new Map<Key, string>()
  const print = (key: Key): string => {
    const known = prints.get(key)
    if (known !== undefined) return known
    const [path = '', entry] = key.split('\0')
    const value = path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], source)
    const made =
      !(value instanceof Map) || entry !== undefined
        ? printOf(entry === undefined ? value : (value as Map<string, unknown>).get(entry))
        : printOf([...value.keys()].map((one) => [one, print(`${path}\0${one}`)]))
    prints.set(key, made)
    return made
  }
  return {
    view: viewOf(source, '', new Set(open), (key) => noted?.add(key)),
    async during(work) {
      const keys = new Set<Key>()
      noted = keys
      try {
        return { result: await work(), keys }
      } finally {
        noted = undefined
      }
    },
    print,
  }
}

type Note = (key: Key) => void

function viewOf<T extends object>(source: T, path: string, open: ReadonlySet<string>, note: Note): T {
  const views = new Map<string, unknown>()
  return new Proxy(source, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof name === 'symbol') return value
      const own = path === '' ? name : `${path}.${name}`
      const inner = value instanceof Map || open.has(own)
      if (!inner || typeof value !== 'object' || value === null) {
        note(own)
        return value
      }
      const view =
        views.get(own) ?? (value instanceof Map ? new TrackedMap(value, own, note) : viewOf(value, own, open, note))
      views.set(own, view)
      return view
    },
  })
}

/** A map that notes which of its entries are asked for. */
class TrackedMap<V> extends Map<string, V> {
  readonly #source: ReadonlyMap<string, V>
  readonly #path: string
  readonly #note: Note

  constructor(source: ReadonlyMap<string, V>, path: string, note: Note) {
    super()
    this.#source = source
    this.#path = path
    this.#note = note
  }
  override get(key: string) {
    this.#note(`${this.#path}\0${key}`)
    return this.#source.get(key)
  }
  override has(key: string) {
    this.#note(`${this.#path}\0${key}`)
    return this.#source.has(key)
  }
  override get size() {
    return this.#whole().size
  }
  override keys() {
    return this.#whole().keys() as MapIterator<string>
  }
  override values() {
    return this.#whole().values() as MapIterator<V>
  }
  override entries() {
    return this.#whole().entries() as MapIterator<[string, V]>
  }
  override [Symbol.iterator]() {
    return this.entries()
  }
  override forEach(each: (value: V, key: string, map: Map<string, V>) => void) {
    for (const [key, value] of this.#whole()) each(value, key, this)
  }
  #whole(): ReadonlyMap<string, V> {
    this.#note(this.#path)
    return this.#source
  }
}
