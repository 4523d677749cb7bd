import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSite } from '../../src/pipeline/build.ts'
import { fullDay, fullRoot, temporaryFolder } from '../full-root.ts'

const settings = (root: string, out: string) => ({ root, out, asOf: fullDay, today: fullDay, base: '' })
const heard: string[] = []
const line = { now: () => {}, done: (text: string) => void heard.push(text) }

function sumsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')]
    }),
  )
}

const policy = 'content/policies/sl-zbf-2024-1.md'
const edits: readonly (readonly [what: string, file: string, change: (text: string) => string])[] = [
  ['a sentence of a policy', policy, (text) => text.replace('虚构示例。\n', '虚构示例，多写一句。\n')],
  [
    'the title of a policy, which others name',
    policy,
    (text) => text.replace(/^title: .*$/m, 'title: 示例市小店发展计划'),
  ],
  ['the number of a promise', policy, (text) => text.replace('100 家以上', '120 家以上')],
  ['a term', 'content/glossary.yaml', (text) => text.replace(/plain: (.*)/, 'plain: $1另有说明。')],
  ['the name of a place', 'data/registers/regions.csv', (text) => text.replace('示例市', '示范市')],
  [
    'the name of an office',
    'data/registers/organizations.csv',
    (text) => text.replace('示例市财政局', '示例市财政和金融局'),
  ],
  ['the name of the site', 'content/site.yaml', (text) => text.replace(/^name: (.*)$/m, 'name: 另一个名称')],
]

test('a build that takes from the last output gives what a build from nothing gives', {
  timeout: 600_000,
}, async () => {
  const root = fullRoot()
  const [warm, cold] = [join(temporaryFolder(), 'warm'), join(temporaryFolder(), 'cold')]
  expect((await buildSite(settings(root, warm), line)).ok).toBe(true)
  for (const [what, file, change] of edits) {
    const before = readFileSync(join(root, file), 'utf8')
    const after = change(before)
    expect([what, after]).not.toEqual([what, before])
    writeFileSync(join(root, file), after)
    rmSync(cold, { recursive: true, force: true })
    const results = [await buildSite(settings(root, warm), line), await buildSite(settings(root, cold), line)]
    expect([what, ...results.map(({ ok }) => ok)]).toEqual([what, true, true])
    expect([what, sumsOf(warm)]).toEqual([what, sumsOf(cold)])
  }
})

test('what is damaged in the last output is made again; what is whole and unchanged is left', {
  timeout: 600_000,
}, async () => {
  const root = fullRoot()
  const out = join(temporaryFolder(), 'out')
  expect((await buildSite(settings(root, out), line)).ok).toBe(true)
  const whole = sumsOf(out)
  heard.length = 0
  expect((await buildSite(settings(root, out), line)).times).toEqual([])
  expect(heard.join()).toContain('没有变化')
  const page = join(out, 'policies/sl-zbf-2024-1/index.html')
  for (const damage of [
    () => writeFileSync(page, 'damaged'),
    () => rmSync(page),
    () => cpSync(page, join(out, 'extra.html')),
    () => writeFileSync(join(out, 'SHA256SUMS'), 'damaged'),
  ]) {
    damage()
    expect((await buildSite(settings(root, out), line)).ok).toBe(true)
    expect(sumsOf(out)).toEqual(whole)
  }
})
