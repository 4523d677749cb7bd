import { expect, test } from 'vitest'
import { descendants, type ProcessState, processState } from '../../src/bench/process-tree.ts'

test('a line of /proc is read even where the name of the program holds spaces and brackets', () => {
  const line = '42 (a (b) c) S 7 42 42 0 -1 4194560 1 2 3 4 150 50 9 9 20 0 1 0 100 5000 321 184467 1 1 0 0'
  expect(processState(line)).toEqual({ pid: 42, parent: 7, ticksUsed: 200, residentPages: 321 })
})

test('descendants are children and their children, and nobody else', () => {
  const one = (pid: number, parent: number): ProcessState => ({ pid, parent, ticksUsed: 1, residentPages: 1 })
  const all = [one(1, 0), one(5, 1), one(9, 7), one(7, 5), one(6, 1)]
  expect(descendants(5, all).map(({ pid }) => pid)).toEqual([7, 9])
})
