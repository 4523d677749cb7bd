import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findPersonalData } from '../../../src/model/personal/personal-data.ts'

// Made up: the numbers follow their rules and are nobody's.
const list = (name: string) => JSON.parse(readFileSync(`test/fixtures/personal-data/${name}.json`, 'utf8'))
const found = list('found') as { kind: string; text: string; label?: string }[]
const silent = list('silent') as string[]

test.each(found)('$text ($label) holds a $kind', ({ kind, text, label }) => {
  const all = findPersonalData(text, [], { label })
  expect(all.map((one) => one.kind)).toEqual([kind])
  expect(all[0]?.masked).not.toContain(text.slice(all[0]?.start, all[0]?.end))
})

test.each(silent)('nothing is found in %s', (text) => {
  expect(findPersonalData(text, [])).toEqual([])
})
