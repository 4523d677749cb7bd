import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../src/issues/catalogue.ts'

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

  test('CONTRIBUTING lists every code with its level and title, and no other', () => {
    const listed = [...read('CONTRIBUTING.md').matchAll(/^\| ([A-Z0-9]+-\d+) \| (\w+) \| (.+) \|$/gm)].map((one) =>
      one.slice(1),
    )
    expect(listed).toEqual(catalogue.map(({ code, severity, title }) => [code, severity, title.en]))
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
})
