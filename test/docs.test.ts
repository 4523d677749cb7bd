import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../src/issues/catalogue.ts'
import { codeExamples } from '../src/issues/examples.ts'
import { families, familyOf } from '../src/issues/families.ts'
import { examplesBeside } from './docs/code-examples.ts'
import { withCodeTable } from './docs/code-table.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const manifest = JSON.parse(read('package.json'))
const scripts = Object.keys(manifest.scripts)
const guides = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md']

describe('the guides', () => {
  test.each(guides)('%s names only commands that exist', (path) => {
    const named = [...read(path).matchAll(/npm (?:run )?(start|test|(?<=run )[a-z]+)/g)].map((one) => one[1] ?? '')
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((one) => !scripts.includes(one))).toEqual([])
  })

  test('every command is named in a guide', () => {
    const text = guides.map(read).join('\n')
    const missing = scripts.filter((one) => !new RegExp(`npm (run )?${one}\\b`).test(text))
    expect(missing).toEqual([])
  })

  test('README and its Chinese twin list the same commands', () => {
    const commands = (path: string) => [...read(path).matchAll(/^\| `npm (?:run )?([a-z]+)/gm)].map((one) => one[1])
    expect(commands('README.zh-CN.md')).toEqual(commands('README.md'))
  })

  test('the table of codes is the one of the catalogue (npm run docs)', () => {
    const guide = read('CONTRIBUTING.md')
    expect(withCodeTable(guide, catalogue)).toBe(guide)
  })

  test('every code has an example or its words for its page (npm run docs)', async () => {
    expect(Object.keys(codeExamples)).toEqual(catalogue.map(({ code }) => code))
    // Those of roots are compared where the fixtures are read: test/read/fixtures.test.ts.
    for (const [code, example] of Object.entries(await examplesBeside())) expect(codeExamples[code]).toEqual(example)
  })

  test('an example shows no path of a fixture and no word that is missing', () => {
    const bad = Object.entries(codeExamples).filter(([, one]) =>
      /test\/fixtures|undefined|NaN/.test(JSON.stringify(one)),
    )
    expect(bad.map(([code]) => code)).toEqual([])
  })

  test('every family of codes has a name', () => {
    expect([...new Set(catalogue.map(({ code }) => familyOf(code)))].sort()).toEqual(Object.keys(families).sort())
  })

  test('every code they name exists', () => {
    const codes = new Set(catalogue.map((one) => one.code))
    const named = guides.flatMap((path) =>
      [...read(path).matchAll(/\b[A-Z][A-Z0-9]{2,4}-\d{3}\b/g)].map((one) => one[0]),
    )
    expect(named.filter((one) => !codes.has(one))).toEqual([])
  })

  test('CONTRIBUTING gives a reason for every library', () => {
    const text = read('CONTRIBUTING.md').split('## Libraries')[1] ?? ''
    const named = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })
    expect(named.filter((one) => !text.includes(one))).toEqual([])
  })

  test('every decision is listed with its title, and says context, decision and consequence', () => {
    const names = readdirSync('docs/decisions').filter((name) => name !== 'README.md')
    const listed = [...read('docs/decisions/README.md').matchAll(/^- \[(.+)\]\((.+)\)$/gm)].map(([, title, name]) => [
      name,
      title,
    ])
    expect(listed).toEqual(names.map((name) => [name, /^# (.+)$/m.exec(read(`docs/decisions/${name}`))?.[1]]))
    for (const name of names)
      expect([...read(`docs/decisions/${name}`).matchAll(/^## (\w+)$/gm)].map(([, head]) => head)).toEqual([
        ...['Context', 'Decision', 'Consequence'],
      ])
  })
})
