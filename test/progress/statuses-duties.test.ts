import { row } from './fixture.ts'
import { everyStatus } from './statuses.ts'

const share = { unit: '比率' }
const place = { unit: '位' }

everyStatus('threshold', { value: 0.9, ...share }, [
  {
    status: 'achieved',
    reason: 'reached',
    says: '92 %, 91 % and 90 % keep 90 %: 3 ÷ 3',
    rows: [row('2021-12-31', 0.92, share), row('2022-12-31', 0.91, share), row('2023-12-31', 0.9, share)],
    p: 1,
  },
  {
    status: 'ontrack',
    reason: 'holding',
    says: '92 % keeps 90 %, and two years are to come',
    rows: [row('2021-12-31', 0.92, share)],
    asOf: '2022-02-01',
    p: 1,
  },
  {
    status: 'slight',
    reason: 'within-tolerance',
    says: '86 % is 4 points short; 5 % of 90 % are 4.5 points',
    rows: [row('2021-12-31', 0.86, share)],
    asOf: '2022-02-01',
    p: 0,
  },
  {
    status: 'far',
    reason: 'breached',
    says: '85 % is 5 points short, more than 4.5',
    rows: [row('2021-12-31', 0.85, share)],
    asOf: '2022-02-01',
  },
  {
    status: 'missed',
    reason: 'not-reached',
    says: '85 % in 2021, 92 % and 93 % after it: 2 ÷ 3',
    rows: [row('2021-12-31', 0.85, share), row('2022-12-31', 0.92, share), row('2023-12-31', 0.93, share)],
    p: 2 / 3,
  },
  {
    status: 'pending',
    reason: 'latest-before-deadline',
    says: 'kept in 2021, nothing published since',
    rows: [row('2021-12-31', 0.92, share)],
  },
  { status: 'nofigure', reason: 'no-figure', says: 'nothing found', rows: [] },
  {
    status: 'early',
    reason: 'too-early',
    says: 'the plan begins in 2021',
    rows: [],
    asOf: '2020-11-01',
  },
  { status: 'unable', reason: 'no-figure-yet', says: 'no figure in the first year', rows: [], asOf: '2021-11-01' },
  {
    status: 'unquantified',
    reason: 'no-number',
    says: '保持较高水平 has no number',
    rows: [],
    target: { value: undefined },
  },
])

everyStatus('rank', { value: 20, comparator: 'le', ...place }, [
  { status: 'achieved', reason: 'reached', says: 'place 18 of 20', rows: [row('2023-12-31', 18, place)], p: 1 },
  {
    status: 'ontrack',
    reason: 'holding',
    says: 'place 20 at the end of 2021',
    rows: [row('2021-12-31', 20, place)],
    asOf: '2022-02-01',
  },
  {
    status: 'slight',
    reason: 'within-tolerance',
    says: 'place 21 is one below; 5 % of 20 is one',
    rows: [row('2021-12-31', 21, place)],
    asOf: '2022-02-01',
  },
  {
    status: 'far',
    reason: 'breached',
    says: 'place 22 is two below',
    rows: [row('2021-12-31', 22, place)],
    asOf: '2022-02-01',
  },
  { status: 'missed', reason: 'not-reached', says: 'place 21 at the end', rows: [row('2023-12-31', 21, place)], p: 0 },
  {
    status: 'pending',
    reason: 'latest-before-deadline',
    says: 'place 18 in 2022, not published since',
    rows: [row('2022-12-31', 18, place)],
  },
  { status: 'nofigure', reason: 'no-figure', says: 'nothing found', rows: [] },
  { status: 'early', reason: 'too-early', says: 'the plan begins in 2021', rows: [], asOf: '2020-11-01' },
  { status: 'unable', reason: 'no-figure-yet', says: 'no place in the first year', rows: [], asOf: '2021-11-01' },
  {
    status: 'unquantified',
    reason: 'no-number',
    says: '位居前列 has no number',
    rows: [],
    target: { value: undefined },
  },
])

everyStatus('direction', { comparator: 'down', value: undefined, unit: '天' }, [
  {
    status: 'achieved',
    reason: 'reached',
    says: '9 days after 10 at the end of the plan',
    rows: [row('2022', 10, { unit: '天' }), row('2023', 9, { unit: '天' })],
  },
  {
    status: 'ontrack',
    reason: 'holding',
    says: '10 days after 12',
    rows: [row('2021', 12, { unit: '天' }), row('2022', 10, { unit: '天' })],
    asOf: '2023-02-01',
  },
  {
    status: 'far',
    reason: 'breached',
    says: '12 days after 12: no change is no fall',
    rows: [row('2021', 12, { unit: '天' }), row('2022', 12, { unit: '天' })],
    asOf: '2023-02-01',
  },
  {
    status: 'reverse',
    reason: 'moved-away',
    says: '13 days after 12',
    rows: [row('2021', 12, { unit: '天' }), row('2022', 13, { unit: '天' })],
    asOf: '2023-02-01',
  },
  {
    status: 'missed',
    reason: 'not-reached',
    says: '11 days after 10 at the end of the plan',
    rows: [row('2022', 10, { unit: '天' }), row('2023', 11, { unit: '天' })],
  },
  {
    status: 'pending',
    reason: 'latest-before-deadline',
    says: '10 days after 12 in 2022, nothing since',
    rows: [row('2021', 12, { unit: '天' }), row('2022', 10, { unit: '天' })],
  },
  { status: 'nofigure', reason: 'no-figure', says: 'nothing found', rows: [] },
  { status: 'early', reason: 'too-early', says: 'the plan begins in 2021', rows: [], asOf: '2020-11-01' },
  {
    status: 'unable',
    reason: 'no-comparison',
    says: '12 days and nothing to compare them with',
    rows: [row('2021', 12, { unit: '天' })],
    asOf: '2022-02-01',
  },
])

everyStatus('qualitative', { comparator: 'none', value: undefined, unit: undefined }, [
  { status: 'unquantified', reason: 'words-only', says: 'words only, before and after the deadline', rows: [] },
  {
    status: 'unquantified',
    reason: 'words-only',
    says: 'a figure of 5 changes nothing',
    rows: [row('2021', 5)],
    asOf: '2022-02-01',
  },
])
