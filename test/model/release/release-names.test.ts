import { expect, test } from 'vitest'
import { isReleaseName } from '../../../src/model/release/release-names.ts'

const tables = ['observations.csv']

test.each([
  'observations.csv',
  'observations.excel.csv',
  'observations.json',
  'observations.ndjson',
  'observations.parquet',
  'observations-0002.parquet',
  'example.xlsx',
  'example.zip',
  'SHA256SUMS',
  'changes.json',
  'README.md',
])('%s is written by a release', (name) => {
  expect(isReleaseName(name, 'example', tables)).toBe(true)
})

test.each(['a.htm', 'README.html', 'observations.csv.html', 'phones.csv', 'other.zip', 'a.svg', 'notes.md', 'run.js'])(
  '%s is not',
  (name) => {
    expect(isReleaseName(name, 'example', tables)).toBe(false)
  },
)
