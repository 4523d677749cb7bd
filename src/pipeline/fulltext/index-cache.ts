import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { decodeMemory, encodeMemory, type IndexMemory } from '../../fulltext/build/index-memory.ts'
import { programHash } from '../program-hash.ts'
import { readSealed, writeSealed } from './sealed-file.ts'

/** What an index leaves for the next one in a folder: its memory, and the sounds of its words. */
export interface IndexCache {
  readonly memory: IndexMemory | undefined
  readonly sounds: Map<string, string>
  keep(memory: IndexMemory): void
  keepSounds(): void
}

/** Opens what an earlier index has left. What another program has left, or is damaged, counts as nothing. */
export function indexCache(folder: string, pairs: string): IndexCache {
  const form = createHash('sha256').update(programHash('src/fulltext')).update(pairs).digest('hex')
  const [memoryFile, soundFile] = [join(folder, 'memory.bin'), join(folder, 'sounds.bin')]
  const left = readSealed(memoryFile)
  const sounds = soundsIn(readSealed(soundFile), form)
  const known = sounds.size
  return {
    memory: left && decodeMemory(left, form),
    sounds,
    keep: (memory) => writeSealed(memoryFile, encodeMemory(memory, form)),
    keepSounds() {
      if (sounds.size === known) return
      const lines = [form, ...Array.from(sounds, ([word, sound]) => `${word}\t${sound}`)]
      writeSealed(soundFile, [new TextEncoder().encode(lines.join('\n'))])
    },
  }
}

function soundsIn(bytes: Uint8Array | undefined, form: string): Map<string, string> {
  const [first, ...lines] = bytes ? new TextDecoder().decode(bytes).split('\n') : []
  return new Map(first === form ? lines.map((line) => line.split('\t') as [string, string]) : [])
}
