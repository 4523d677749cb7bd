import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../full-root.ts'
import { chance } from './chance.ts'
import { judgeOutput } from './judge-output.ts'
import { poisons } from './poison.ts'

const judged = (name: string, text: string) => {
  const folder = join(temporaryFolder(), 'dist')
  mkdirSync(folder)
  writeFileSync(join(folder, name), text)
  return judgeOutput(folder).length
}

test.each([
  ['a.html', '<p><script>gbpoison()</script>'],
  ['a.html', '<img alt="" onerror=gbpoison()>'],
  ['a.svg', '<svg onload="gbpoison()"/>'],
  ['a.html', '<a href="javascript:gbpoison()">x</a>'],
  ['a.html', '<a href=" JavaScript:gbpoison()">x</a>'],
  ['a.html', '<img src="https://gbpoison.example/x.png">'],
  ['a.json', '{"a": }'],
  ['a.xml', '<a><b></a>'],
])('%s with %s is found', (name, text) => {
  expect(judged(name, text)).toBeGreaterThan(0)
})

test.each([
  ['a.html', '<p title="&lt;script>gbpoison()">&lt;script&gt;gbpoison()&lt;/script&gt; javascript:gbpoison()</p>'],
  ['a.html', '<a href="https://gbpoison.example/">x</a>'],
  ['a.json', '{"a": "<script>gbpoison()</script>"}'],
])('%s with %s is text', (name, text) => {
  expect(judged(name, text)).toBe(0)
})

test('the same seed chooses the same', () => {
  const chosen = (seed: number) => {
    const by = chance(seed)
    return Array.from({ length: 20 }, () => by.of(poisons))
  }
  expect(chosen(7)).toEqual(chosen(7))
  expect(chosen(7)).not.toEqual(chosen(8))
})
