import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneAtATime } from '../../../src/pipeline/dev/one-at-a-time.ts'

test('never two at once; who asks gets a run that began afterwards, also when runs fail', async () => {
  const ticks = (count: number) =>
    Array.from({ length: count }).reduce<Promise<void>>((one) => one.then(() => {}), Promise.resolve())
  const asks = fc.array(fc.record({ after: fc.nat({ max: 12 }), takes: fc.nat({ max: 8 }), fails: fc.boolean() }), {
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(asks, async (list) => {
      let [saved, inside, seen, runs] = [0, 0, 0, 0]
      const queue = oneAtATime(async () => {
        inside += 1
        expect(inside).toBe(1)
        const { takes = 0, fails = false } = list[runs] ?? {}
        runs += 1
        const read = saved
        await ticks(takes)
        inside -= 1
        seen = read
        if (fails) throw new Error('a fault')
      })
      const asked: Promise<void>[] = []
      for (const { after } of list) {
        await ticks(after)
        saved += 1
        const own = saved
        asked.push(
          queue()
            .catch(() => {})
            .then(() => expect(seen).toBeGreaterThanOrEqual(own)),
        )
      }
      await Promise.all(asked)
      expect([seen, runs <= list.length]).toEqual([list.length, true])
    }),
  )
})

test('ten saves while one is published lead to one more', async () => {
  let runs = 0
  const queue = oneAtATime(async () => {
    runs += 1
    await new Promise((resolve) => setImmediate(resolve))
  })
  const first = queue()
  await Promise.resolve()
  await Promise.all([first, ...Array.from({ length: 10 }, () => queue())])
  expect(runs).toBe(2)
})
