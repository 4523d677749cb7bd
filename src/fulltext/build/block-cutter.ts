/** Raw bytes in a block, about: small blocks cost less to read, large ones need a smaller head. */
const blockTarget = 6000

/**
 * Decides where blocks of neighbouring lists end. Most ends are chosen by the key alone, so that one changed list
 * leaves the blocks after it as they were.
 */
export function blockCutter() {
  let size = 0
  return {
    /** Takes the next list: does a block end before it, after it? */
    take(listBytes: number, keyLength: number, key: () => string): { before: boolean; after: boolean } {
      const own = listBytes + 2 * keyLength
      const before = size > 0 && size + own > 1.4 * blockTarget
      size = (before ? 0 : size) + own
      const after = size >= blockTarget || (size >= 0.7 * blockTarget && hashOf(key()) % 8 === 0)
      if (after) size = 0
      return { before, after }
    },
  }
}

function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
