import { expect, it } from 'vitest'
import type { Project } from '../../../src/model/data/project.ts'
import type { ProjectMilestone } from '../../../src/model/data/project-milestone.ts'
import type { Scorecard } from '../../../src/model/data/scorecard.ts'
import { parsePeriod } from '../../../src/model/number/period.ts'
import { projectSheets } from '../../../src/views/place/project-sheet.ts'

it('lays the plan and the scorecards beside their project, and leaves others out', () => {
  const projects = [{ id: 'a' }, { id: 'b' }] as Project[]
  const milestones = [{ project: 'a', name: '开工' }] as ProjectMilestone[]
  const scorecards = [
    { subject: 'a', period: parsePeriod('2024-12'), colour: '绿' },
    { subject: 'a', period: parsePeriod('2024-11'), colour: '红' },
    { subject: '330700', period: parsePeriod('2020') },
  ] as Scorecard[]
  const [a, b] = projectSheets({ projects, milestones, scorecards })
  expect(a?.milestones).toEqual(milestones)
  expect(a?.scorecards.map((one) => one.colour)).toEqual(['绿', '红'])
  expect(a?.strip.map((one) => one.colour)).toEqual(['红', '绿'])
  expect([b?.milestones, b?.scorecards, b?.strip]).toEqual([[], [], []])
})
