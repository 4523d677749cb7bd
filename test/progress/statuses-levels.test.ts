import { row } from './fixture.ts'
import { type Case, everyStatus } from './statuses.ts'

/** The end of 2021: 365 of the 1,095 days between the baseline and the end of 2023. */
const third = '2022-01-15'
const share = { unit: '比率' }

/** A level from 0.2 to 0.5; as shares of everything, or as a number of things. */
function levelCases(unit: string): Case[] {
  const at = (day: string, value: number) => row(day, value, { unit })
  return [
    { status: 'achieved', reason: 'reached', says: '0.5 of 0.5', rows: [at('2023-12-31', 0.5)], p: 1 },
    {
      status: 'ontrack',
      reason: 'on-pace',
      says: '0.1 of the 0.3 to go is 33.3 %; ÷ 33.3 % = 1.00',
      rows: [at('2021-12-31', 0.3)],
      asOf: third,
      pace: 1,
    },
    {
      status: 'slight',
      reason: 'behind-pace',
      says: '0.075 of 0.3 is 25 %; ÷ 33.3 % = 0.75',
      rows: [at('2021-12-31', 0.275)],
      asOf: third,
      pace: 0.75,
    },
    {
      status: 'far',
      reason: 'far-behind-pace',
      says: '0.03 of 0.3 is 10 %; ÷ 33.3 % = 0.30',
      rows: [at('2021-12-31', 0.23)],
      asOf: third,
      pace: 0.3,
    },
    {
      status: 'reverse',
      reason: 'moved-away',
      says: '0.17 is 0.03 below the start: −10 %',
      rows: [at('2021-12-31', 0.17)],
      asOf: third,
      p: -0.1,
    },
    {
      status: 'missed',
      reason: 'not-reached',
      says: '0.47 on the last day: 0.27 of 0.3 is 90 %',
      rows: [at('2023-12-31', 0.47)],
      p: 0.9,
    },
    {
      status: 'pending',
      reason: 'latest-before-deadline',
      says: '0.4 at the end of 2022, nothing published since',
      rows: [at('2022-12-31', 0.4)],
      p: 2 / 3,
    },
    { status: 'nofigure', reason: 'no-figure', says: 'nothing found', rows: [] },
    {
      status: 'early',
      reason: 'too-early',
      says: '90 of 1,095 days are 8.2 %',
      rows: [at('2021-03-31', 0.21)],
      asOf: '2021-04-15',
    },
    {
      status: 'unable',
      reason: 'no-baseline',
      says: '0.3 of 0.5 from nobody knows where',
      rows: [at('2021-12-31', 0.3)],
      asOf: third,
      target: { baseline: undefined },
    },
  ]
}

const noNumber: Case = {
  status: 'unquantified',
  reason: 'no-number',
  says: '大幅提高 has no number',
  rows: [],
  target: { value: undefined },
}

const baseline = { value: 0.2, on: '2020-12-31' }
everyStatus('level', { value: 0.5, baseline, unit: '万户' }, [...levelCases('万户'), noNumber])
everyStatus('ratio', { value: 0.5, baseline, ...share }, [...levelCases('比率'), noNumber])
everyStatus('coverage', { value: 0.5, baseline, ...share }, levelCases('比率'))

everyStatus('range', { value: 2, valueTo: 4, baseline: { value: 10, on: '2020-12-31' } }, [
  { status: 'achieved', reason: 'reached', says: '3 lies within 2–4', rows: [row('2023-12-31', 3)], p: 1 },
  {
    status: 'ontrack',
    reason: 'on-pace',
    says: 'from 6 away to 4 away is a third of the way; ÷ 33.3 % = 1.00',
    rows: [row('2021-12-31', 8)],
    asOf: third,
    pace: 1,
  },
  {
    status: 'slight',
    reason: 'behind-pace',
    says: 'from 6 away to 4.5 away is 25 %; ÷ 33.3 % = 0.75',
    rows: [row('2021-12-31', 8.5)],
    asOf: third,
    pace: 0.75,
  },
  {
    status: 'far',
    reason: 'far-behind-pace',
    says: 'from 6 away to 5.7 away is 5 %; ÷ 33.3 % = 0.15',
    rows: [row('2021-12-31', 9.7)],
    asOf: third,
    pace: 0.15,
  },
  {
    status: 'reverse',
    reason: 'moved-away',
    says: '12 is 8 away, 6 at the start: 1 − 8 ÷ 6 = −33.3 %',
    rows: [row('2021-12-31', 12)],
    asOf: third,
    p: -1 / 3,
  },
  {
    status: 'missed',
    reason: 'not-reached',
    says: '4.6 is 0.6 above 4: 1 − 0.6 ÷ 6 = 90 %',
    rows: [row('2023-12-31', 4.6)],
    p: 0.9,
  },
  {
    status: 'pending',
    reason: 'latest-before-deadline',
    says: '7 at the end of 2022, nothing published since',
    rows: [row('2022-12-31', 7)],
    p: 0.5,
  },
  { status: 'nofigure', reason: 'no-figure', says: 'nothing found', rows: [] },
  {
    status: 'early',
    reason: 'too-early',
    says: '90 of 1,095 days are 8.2 %',
    rows: [row('2021-03-31', 9)],
    asOf: '2021-04-15',
  },
  {
    status: 'unable',
    reason: 'no-deadline',
    says: '7 without a day to be inside',
    rows: [row('2022-12-31', 7)],
    target: { deadline: undefined },
  },
  noNumber,
])

everyStatus('rate', { value: 0.05, ...share }, [
  {
    status: 'achieved',
    reason: 'reached',
    says: '6 %, 5 % and 4.5 % multiply to 1.16308…, a mean of 5.17 %',
    rows: [row('2021', 0.06, share), row('2022', 0.05, share), row('2023', 0.045, share)],
  },
  {
    status: 'ontrack',
    reason: 'on-pace',
    says: '5 % in the first year ÷ 5 % = 1.00',
    rows: [row('2021', 0.05, share)],
    asOf: third,
    pace: 1,
  },
  {
    status: 'slight',
    reason: 'behind-pace',
    says: '4 % ÷ 5 % = 0.80',
    rows: [row('2021', 0.04, share)],
    asOf: third,
    pace: 0.8,
  },
  {
    status: 'far',
    reason: 'far-behind-pace',
    says: '1 % ÷ 5 % = 0.20',
    rows: [row('2021', 0.01, share)],
    asOf: third,
    pace: 0.2,
  },
  {
    status: 'reverse',
    reason: 'moved-away',
    says: '−2 % ÷ 5 % = −0.40',
    rows: [row('2021', -0.02, share)],
    asOf: third,
    pace: -0.4,
  },
  {
    status: 'missed',
    reason: 'not-reached',
    says: '4 % in each year against 5 %: 12.49 % ÷ 15.76 % = 0.79',
    rows: [row('2021', 0.04, share), row('2022', 0.04, share), row('2023', 0.04, share)],
    pace: (1.04 ** 3 - 1) / (1.05 ** 3 - 1),
  },
  {
    status: 'pending',
    reason: 'latest-before-deadline',
    says: '5 % in 2021 and nothing since',
    rows: [row('2021', 0.05, share)],
  },
  { status: 'nofigure', reason: 'no-figure', says: 'nothing found', rows: [] },
  {
    status: 'early',
    reason: 'too-early',
    says: '102 against 100 half a year before: less than a year is no yearly rate',
    rows: [row('2021-06-30', 102)],
    asOf: '2021-08-01',
    target: { baseline: { value: 100, on: '2020-12-31' } },
  },
  {
    status: 'unable',
    reason: 'gap-in-series',
    says: '7 % in 2022 with 2021 missing cannot be chained',
    rows: [row('2022', 0.07, share)],
    asOf: '2023-02-01',
  },
  noNumber,
])
