import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Target } from '../../../src/model/target/target.ts'
import type { Assessment, StatusId } from '../../../src/progress/assessment.ts'
import { statusIds } from '../../../src/progress/assessment.ts'
import { expectedStatuses, type Standing, worstFirst } from '../../../src/views/progress/standing.ts'

describe('worstFirst', () => {
  it('puts what is judged behind before what is not judged, and the slowest first', () => {
    const sorted = worstFirst([
      one('t1', 'unquantified'),
      one('t2', 'slight', { pace: 0.9 }),
      one('t3', 'ontrack'),
      one('t4', 'slight', { pace: 0.7 }),
      one('t5', 'nofigure'),
      one('t6', 'missed'),
    ])
    expect(sorted.map(({ target }) => target.id)).toEqual(['t6', 't4', 't2', 't5', 't3', 't1'])
  })

  it('knows a place for every status', () => {
    const sorted = worstFirst(statusIds.map((status) => one(status, status)))
    expect(new Set(sorted.map(({ target }) => target.id)).size).toBe(statusIds.length)
    expect(sorted[0]?.assessment.status).toBe('missed')
    expect(sorted.at(-1)?.assessment.status).toBe('unquantified')
  })

  it('orders equals by deadline, those without one last', () => {
    const sorted = worstFirst([
      one('a', 'nofigure', {}),
      one('b', 'nofigure', { deadline: '2023-12-31' }),
      one('c', 'nofigure', { deadline: '2020-12-31' }),
    ])
    expect(sorted.map(({ target }) => target.id)).toEqual(['c', 'b', 'a'])
  })
})

it('puts the largest gap first within a status: pace, else the share of the goal', () => {
  const sorted = worstFirst([
    one('a', 'missed', { p: 0.9 }),
    one('b', 'missed', { p: 0.4 }),
    one('c', 'missed', { pace: 0.8, p: 0.8 }),
    one('d', 'missed', {}),
  ])
  expect(sorted.map(({ target }) => target.id)).toEqual(['c', 'b', 'a', 'd'])
})

it('gives one order, whatever the order of the input', () => {
  const standings = statusIds.flatMap((status, n) => [
    one(`a${n}`, status, { pace: 0.5 }),
    one(`b${n}`, status, { pace: 0.5 }),
    one(`c${n}`, status, { p: 0.5, deadline: '2023-12-31' }),
    one(`d${n}`, status),
  ])
  const expected = worstFirst(standings)
  fc.assert(
    fc.property(fc.shuffledSubarray(standings, { minLength: standings.length }), (shuffled) => {
      expect(worstFirst(shuffled)).toEqual(expected)
    }),
  )
})

describe('expectedStatuses', () => {
  it('asks after the end how many were kept, before it how many keep pace', () => {
    expect(expectedStatuses('2023-12-31', '2024-01-01')).toContain('missed')
    expect(expectedStatuses('2023-12-31', '2023-12-31')).toContain('ontrack')
    expect(expectedStatuses(undefined, '2026-11-20')).toContain('ontrack')
  })
})

function one(id: string, status: StatusId, over: { pace?: number; p?: number; deadline?: string } = {}): Standing {
  return {
    target: { policy: 'example', id, deadline: over.deadline } as Target,
    assessment: { status, pace: over.pace, p: over.p } as Assessment,
  }
}
