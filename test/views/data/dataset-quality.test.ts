import { expect, test } from 'vitest'
import type { Issue } from '../../../src/model/issue.ts'
import type { Observation } from '../../../src/model/register/observation.ts'
import { source } from '../../../src/model/register/source.ts'
import { datasetQuality } from '../../../src/views/data/dataset-quality.ts'
import { row } from '../../progress/fixture.ts'

const words = { zh: '', en: '' }
const issueIn = (file: string): Issue => ({
  code: 'TBL-001',
  severity: 'warning',
  file,
  line: 1,
  column: 1,
  message: words,
  hint: words,
})
const sourceOf = (id: string, over: object) =>
  [
    id,
    source.parse({ id, kind: '其他', publisher: id, completeness: '完整', reliability: '官方原文', ...over }),
  ] as const
const sources = new Map([
  sourceOf('whole', {}),
  sourceOf('part', { completeness: '摘录' }),
  sourceOf('told', { reliability: '转述' }),
])

test('counts what a reader must know before quoting, of this dataset alone', () => {
  const first = own('2020', 1, { source: 'whole', locator: '第 1 页' })
  const observations = [
    first,
    own('2020', 9, { source: 'part', approx: '约' }),
    own('2021', 2, { source: 'told', status: '初步' }),
    own('2021', 3, { source: 'told', status: '初步', supersedes: first.id }),
    { ...row('2020', 7), dataset: 'other' },
  ]
  const quality = datasetQuality({ observations, indicators: new Map(), sources }, dataset, [])
  expect(quality).toMatchObject({ figures: 4, approximate: 1, unlocated: 3, partial: 1, secondHand: 2, superseded: 1 })
  expect(quality.statuses).toEqual([['初步', 2]])
  expect(quality.conflicts).toEqual([])
})

test('sources that disagree are a conflict', () => {
  const observations = [own('2020', 100, { source: 'whole' }), own('2020', 200, { source: 'part' })]
  expect(datasetQuality({ observations, indicators: new Map(), sources }, dataset, []).conflicts).toHaveLength(1)
})

test('takes the problems of its own folder, not of one whose name begins the same', () => {
  const issues = ['data/d/a.csv', 'data/d/datapackage.yaml', 'data/d-more/a.csv', 'content/d.md'].map(issueIn)
  const { warnings } = datasetQuality({ observations: [], indicators: new Map(), sources }, dataset, issues)
  expect(warnings.map(({ file }) => file)).toEqual(['data/d/a.csv', 'data/d/datapackage.yaml'])
})

const dataset = { id: 'd', file: 'data/d/datapackage.yaml' }

function own(period: string, value: number, over: Partial<Observation>): Observation {
  return { ...row(period, value, over), dataset: 'd' }
}
