import { join } from 'node:path'
import { expect, test } from 'vitest'
import { manyTargetsDay, writeManyTargets } from '../../src/bench/many-targets.ts'
import { readRoot } from '../../src/read/root.ts'
import { temporaryFolder } from '../full-root.ts'
import { sumsOf } from '../scripts/folder.ts'

test('the made-up root of the benchmark has the targets and months asked for, and nothing to complain of', async () => {
  const [one, two] = [join(temporaryFolder(), 'root'), join(temporaryFolder(), 'root')]
  await writeManyTargets(one, { targets: 80, months: 36 })
  const { site, issues } = await readRoot(one, { asOf: manyTargetsDay })
  expect(issues).toEqual([])
  const targets = [...(site?.policies.values() ?? [])].flatMap((policy) => policy.targets)
  expect(targets).toHaveLength(80)
  expect(site?.observations).toHaveLength(80 * 36)
  await writeManyTargets(two, { targets: 80, months: 36 })
  expect(sumsOf(two)).toEqual(sumsOf(one))
})
