import { row } from './fixture.ts'
import { everyStatus } from './statuses.ts'

/** The end of 2021: 365 of the 1,095 days of 2021–2023. */
const third = '2022-01-15'
const people = { unit: '人' }

everyStatus('cumulative', { value: 900, ...people }, [
  {
    status: 'achieved',
    reason: 'reached',
    says: '400 + 300 + 250 = 950 of 900',
    rows: [row('2021', 400, people), row('2022', 300, people), row('2023', 250, people)],
    p: 950 / 900,
  },
  {
    status: 'ontrack',
    reason: 'on-pace',
    says: '300 of 900 after 365 of 1,095 days: 33.3 % ÷ 33.3 % = 1.00',
    rows: [row('2021', 300, people)],
    asOf: third,
    pace: 1,
  },
  {
    status: 'slight',
    reason: 'behind-pace',
    says: '240 of 900 is 26.7 %; ÷ 33.3 % = 0.80',
    rows: [row('2021', 240, people)],
    asOf: third,
    pace: 0.8,
  },
  {
    status: 'far',
    reason: 'far-behind-pace',
    says: '150 of 900 is 16.7 %; ÷ 33.3 % = 0.50',
    rows: [row('2021', 150, people)],
    asOf: third,
    pace: 0.5,
  },
  {
    status: 'reverse',
    reason: 'moved-away',
    says: 'a net loss of 9 is −1 % of 900',
    rows: [row('2021', -9, people)],
    asOf: third,
    p: -0.01,
  },
  {
    status: 'missed',
    reason: 'not-reached',
    says: '810 in all three years is 90 % of 900',
    rows: [row('2021/2023', 810, people)],
    p: 0.9,
  },
  {
    status: 'pending',
    reason: 'latest-before-deadline',
    says: '300 by the end of 2021, and nothing published since',
    rows: [row('2021', 300, people)],
  },
  { status: 'nofigure', reason: 'no-figure', says: 'the deadline has passed without a figure', rows: [] },
  {
    status: 'early',
    reason: 'too-early',
    says: '90 of 1,095 days are 8.2 %, less than 10 %',
    rows: [row('2021-01/2021-03', 200, people)],
    asOf: '2021-04-15',
  },
  {
    status: 'unable',
    reason: 'gap-in-series',
    says: '300 + 250 with 2022 missing is at least 550 of 900',
    rows: [row('2021', 300, people), row('2023', 250, people)],
    p: 550 / 900,
  },
  {
    status: 'unable',
    reason: 'no-deadline',
    says: '300 of 900 without a day to be there',
    rows: [row('2021', 300, people)],
    target: { deadline: undefined },
  },
  {
    status: 'unquantified',
    reason: 'no-number',
    says: '培训一批 has no number',
    rows: [row('2021', 300, people)],
    target: { value: undefined },
  },
])

everyStatus('yearly', { value: 120, every: 'year', ...people }, [
  {
    status: 'achieved',
    reason: 'reached',
    says: '120, 130 and 140 of 120: three years of three',
    rows: [row('2021', 120, people), row('2022', 130, people), row('2023', 140, people)],
    p: 1,
  },
  {
    status: 'ontrack',
    reason: 'holding',
    says: '2021 was met, one year of three; 2022 has no figure yet',
    rows: [row('2021', 125, people)],
    asOf: '2022-03-01',
    p: 1 / 3,
  },
  {
    status: 'slight',
    reason: 'behind-pace',
    says: '48 of 120 is 40 %; by the end of June 181 of 365 days are 49.6 %: 0.81',
    rows: [row('2022-01/2022-06', 48, people)],
    asOf: '2022-08-01',
    pace: 0.4 / (181 / 365),
  },
  {
    status: 'far',
    reason: 'far-behind-pace',
    says: '24 of 120 is 20 %; ÷ 49.6 % = 0.40',
    rows: [row('2022-01/2022-06', 24, people)],
    asOf: '2022-08-01',
    pace: 0.2 / (181 / 365),
  },
  {
    status: 'reverse',
    reason: 'moved-away',
    says: 'a net loss of 6 in half a year is −5 % of 120',
    rows: [row('2022-01/2022-06', -6, people)],
    asOf: '2022-08-01',
    p: -0.05,
  },
  {
    status: 'missed',
    reason: 'not-reached',
    says: '119 in 2022 is one short, and the year is over',
    rows: [row('2021', 125, people), row('2022', 119, people)],
    asOf: '2023-02-01',
    p: 1 / 2 - 1 / 6,
  },
  {
    status: 'pending',
    reason: 'latest-before-deadline',
    says: 'two years met, the third never published',
    rows: [row('2021', 125, people), row('2022', 125, people)],
    p: 2 / 3,
  },
  { status: 'nofigure', reason: 'no-figure', says: 'three years over without a figure', rows: [] },
  {
    status: 'early',
    reason: 'too-early',
    says: '31 of 365 days are 8.5 %',
    rows: [row('2022-01/2022-01', 1, people)],
    asOf: '2022-02-15',
  },
  {
    status: 'unable',
    reason: 'gap-in-series',
    says: '10 in January–March and 10 in May: April is missing, 20 is a lower bound',
    rows: [row('2022-01/2022-03', 10, people), row('2022-05', 10, people)],
    asOf: '2022-07-01',
  },
  {
    status: 'unquantified',
    reason: 'no-number',
    says: '每年评选一批 has no number',
    rows: [],
    target: { value: undefined },
  },
])

everyStatus('milestone', { value: 4, unit: '个' }, [
  {
    status: 'achieved',
    reason: 'reached',
    says: '4 of 4 in June 2022; what is done stays done',
    rows: [row('2022-06-30', 4, { unit: '个' })],
    p: 1,
  },
  {
    status: 'early',
    reason: 'not-due',
    says: '1 of 4 half-way: the others are not due',
    rows: [row('2022-06-30', 1, { unit: '个' })],
    asOf: '2022-08-01',
    p: 0.25,
  },
  {
    status: 'missed',
    reason: 'not-reached',
    says: '3 of 4 on the last day is 75 %',
    rows: [row('2023-12-31', 3, { unit: '个' })],
    p: 0.75,
  },
  {
    status: 'pending',
    reason: 'latest-before-deadline',
    says: '3 of 4 in June 2023, and nothing published since',
    rows: [row('2023-06-30', 3, { unit: '个' })],
    p: 0.75,
  },
  { status: 'nofigure', reason: 'no-figure', says: 'due and never reported', rows: [] },
  {
    status: 'unable',
    reason: 'no-deadline',
    says: '1 of 4 without a day',
    rows: [row('2022-06-30', 1, { unit: '个' })],
    target: { deadline: undefined },
  },
])
