import { expect, it } from 'vitest'
import type { Site } from '../../../src/model/site.ts'
import { sourceIndex, useCount } from '../../../src/views/data/source-uses.ts'
import { policySample } from '../policy/policy-sample.ts'

const none = new Map()
const site = {
  sources: new Map([
    ['paper', {}],
    ['unused', {}],
  ]),
  policies: new Map([['p', policySample('p')]]),
  measures: new Map([['m', { id: 'm', source: 'paper' }]]),
  interpretations: new Map([['i', { id: 'i', sources: ['paper', 'gone'] }]]),
  observations: [{ id: 'd/2', source: 'paper' }],
  services: [],
  projects: [],
  events: [{ id: 'e' }],
  terms: none,
} as unknown as Site

it('gathers everything that rests on a source, and nothing for one that carries nothing', () => {
  const index = sourceIndex(site)
  const counts = [...index].map(([id, uses]) => [id, useCount(uses)])
  expect(counts).toEqual([
    ['paper', 4],
    ['unused', 0],
  ])
})
