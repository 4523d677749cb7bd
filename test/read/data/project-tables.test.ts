import { expect, test } from 'vitest'
import { projectMilestone } from '../../../src/model/data/project-milestone.ts'
import { scorecard } from '../../../src/model/data/scorecard.ts'
import { readRows } from '../../../src/read/data/row-reader.ts'
import { checkSubject, type Subjects } from '../../../src/read/data/subjects.ts'
import type { TableRow } from '../../../src/read/table/table-result.ts'

const subjects = { projects: new Set(['qiao']), regions: new Set(['990100']) }

test('a milestone keeps its times as they are written, with the days they mean', () => {
  const row = rowWith({ project: 'qiao', name: '通车', planned: '2024年底', source: 'sl-news' })
  const { values: milestones, issues } = milestonesOf(row)
  expect(issues).toEqual([])
  expect(milestones[0]?.planned).toMatchObject({ printed: '2024年底', period: { end: '2024-12-31' } })
  expect(milestones[0]?.actual).toBeUndefined()
})

test('a milestone is of a project, never of a region', () => {
  const row = rowWith({ project: '990100', name: '通车', source: 'sl-news' })
  const { values: milestones, issues } = milestonesOf(row)
  expect([milestones.length, issues.map(({ code }) => code)]).toEqual([0, ['REF-001']])
})

test('a scorecard is of a project or a region; a rank without a number of ranked is kept', () => {
  const rows = ['qiao', '990100'].map((subject) =>
    rowWith({ subject, name: '综合评价', period: '2020', rank: '2', colour: '黄', source: 'sl-news' }),
  )
  const { values: scorecards, issues } = scorecardsOf(rows, subjects)
  expect(issues).toEqual([])
  expect(scorecards.map(({ subject, rank, of, colour }) => [subject, rank, of, colour])).toEqual([
    ['qiao', 2, undefined, '黄'],
    ['990100', 2, undefined, '黄'],
  ])
})

test('where the regions could not be read, nothing is said about what rows refer to', () => {
  const row = rowWith({ subject: '990100', name: '综合评价', period: '2020', source: 'sl-news' })
  expect(scorecardsOf([row], { projects: new Set(), regions: new Set(), unread: true }).issues).toEqual([])
})

function milestonesOf(row: TableRow) {
  const { projects } = subjects
  return readRows([row], projectMilestone, { dataset: 'd' }, (one) => checkSubject(one, 'project', { projects }))
}

function scorecardsOf(rows: readonly TableRow[], about: Subjects) {
  return readRows(rows, scorecard, { dataset: 'd' }, (row) => checkSubject(row, 'subject', about))
}

function rowWith(cells: Readonly<Record<string, string>>): TableRow {
  return {
    line: 2,
    values: new Map(Object.entries(cells)),
    faulty: new Set(),
    at: (column) => ({ file: 'data/d/t.csv', line: 2, column: Object.keys(cells).indexOf(column) + 1 }),
  }
}
