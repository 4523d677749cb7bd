import { describe, expect, it } from 'vitest'
import type { CalendarEvent } from '../../../src/model/data/event.ts'
import { calendarList, kindBeside } from '../../../src/views/place/calendar-list.ts'

describe('calendarList', () => {
  it('puts what is still to come first, nearest first, and what is over by year, latest first', () => {
    const list = calendarList(
      [event('a', '2020-09-30'), event('b', '2027-05-01'), event('c', '2026-12-01'), event('d', '2023-12-31')],
      '2026-11-20',
    )
    expect(list.upcoming.map((line) => line.first.id)).toEqual(['c', 'b'])
    expect(list.past.map(({ year, lines }) => [year, lines.length])).toEqual([
      ['2023', 1],
      ['2020', 1],
    ])
  })

  it('keeps an event that ends today among those to come', () => {
    expect(calendarList([event('a', '2026-11-20')], '2026-11-20').upcoming).toHaveLength(1)
  })

  it('makes one line of the promises of one policy that fall due on one day', () => {
    const due = ['t01', 't02'].map((id) => ({
      ...event(id, '2023-12-31'),
      kind: '目标到期' as const,
      subject: { type: 'target' as const, id: `yw/${id}` },
    }))
    const { past } = calendarList([...due, event('x', '2023-12-31')], '2026-11-20')
    expect(past[0]?.lines.map((line) => [line.policy, line.events.length])).toEqual([
      ['yw', 2],
      [undefined, 1],
    ])
  })
})

describe('kindBeside', () => {
  it('says the kind only where the title does not', () => {
    expect(kindBeside({ title: '某计划：规划期满', kind: '规划期满' })).toBeUndefined()
    expect(kindBeside({ title: '市场开市', kind: '其他' })).toBe('其他')
  })
})

function event(id: string, day: string): CalendarEvent {
  return { id, title: id, start: day, end: day, kind: '其他', region: '330782', subject: { type: 'event', id } }
}
