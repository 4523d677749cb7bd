import type { DataPackage } from '../../model/data/dataset.ts'
import { addDays, daysBetween, isoDay, lastDayOf } from '../../model/number/date.ts'

/** Whether a dataset is as new as its update cycle (更新周期) promises, on a given day. */
export type UpdatePromise =
  | { readonly state: 'kept'; readonly due: string }
  | { readonly state: 'late'; readonly due: string; readonly days: number }
  /** 不定期 or 一次性: no day was promised. */
  | { readonly state: 'open' | 'once' }

const cycles = {
  每日: { days: 1 },
  每周: { days: 7 },
  每月: { months: 1 },
  每季: { months: 3 },
  每年: { months: 12 },
} as const

/** The next edition is due one cycle after the last; months are those of the calendar, cut at their last day. */
export function updatePromise(
  { updateCycle, updatedOn }: Pick<DataPackage['gongbao'], 'updateCycle' | 'updatedOn'>,
  asOf: string,
): UpdatePromise {
  if (updateCycle === '不定期') return { state: 'open' }
  if (updateCycle === '一次性') return { state: 'once' }
  const cycle = cycles[updateCycle]
  const due = 'days' in cycle ? addDays(updatedOn, cycle.days) : addMonths(updatedOn, cycle.months)
  return asOf <= due ? { state: 'kept', due } : { state: 'late', due, days: daysBetween(due, asOf) }
}

/** Whether it is kept, to stand after the cycle: `按期，下一版应在 2026-12-31 前` · `已过期 20 天，…` · `没有承诺日子`. */
export function promiseWords(promise: UpdatePromise): string {
  if (promise.state === 'kept') return `按期，下一版应在 ${promise.due} 前`
  if (promise.state === 'late') return `已过期 ${promise.days} 天，应在 ${promise.due} 前更新`
  return promise.state === 'open' ? '没有承诺日子' : '不再更新'
}

function addMonths(iso: string, months: number): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const all = year * 12 + month - 1 + months
  const [laterYear, laterMonth] = [Math.floor(all / 12), (all % 12) + 1]
  return isoDay(laterYear, laterMonth, Math.min(day, lastDayOf(laterYear, laterMonth)))
}
