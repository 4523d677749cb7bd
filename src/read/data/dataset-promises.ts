import { stale } from '../../issues/obs.ts'
import { shortDescription } from '../../issues/tbl.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { daysBetween } from '../../model/number/date.ts'
import type { Descriptor } from './descriptor.ts'
import type { Registers } from './registers.ts'
import { checkRegisterReference } from './registers.ts'

/** What was announced must have been said by a source we know. */
export function checkAnnounced({ value, yaml }: Descriptor, registers: Registers): Issue[] {
  const id = value.gongbao.announced?.source
  return checkRegisterReference(registers, 'sources', id, yaml.at(['gongbao', 'announced', 'source']))
}

const cycleDays = { 每日: 1, 每周: 7, 每月: 31, 每季: 92, 每年: 366, 不定期: undefined, 一次性: undefined } as const

/** OBS-011: half a cycle of grace, then the promise is broken. */
export function checkCycle({ value, yaml }: Descriptor, asOf: string): Issue[] {
  const { updateCycle, updatedOn } = value.gongbao
  const cycle = cycleDays[updateCycle]
  const days = daysBetween(updatedOn, asOf)
  if (cycle === undefined || days <= cycle * 1.5) return []
  return [issue(stale, yaml.at(['gongbao', 'updatedOn']), { cycle: updateCycle, days, updatedOn })]
}

/** Google Dataset Search wants 50 to 5000 characters. */
const leastDescription = 50

export function checkDescription({ value, yaml }: Descriptor): Issue[] {
  const length = [...value.description].length
  if (length >= leastDescription) return []
  return [issue(shortDescription, yaml.at(['description']), { length, least: leastDescription })]
}
