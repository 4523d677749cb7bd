/** All that a table holds, to be kept or given to another thread. */
export interface PairTableState {
  readonly slots: Int32Array<ArrayBuffer>
  /** Both units of each pair in turn. */
  readonly units: Int32Array<ArrayBuffer>
  readonly size: number
}

/** Numbers for pairs of unit numbers, in the order in which they are first seen; open addressing over typed arrays. */
export function pairTable(known?: PairTableState) {
  let slots = known?.slots ?? new Int32Array(1 << 16).fill(-1)
  let capacity = slots.length
  // One beside the other: a lookup mostly waits for memory.
  let units = known?.units ?? new Int32Array(1 << 16)
  let size = known?.size ?? 0

  function slotOf(a: number, b: number): number {
    let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & (capacity - 1)
    for (;;) {
      const id = slots[slot] ?? -1
      if (id === -1 || (units[2 * id] === a && units[2 * id + 1] === b)) return slot
      slot = (slot + 1) & (capacity - 1)
    }
  }

  function grow(): void {
    if (size * 2 === units.length) units = enlarged(units)
    if (size * 2 < capacity) return
    capacity *= 2
    slots = new Int32Array(capacity).fill(-1)
    for (let id = 0; id < size; id++) slots[slotOf(units[2 * id] ?? 0, units[2 * id + 1] ?? 0)] = id
  }

  return {
    /** The number of a pair, a new one where it is not known yet. */
    idOf(a: number, b: number): number {
      const slot = slotOf(a, b)
      const id = slots[slot] ?? -1
      if (id !== -1) return id
      grow()
      units[2 * size] = a
      units[2 * size + 1] = b
      slots[slotOf(a, b)] = size
      return size++
    },
    get size() {
      return size
    },
    state: (): PairTableState => ({ slots, units, size }),
    firstOf: (id: number): number => units[2 * id] ?? 0,
    secondOf: (id: number): number => units[2 * id + 1] ?? 0,
  }
}

function enlarged(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(2, old.length * 2))
  larger.set(old)
  return larger
}
