import { beforeAll, describe, expect, test } from 'vitest'
import type { Site } from '../../src/model/site.ts'
import { targetKey, targetKinds } from '../../src/model/target/target.ts'
import { assess } from '../../src/progress/assess.ts'
import type { Flag, StatusId } from '../../src/progress/assessment.ts'
import { statusIds } from '../../src/progress/assessment.ts'
import type { Board } from '../../src/progress/board.ts'
import { cityDay, exampleCity } from '../example-city.ts'

/*
 * Days, both ends counted: the plan 2024–2026 has 366 + 365 + 365 = 1096. By 2025-03-31 are gone 366 + 90 = 456, by
 * 2025-06-30 366 + 181 = 547, by 2025-12-31 366 + 365 = 731, by 2026-03-31 731 + 90 = 821, by 2026-05-31
 * 731 + 151 = 882, by 2026-06-30 731 + 181 = 912. The plan 2021–2023 has 3 × 365 = 1095, two years of it are 730.
 * In the fractions below, % is 1/100 and money is in 亿元.
 */
const byJune = 912 / 1096
const byMay = 882 / 1096
const byMarch = 821 / 1096

type Row = readonly [target: string, status: StatusId, p: number | undefined, q: number | undefined, why: string]

const current: readonly Row[] = [
  [
    't01',
    'ontrack',
    6900 / 8000,
    byJune,
    '2700 in 2024, 2760 in 2025, 238+222+248+252+246+234 = 1440 since; R 0.8625/0.8321',
  ],
  ['t02', 'achieved', 512 / 500, byMarch, '210 + 230 + 72 = 512; a total that has reached 500 cannot fall again'],
  [
    't03',
    'slight',
    6600 / 12000,
    byJune,
    'quarters: 2500 in 2024, 2650 in 2025, 700 + 750 in 2026; R 0.55/0.8321 = 0.66',
  ],
  [
    't04',
    'unable',
    2.8 / 6,
    byJune,
    '1.1 + 0.8 + 0.9 without the first half of 2025: a lower bound that is not enough',
  ],
  ['t05', 'ontrack', 1.75 / 2, byJune, '28 of 30 months add up to 17,500 × 10,000; a lower bound that is enough'],
  ['t06', 'ontrack', 5050 / 5850, byJune, '29,200 − 24,150 of 30,000 − 24,150; R 0.8632/0.8321'],
  ['t07', 'far', 7 / 20, byMay, 'a bank says 37, a paper 39: judged on 37; 37 − 30 of 50 − 30; R 0.35/0.8047 = 0.43'],
  ['t08', 'slight', 790 / 1000, byJune, '1790 − 1000 of 2000 − 1000; R 0.9494, just under 0.95'],
  ['t09', 'reverse', -0.02 / 0.05, byMarch, '88 % after 90 %, going for 95 %: −2 of +5 points'],
  ['t10', 'ontrack', undefined, undefined, '1.065 × 1.062 = 1.13103; R 0.13103 ÷ (1.06² − 1 = 0.1236) = 1.06'],
  [
    't11',
    'slight',
    28 / 30,
    undefined,
    '28 of 30 months at 5 % or below; 5.2 % is over by 0.2 ≤ 5 % of 5 = 0.25 points',
  ],
  ['t12', 'ontrack', undefined, undefined, '2.1 % lies between 1 % and 3 %'],
  ['t13', 'slight', 0.6, byMarch, '12 % was 6 points off 4–6 %, 8.4 % is 2.4 off: 1 − 2.4/6; R 0.6/0.7491 = 0.80'],
  ['t14', 'early', 2 / 4, byMarch, 'two of four centres stand; the others are not due before the end of 2026'],
  ['t15', 'achieved', 1, 639 / 1096, 'one step of one, on 2025-09-30: 366 + 273 days'],
  ['t16', 'slight', 0.38 / 0.6, byJune, '78 % − 40 % of 100 % − 40 %; R 0.6333/0.8321 = 0.76'],
  ['t17', 'ontrack', undefined, undefined, '4810 complaints after 5230: down, as promised'],
  ['t18', 'reverse', undefined, undefined, '90.5 % after 91.2 %: down, and up was promised'],
  ['t19', 'unquantified', undefined, undefined, 'words only'],
  ['t20', 'far', 1 / 2, undefined, 'third in 2024, sixth in 2025: off by 3 places, 5 % of 3 would be forgiven'],
  ['t21', 'ontrack', 640 / 1200, 181 / 365, '1310 and 1256 met 1200; 640 of 1200 in 181 days of 2026; R 1.08'],
  ['t22', 'missed', 1 / 3, undefined, '13 in 2024, 10 in 2025 instead of 12: a closed year cannot be made up for'],
  ['t23', 'early', 12 / 300, 30 / 945, 'from June 2026: 30 of 214 + 365 + 366 = 945 days, less than a tenth'],
  ['t24', 'unable', undefined, undefined, 'no figure yet'],
  ['t25', 'unable', undefined, 731 / 1096, '76 of 100 with no baseline; the forecast of 82 does not count'],
  ['t26', 'ontrack', 0.14 / 0.3, 456 / 1096, '64 % − 50 % of 80 % − 50 %; R 0.4667/0.4161; silent since March 2025'],
  ['t27', 'ontrack', 7200 / 20000, 366 / 1096, 'only 2024 has the old definition; what was counted since is another'],
  ['t28', 'pending', 39 / 60, 547 / 731, '25 + 14; due 2025-12-31, last figure 2025-06-30'],
  ['t29', 'nofigure', undefined, undefined, 'due 2025-12-31; the 520 of 2023 came before the plan'],
  ['t30', 'missed', 1, 1, '60 % on the day, but more than 60 % was promised'],
  ['t31', 'slight', 2260 / 3000, byJune, '900 + 960 + about 400; R 0.7533/0.8321 = 0.905'],
  ['t32', 'ontrack', 1, undefined, 'a standing duty: 99.1 %, 98.8 % and 98.6 % are all at least 98 %'],
]

const finished: readonly Row[] = [
  ['t01', 'achieved', 4150 / 4000, 1, '24,150 − 20,000 of 24,000 − 20,000'],
  ['t02', 'missed', 5580 / 6000, 1, '1800 + 1750 + 2030'],
  ['t03', 'pending', 5900 / 9000, 730 / 1095, '2800 + 3100, nothing for 2023'],
  ['t04', 'nofigure', undefined, undefined, 'only the 18 of 2020, before the plan'],
  ['t05', 'missed', 2 / 3, undefined, '12, 9 and 14 instead of 12 each year'],
  [
    't06',
    'missed',
    undefined,
    undefined,
    '1.09 × 1.065 × 1.084 = 1.25836, its cube root 1.0796: 7.96 % a year, 8 % promised',
  ],
  ['t07', 'unable', 2.1 / 3, 1, '0.9 + 1.2 without 2022: less than 3, but perhaps only for want of a year'],
  ['t08', 'unquantified', undefined, undefined, 'words only'],
  ['t09', 'missed', 1, 1, '90 % exactly, more than 90 % promised'],
  ['t10', 'achieved', 1, undefined, '3, 2 and 2 days, at most 3 promised'],
  ['t11', 'achieved', 1, undefined, 'fifth, fourth, fourth; the first five promised'],
  ['t12', 'missed', 2 / 3, 1, 'two squares of three on the last day'],
  ['t13', 'achieved', 1, 1, '100 % − 70 % of 100 % − 70 %'],
  ['t14', 'achieved', undefined, undefined, '5.4 % after 6.1 %: down, as promised'],
]

const district: readonly Row[] = [
  ['t01', 'ontrack', 1595 / 2000, byJune, '610 + 655 + 330; R 0.7975/0.8321 = 0.958'],
  ['t02', 'slight', 810 / 1800, 731 / 1096, '8010 − 7200 of 9000 − 7200; R 0.45/0.667 = 0.67'],
]

const flags: Readonly<Record<Flag, readonly string[]>> = {
  stale: ['t26', 't27'],
  provisional: ['t01', 't21'],
  revised: ['t01'],
  estimate: ['t25'],
  approximate: ['t07', 't31'],
  doubtful: ['t31'],
  borderline: ['t08'],
  'lower-bound': ['t04', 't05'],
  'definition-differs': ['t01', 't06', 't27'],
  'sources-differ': ['t07'],
}

let site: Site
let board: Board

beforeAll(async () => {
  ;({ site, board } = await exampleCity())
})

describe('the example city', () => {
  test.each([
    ['lc-zbf-2024-3', current],
    ['lc-zbf-2021-7', finished],
    ['lc-east-2024-2', district],
  ])('%s: every target is judged as by hand', (policy, rows) => {
    const found = site.policies.get(policy)?.targets.map(({ id }) => id)
    expect(found?.toSorted()).toEqual(rows.map(([id]) => id))
    for (const [id, status, p, q, why] of rows) {
      const one = board.assessments.get(`${policy}/${id}`)
      expect(`${id} ${one?.status}`, why).toBe(`${id} ${status}`)
      if (p === undefined) expect(one?.p, `${id} ${why}`).toBeUndefined()
      else expect(one?.p, `${id} ${why}`).toBeCloseTo(p, 10)
      if (q === undefined) expect(one?.q, `${id} ${why}`).toBeUndefined()
      else expect(one?.q, `${id} ${why}`).toBeCloseTo(q, 10)
    }
  })

  test('says of a pending target how it stood: 0.6556 ÷ 0.6667 on track, 0.65 ÷ 0.7483 = 0.87 behind', () => {
    const standing = (key: string) => board.assessments.get(key)?.atLastFigure?.status
    expect(standing('lc-zbf-2021-7/t03')).toBe('ontrack')
    expect(standing('lc-zbf-2024-3/t28')).toBe('slight')
  })

  test('has every kind of target and every status', () => {
    const targets = [...site.policies.values()].flatMap((policy) => policy.targets)
    expect([...new Set(targets.map((target) => target.kind))].sort()).toEqual([...targetKinds].sort())
    expect(statusIds.filter((status) => board.tally.counts[status] === 0)).toEqual([])
  })

  test.each(Object.entries(flags))('has the flag %s on %j', (flag, ids) => {
    const flagged = current.map(([id]) => id).filter((id) => flagsOf(id).some((one) => one === flag))
    expect(flagged).toEqual(ids)
  })

  test('no figure from before a plan takes part in a verdict', () => {
    const before = [...board.assessments.values()].flatMap((one) => one.before)
    expect(before.length).toBeGreaterThan(20)
    for (const policy of site.policies.values()) {
      for (const target of policy.targets) {
        const one = board.assessments.get(targetKey(target))
        const used = new Set(one?.inputs.map(({ origin }) => (origin.type === 'observation' ? origin.id : '')))
        expect(one?.before.filter(({ id }) => used.has(id))).toEqual([])
        const again = assess(target, {
          indicator: target.indicator === undefined ? undefined : site.indicators.get(target.indicator),
          observations: one?.series ?? [],
          near: one?.near ?? [],
          asOf: cityDay,
        })
        expect([again.status, again.reason, again.p, again.q]).toEqual([one?.status, one?.reason, one?.p, one?.q])
      }
    }
  })

  test('the check warns of the two sources that differ, and of nothing else', async () => {
    const { issues } = await exampleCity()
    expect(issues.map(({ code, file }) => `${code} ${file}`)).toEqual(['OBS-004 data/lc-progress/observations.csv'])
  })

  test('has 36 months of four indicators, and says of everything that it is fictional', () => {
    const rows = site.observations.filter((row) => row.dataset === 'lc-monthly' && row.status !== '修订')
    const months = (indicator: string) => rows.filter((row) => row.indicator === indicator).length
    expect(['shop-new', 'shop-stock', 'shop-online', 'unemployment'].map(months)).toEqual([36, 36, 36, 36])
    expect(months('rent-relief')).toBe(34)
    expect(site.observations.filter((row) => !row.note?.startsWith('虚构示例'))).toEqual([])
    const named = [...site.policies.values(), ...site.measures.values(), ...site.datasets.values()]
    expect(named.filter(({ title }) => !title.includes('虚构示例'))).toEqual([])
    expect([site.config.name, site.config.subtitle, site.config.description].join()).toMatch(
      /虚构示例.*虚构示例.*虚构示例/,
    )
    expect([...site.regions.keys()].filter((code) => !code.startsWith('99'))).toEqual([])
  })
})

function flagsOf(id: string): readonly Flag[] {
  return board.assessments.get(`lc-zbf-2024-3/${id}`)?.flags ?? []
}
