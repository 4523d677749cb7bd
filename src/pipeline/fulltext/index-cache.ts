import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { decodeMemory, encodeMemory, type IndexMemory } from '../../fulltext/build/index-memory.ts'
import { programRoot } from '../program-root.ts'
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
  const form = createHash('sha256').update(programForm()).update(pairs).digest('hex')
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

/** Changes with the program that builds indexes and the libraries that it uses. */
export function programForm(): string {
  const folder = join(programRoot, 'src', 'fulltext')
  const hash = createHash('sha256').update(`${process.versions.node} ${process.versions['zlib'] ?? ''}`)
  for (const name of readdirSync(folder).sort()) hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)))
  return hash.update(readFileSync(join(programRoot, 'package-lock.json'))).digest('hex')
}

function soundsIn(bytes: Uint8Array | undefined, form: string): Map<string, string> {
  const [first, ...lines] = bytes ? new TextDecoder().decode(bytes).split('\n') : []
  return new Map(first === form ? lines.map((line) => line.split('\t') as [string, string]) : [])
}
