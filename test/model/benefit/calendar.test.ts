import { expect, test } from 'vitest'
import { closingSoon, eventsOf, soonDays, windowStatus } from '../../../src/model/benefit/calendar.ts'
import type { Measure, MeasureWindow } from '../../../src/model/benefit/measure.ts'
import { timeCondition } from '../../../src/model/benefit/measure-time.ts'
import type { CalendarEvent } from '../../../src/model/data/event.ts'
import { addDays } from '../../../src/model/number/date.ts'
import type { Policy } from '../../../src/model/policy/policy.ts'
import type { Target } from '../../../src/model/target/target.ts'

const today = '2022-12-20'

test('dates of policies, targets, measures and events stand in order of time', () => {
  const policy = {
    id: 'p',
    title: '计划',
    region: '330782',
    source: 's',
    effectiveFrom: '2021-11-10',
    effectiveTo: '2024-12-31',
    planPeriod: { from: '2021-01-01', to: '2023-12-31' },
    targets: [{ id: 't01', title: '新增', region: '330782', deadline: '2023-12-31' }, { id: 't02' }] as Target[],
  } as unknown as Policy
  const measure = { ...claim({ opens: '2022-12-12', closes: '2023-01-31' }), id: 'm', title: '红包' } as Measure
  const fair: CalendarEvent = {
    id: 'e',
    title: '休市',
    start: '2023-01-21',
    end: '2023-02-02',
    kind: '休市',
    region: '330782',
    subject: { type: 'event', id: 'e' },
  }
  const events = eventsOf({ policies: new Map([['p', policy]]), measures: new Map([['m', measure]]), events: [fair] })
  expect(events.map((one) => [one.start, one.kind, one.subject.id])).toEqual([
    ['2021-11-10', '施行', 'p'],
    ['2022-12-12', '申报开始', 'm'],
    ['2023-01-21', '休市', 'e'],
    ['2023-01-31', '申报截止', 'm'],
    ['2023-12-31', '规划期满', 'p'],
    ['2023-12-31', '目标到期', 'p/t01'],
    ['2024-12-31', '失效', 'p'],
  ])
  expect(new Set(events.map((one) => one.id)).size).toBe(events.length)
})

test('a measure that ended early has no dates after its end', () => {
  const ended = {
    ...claim({ opens: '2022-12-01', closes: '2023-01-31' }),
    ended: { on: '2022-12-15', reason: '资金用完' },
  }
  const events = eventsOf({ policies: new Map(), measures: new Map([['m', ended as Measure]]), events: [] })
  expect(events.map((one) => one.kind)).toEqual(['申报开始'])
})

test('what closes soon excludes what is over, what is far and what only begins', () => {
  const events = [
    event('over', '申报截止', '2022-12-19'),
    event('today', '申报截止', '2022-12-20'),
    event('edge', '失效', '2022-12-30'),
    event('far', '申报截止', '2022-12-31'),
    event('opens', '申报开始', '2022-12-21'),
  ]
  expect(closingSoon(events, today, 10).map((one) => one.id)).toEqual(['today', 'edge'])
})

test.each<[string, Partial<MeasureWindow>[], ReturnType<typeof windowStatus>]>([
  ['none', [], '未知'],
  ['only words', [{ words: '春节期间' }], '未知'],
  ['all year', [{ words: '常年受理' }], '常年'],
  ['not yet open', [{ opens: '2022-12-21' }], '未开始'],
  ['open without an end', [{ opens: '2022-12-20' }], '开放中'],
  ['open', [{ opens: '2022-12-01', closes: addDays(today, soonDays + 1) }], '开放中'],
  ['closing', [{ opens: '2022-12-01', closes: addDays(today, soonDays) }], '即将截止'],
  ['last day', [{ closes: today }], '即将截止'],
  ['closed', [{ opens: '2022-06-22', closes: '2022-09-30' }], '已截止'],
  ['closed, another to come', [{ closes: '2022-12-01' }, { opens: '2023-01-01' }], '未开始'],
  ['closed, another in words', [{ closes: '2022-12-01' }, { words: '春节期间' }], '未知'],
])('a measure with windows: %s', (_, windows, status) => {
  expect(windowStatus(claim(...windows), today)).toBe(status)
})

test('a measure that was ended stays ended', () => {
  expect(windowStatus({ ...claim({ words: '常年' }), ended: { reason: '停止实施' } }, today)).toBe('已终止')
  expect(windowStatus({ ...claim({ words: '常年' }), ended: { on: today, reason: '停止实施' } }, today)).toBe('已终止')
  expect(windowStatus({ ...claim({ words: '常年' }), ended: { on: '2023-01-01', reason: '停止实施' } }, today)).toBe(
    '常年',
  )
})

function claim(...windows: Partial<MeasureWindow>[]): Pick<Measure, 'windows' | 'ended' | 'region' | 'source'> {
  return { windows: windows.map((one) => ({ firstCome: false, ...one })), region: '330782', source: 's' }
}

function event(id: string, kind: CalendarEvent['kind'], day: string): CalendarEvent {
  return { id, title: id, start: day, end: day, kind, region: '330782', subject: { type: 'event', id } }
}

test('what comes without an application has no days of application', () => {
  for (const claimMode of ['免申即享', '自动享受'] as const) {
    const given = { ...claim({ opens: '2023-01-24', closes: '2023-01-31' }), claimMode } as Measure
    const events = eventsOf({ policies: new Map(), measures: new Map([['m', given]]), events: [] })
    expect(events.map((one) => one.kind)).toEqual(['享受开始', '享受截止'])
    expect(timeCondition(given, '2026-11-20')).toMatchObject({ label: '现在可以享受', note: '已经结束', verdict: 'no' })
  }
})
