import { describe, expect, test } from 'vitest'
import type { Observation } from '../../src/model/register/observation.ts'
import type { Target, TargetKind } from '../../src/model/target/target.ts'
import type { ReasonCode, StatusId } from '../../src/progress/assessment.ts'
import { judge, targetWith } from './fixture.ts'

const paced = ['ontrack', 'slight', 'far', 'reverse'] as const
const after = ['achieved', 'missed', 'pending', 'nofigure'] as const
const before = ['early', 'unable'] as const
const all: readonly StatusId[] = [...paced, ...after, ...before, 'unquantified']

/** Which statuses a kind of target can have; random cases look for any other. */
export const possible: Readonly<Record<TargetKind, readonly StatusId[]>> = {
  level: all,
  cumulative: all,
  yearly: all,
  rate: all,
  ratio: all,
  range: all,
  // Full coverage without a number is 100 %.
  coverage: [...paced, ...after, ...before],
  // A requirement that has to hold all the time has no start to move away from.
  threshold: all.filter((status) => status !== 'reverse'),
  rank: all.filter((status) => status !== 'reverse'),
  // What is done stays done; behind only where the text sets days on the way. Without a number there is one step.
  milestone: ['ontrack', 'slight', 'far', ...after, ...before],
  // Up or down: nothing in between.
  direction: ['ontrack', 'far', 'reverse', ...after, ...before],
  qualitative: ['unquantified'],
}

/** A case: what comes out, the arithmetic in words, and what goes in. */
export interface Case {
  readonly status: StatusId
  readonly reason: ReasonCode
  readonly says: string
  readonly rows: readonly Observation[]
  /** 2024-03-01, after the deadline, unless told otherwise. */
  readonly asOf?: string
  readonly target?: Partial<Target>
  readonly p?: number
  readonly pace?: number
}

/** One test for each case, and one that no status the kind can have is left out. */
export function everyStatus(kind: TargetKind, base: Partial<Target>, cases: readonly Case[]): void {
  describe(`every status of ${kind}`, () => {
    test.each(cases)('$status: $says', ({ status, reason, rows, asOf = '2024-03-01', target, p, pace }) => {
      const verdict = judge(targetWith({ kind, ...base, ...target }), rows, { asOf })
      expect({ status: verdict.status, reason: verdict.reason }).toEqual({ status, reason })
      if (p !== undefined) expect(verdict.p).toBeCloseTo(p, 9)
      if (pace !== undefined) expect(verdict.pace).toBeCloseTo(pace, 9)
    })

    test('no status is left out', () => {
      expect([...new Set(cases.map((one) => one.status))].sort()).toEqual([...possible[kind]].sort())
    })
  })
}
