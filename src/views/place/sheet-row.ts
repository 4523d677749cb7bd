import { periodLabel } from '../../model/number/period.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'
import { promiseText } from '../../model/target/promise.ts'
import type { Target } from '../../model/target/target.ts'
import type { Assessment, StatusId } from '../../progress/assessment.ts'
import { figureWords } from '../progress/figure-words.ts'
import { judgedFigure, shareWords } from '../progress/judged-figure.ts'
import { type Lead, leadOf } from '../progress/leads.ts'

/** One line of the sheet that an office takes to a meeting: words only, so that it can be set small. */
export interface SheetRow {
  readonly id: string
  readonly title: string
  /** Absent where it says the same as the title. */
  readonly promise?: string | undefined
  readonly deadline?: string | undefined
  readonly figure?: string | undefined
  /** The figure is from before the period: reference only. */
  readonly isBefore: boolean
  /** Short names, parted by 、. */
  readonly lead?: string | undefined
  /** The unit is the editors' addition. */
  readonly isAdded: boolean
  readonly status: StatusId
}

export function sheetRow(
  site: Pick<Site, 'policies' | 'indicators' | 'organizations'>,
  target: Target,
  assessment: Assessment,
): SheetRow {
  const { latest, before, status } = assessment
  const reference = latest ? undefined : before.at(-1)
  const figure = judgedFigure(target, assessment) ?? (reference && said(reference))
  const promise = promiseText(target)
  // A share of a target of 100 % says the same number twice.
  const share = latest && latest.unit !== '比率' ? shareWords(target, assessment) : undefined
  const lead = leadOf(site, target)
  return {
    id: target.id,
    title: target.title,
    promise: promise === target.title ? undefined : promise,
    deadline: target.deadline,
    figure: figure && (share === undefined ? figure : `${figure}（${share}）`),
    isBefore: reference !== undefined,
    lead: leadWords(site, lead),
    isAdded: lead.type === 'editor',
    status,
  }
}

/** A figure with its time: `2020年 4.9万户`. */
function said(one: Observation): string {
  return `${periodLabel(one.period, 'zh')} ${figureWords(one)}`
}

function leadWords(site: Pick<Site, 'organizations'>, lead: Lead): string | undefined {
  if (lead.type === 'none') return undefined
  if (lead.type === 'text') return lead.units.map((unit) => unit.nameAsWritten).join('、')
  const unit = site.organizations.get(lead.organization)
  return unit?.shortNames[0] ?? unit?.name ?? lead.organization
}
