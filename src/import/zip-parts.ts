import { ArchiveFault, unpackWhole, zipEntries } from '../read/archive/zip.ts'
import { DocumentError } from './part.ts'

/** Far above any official document, far below what would stop the program. */
export const zipLimits = { part: 32 * 2 ** 20, whole: 512 * 2 ** 20 }

/** The parts of a ZIP archive by name, each unpacked when it is asked for; an archive that is not sound is refused. */
export function openZip(bytes: Uint8Array): (name: string) => Uint8Array | undefined {
  const entries = new Map(inWords(() => zipEntries(bytes)).map((entry) => [entry.name, entry]))
  const whole = [...entries.values()].reduce((sum, { size }) => sum + size, 0)
  if (whole > zipLimits.whole) {
    const size = Math.ceil(whole / 2 ** 20)
    throw new DocumentError(
      `文件解开后有 ${size} MB，太大，不像公文`,
      `it unpacks to ${size} MB, too large for a document`,
    )
  }
  return (name) => {
    const entry = entries.get(name)
    return entry && inWords(() => unpackWhole(entry, zipLimits.part))
  }
}

function inWords<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error
    const { zh, en } = error.reason
    const advice = error.isTooLarge
      ? ['太大，不像公文', 'too large for a document']
      : [
          '请向来源重新取一份，或用 Word、WPS 另存一遍',
          'get it from its source again, or save it again with Word or WPS',
        ]
    throw new DocumentError(`压缩包${zh}；${advice[0]}`, `archive: ${en}; ${advice[1]}`, { cause: error })
  }
}
