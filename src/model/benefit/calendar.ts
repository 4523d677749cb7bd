import type { CalendarEvent } from '../data/event.ts'
import { addDays, daysBetween } from '../number/date.ts'
import type { Policy } from '../policy/policy.ts'
import type { Site } from '../site.ts'
import { compareText } from '../text-order.ts'
import { isAutomatic, type Measure, type MeasureWindow } from './measure.ts'

/** Days before its end from which a window counts as 即将截止. */
export const soonDays = 14

/** Every date a reader may want: what policies, measures and targets imply, and the events of the data. In order of time. */
export function eventsOf(site: Pick<Site, 'policies' | 'measures' | 'events'>): CalendarEvent[] {
  return [
    ...[...site.policies.values()].flatMap(policyEvents),
    ...[...site.measures.values()].flatMap(measureEvents),
    ...site.events,
  ].sort((a, b) => compareText(a.start, b.start) || compareText(a.end, b.end) || compareText(a.id, b.id))
}

const closing: readonly CalendarEvent['kind'][] = ['申报截止', '享受截止', '失效', '规划期满', '目标到期']

/** What ends from `asOf` on within so many days, the nearest first. */
export function closingSoon(events: readonly CalendarEvent[], asOf: string, days: number): CalendarEvent[] {
  const last = addDays(asOf, days)
  return events
    .filter((one) => closing.includes(one.kind) && one.end >= asOf && one.end <= last)
    .sort((a, b) => compareText(a.end, b.end) || compareText(a.id, b.id))
}

export type WindowStatus = '未开始' | '开放中' | '即将截止' | '已截止' | '常年' | '已终止' | '未知'

/** Whether a measure can be claimed on `asOf`. Windows given only in words, or not at all, are 未知: nothing is guessed. */
export function windowStatus(measure: Pick<Measure, 'windows' | 'ended'>, asOf: string): WindowStatus {
  if (measure.ended && (measure.ended.on === undefined || measure.ended.on <= asOf)) return '已终止'
  const all = measure.windows.map((one) => statusOf(one, asOf))
  const order: readonly WindowStatus[] = ['常年', '开放中', '即将截止', '未开始', '未知', '已截止']
  return order.find((status) => all.includes(status)) ?? '未知'
}

function statusOf(window: MeasureWindow, asOf: string): WindowStatus {
  const { opens, closes, words } = window
  if (opens === undefined && closes === undefined) return /常年|长期|全年|随时/.test(words ?? '') ? '常年' : '未知'
  if (closes !== undefined && closes < asOf) return '已截止'
  if (opens !== undefined && opens > asOf) return '未开始'
  if (closes === undefined) return '开放中'
  return daysBetween(asOf, closes) <= soonDays ? '即将截止' : '开放中'
}

function policyEvents(policy: Policy): CalendarEvent[] {
  const name = policy.shortTitle ?? policy.title
  const subject = { type: 'policy', id: policy.id } as const
  const own = (kind: CalendarEvent['kind'], on: string | undefined, title: string): CalendarEvent[] =>
    on === undefined
      ? []
      : [
          {
            id: `${policy.id}-${suffix[kind]}`,
            title,
            start: on,
            end: on,
            kind,
            region: policy.region,
            subject,
            source: policy.source,
          },
        ]
  return [
    ...own('施行', policy.effectiveFrom, `${name}：施行`),
    ...own('失效', policy.effectiveTo, `${name}：有效期届满`),
    ...own('规划期满', policy.planPeriod?.to, `${name}：规划期满`),
    ...policy.targets.flatMap((target): CalendarEvent[] =>
      target.deadline === undefined
        ? []
        : [
            {
              id: `${policy.id}-${target.id}-due`,
              title: `${target.title}：目标到期`,
              start: target.deadline,
              end: target.deadline,
              kind: '目标到期',
              region: target.region,
              subject: { type: 'target', id: `${policy.id}/${target.id}` },
              source: policy.source,
            },
          ],
    ),
  ]
}

function measureEvents(measure: Measure): CalendarEvent[] {
  return measure.windows.flatMap((window, at) => {
    const own = (kind: '申报开始' | '申报截止' | '享受开始' | '享受截止', on: string | undefined): CalendarEvent[] =>
      on === undefined || (measure.ended?.on !== undefined && measure.ended.on < on)
        ? []
        : [
            {
              id: `${measure.id}-${at + 1}-${suffix[kind]}`,
              title: `${measure.title}：${kind}`,
              start: on,
              end: on,
              kind,
              region: measure.region,
              subject: { type: 'measure', id: measure.id },
              source: measure.source,
              ...(window.dateNote && { note: window.dateNote }),
            },
          ]
    // Nobody applies for what comes by itself: its days are those on which it is given.
    const [first, last] = isAutomatic(measure)
      ? (['享受开始', '享受截止'] as const)
      : (['申报开始', '申报截止'] as const)
    return [...own(first, window.opens), ...own(last, window.closes)]
  })
}

const suffix: Readonly<Partial<Record<CalendarEvent['kind'], string>>> = {
  施行: 'in-force',
  失效: 'expires',
  规划期满: 'plan-ends',
  申报开始: 'opens',
  申报截止: 'closes',
  享受开始: 'opens',
  享受截止: 'closes',
}
