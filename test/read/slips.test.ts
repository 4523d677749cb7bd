import { describe, expect, test } from 'vitest'
import type { Files } from '../../src/read/files.ts'
import { readSite } from '../../src/read/root.ts'
import { base, overlay } from './overlay.ts'
import type { Slip } from './slips.ts'
import { slips, sound } from './slips.ts'

const asOf = '2026-11-20'
const files = await overlay(base)

const named = (all: readonly Slip[]) => all.map((slip) => ({ what: slip[0], slip }))

describe('a slip of an editor', () => {
  test.each(named(slips))('$what', async ({ slip }) => {
    const [, , , , ...expected] = slip
    const found = await check(slip)
    expect(found).toEqual(expected)
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(2)
  })
})

describe('no slip', () => {
  test.each(named(sound))('$what', async ({ slip }) => {
    expect(await check(slip)).toEqual([])
  })
})

describe('a file that cannot be read', () => {
  const policy = 'content/policies/sl-zbf-2024-1.md'

  test.each([
    ['empty', () => ''],
    ['its head alone', (text: string) => text.slice(0, text.indexOf('\n---\n') + 5)],
    ['its body alone', (text: string) => text.slice(text.indexOf('\n---\n') + 5)],
    ['a quote that nothing closes', (text: string) => text.replace('title: ', 'title: "')],
    ['half a code block', (text: string) => text.replace('虚构示例。\n\n##', '```\n\n##')],
    ['a comment that nothing closes', (text: string) => text.replace('虚构示例。\n\n##', '<!-- \n\n##')],
  ])('%s is one message, and nothing of what refers to it', async (_, damage) => {
    const texts = new Map([...files.texts, [policy, damage(files.texts.get(policy) ?? '')]])
    const { issues } = await readSite({ ...files, texts }, { asOf })
    expect(issues.map((one) => one.file)).toEqual([policy])
  })

  test('a register with half a merge is the only thing said', async () => {
    const path = 'data/registers/organizations.csv'
    const edited = withTable(path, `<<<<<<< HEAD\n${await tableText(path)}`)
    const { issues } = await readSite(edited, { asOf })
    expect(issues.map(({ code, file, line }) => ({ code, file, line }))).toEqual([
      { code: 'TXT-010', file: path, line: 1 },
    ])
  })
})

async function check([, file, from, to]: Slip): Promise<string[]> {
  const text = files.texts.get(file) ?? (await tableText(file))
  expect(text).toContain(from)
  const changed = text.replace(from, () => to)
  const edited = files.texts.has(file)
    ? { ...files, texts: new Map([...files.texts, [file, changed]]) }
    : withTable(file, changed)
  const { issues } = await readSite(edited, { asOf })
  return issues.map((one) =>
    one.file === file ? `${one.code}:${one.line}` : `${one.code} ${one.file.split('/').at(-1)}:${one.line}`,
  )
}

function withTable(path: string, text: string): Files {
  const bytes = new TextEncoder().encode(text)
  const open = async function* () {
    yield bytes
  }
  return { ...files, tables: new Map([...files.tables, [path, { path, bytes: bytes.length, open }]]) }
}

async function tableText(path: string): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of files.tables.get(path)?.open() ?? []) chunks.push(chunk)
  return new TextDecoder().decode(Buffer.concat(chunks))
}
