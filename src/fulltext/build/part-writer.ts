import { partBytes } from '../format/head.ts'

/** Writes one file of the index, by its path inside the folder. */
export type WriteFile = (path: string, bytes: Uint8Array) => void | Promise<void>

/** Pieces one after another in files of bounded size, as `piecesOf` finds them. */
export function partWriter(folder: string, write: WriteFile) {
  let pieces: Uint8Array[] = []
  let size = 0
  let part = 0
  const flush = async () => {
    if (pieces.length > 0) await write(`${folder}/${part}.bin`, joined(pieces, size))
    pieces = []
    size = 0
    part++
  }
  return {
    async add(bytes: Uint8Array): Promise<void> {
      if (size > 0 && size + bytes.length > partBytes) await flush()
      pieces.push(bytes)
      size += bytes.length
    },
    end: flush,
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
