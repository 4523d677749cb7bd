/**
 * What a reading leaves for the next one of the same root: results by name, each with what it was made of. A result is
 * used again only where all of that is the same. Results must not be changed by who gets them.
 */
export interface ReadMemory {
  recall<T>(name: string, madeOf: readonly (string | number)[], make: () => T): T
}

interface Remembered {
  readonly madeOf: readonly (string | number)[]
  readonly result: unknown
}

export function readMemory(): ReadMemory {
  const kept = new Map<string, Remembered>()
  return {
    recall<T>(name: string, madeOf: readonly (string | number)[], make: () => T): T {
      const known = kept.get(name)
      if (known?.madeOf.length === madeOf.length && known.madeOf.every((one, at) => one === madeOf[at])) {
        return known.result as T
      }
      const result = make()
      kept.set(name, { madeOf, result })
      return result
    },
  }
}

/** Makes everything anew. */
export const noMemory: ReadMemory = { recall: (_name, _madeOf, make) => make() }
