import type { Project } from '../../model/data/project.ts'
import type { ProjectMilestone } from '../../model/data/project-milestone.ts'
import { colourStrip, type Scorecard } from '../../model/data/scorecard.ts'
import type { Site } from '../../model/site.ts'

/** 四个一: one project, its plan, who answers for it (`project.owner`), its scorecards. */
export interface ProjectSheet {
  readonly project: Project
  readonly milestones: readonly ProjectMilestone[]
  /** In the order of the table. */
  readonly scorecards: readonly Scorecard[]
  /** Those with a colour, oldest first. */
  readonly strip: readonly Scorecard[]
}

export function projectSheets(site: Pick<Site, 'projects' | 'milestones' | 'scorecards'>): ProjectSheet[] {
  const milestones = Map.groupBy(site.milestones, (one) => one.project)
  const scorecards = Map.groupBy(site.scorecards, (one) => one.subject)
  return site.projects.map((project) => {
    const own = scorecards.get(project.id) ?? []
    return { project, milestones: milestones.get(project.id) ?? [], scorecards: own, strip: colourStrip(own) }
  })
}
