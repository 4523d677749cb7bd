import { expect, test } from 'vitest'
import { yearStatuses } from '../../../src/views/progress/year-statuses.ts'

const moments = [
  { day: '2020-03-02', status: 'unable' },
  { day: '2020-06-10', status: 'ontrack' },
  { day: '2021-01-01', status: 'pending' },
] as const

test('a year is judged as it stood at its end, the last one on the day of the site', () => {
  const years = yearStatuses(moments, '2022-05-01').map(({ period, status }) => `${period.text} ${status}`)
  expect(years).toEqual(['2020 ontrack', '2021 pending', '2022 pending'])
})

test('a promise of an unknown day has no first year', () => {
  expect(yearStatuses([{ day: '', status: 'nofigure' }], '2022-05-01')).toEqual([])
})
