import { expect, test } from 'vitest'
import { versionHistory } from '../../../src/model/release/version-history.ts'
import { exampleCity } from '../../example-city.ts'

test('releases come first, with what they changed and why; what was told before the ledger follows', async () => {
  const { site } = await exampleCity()
  const dataset = site.datasets.get('lc-history')
  if (!dataset) throw new Error('no dataset')
  const changes = [
    { version: '1.0.0', on: '2023-03-20', note: '手写的第一版' },
    { version: '0.9.0', on: '2022-01-01', note: '试行' },
  ]
  const lines = versionHistory({ ...dataset, gongbao: { ...dataset.gongbao, changes } })
  expect(lines.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0', '0.9.0'])
  expect(lines[0]?.text).toContain('修订 1 行（2 格）；增加 9 行；修订原因：')
  expect(lines[2]?.text).toBe('试行')
})
