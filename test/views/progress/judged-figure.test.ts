import { beforeAll, describe, expect, test } from 'vitest'
import type { Site } from '../../../src/model/site.ts'
import type { Board } from '../../../src/progress/board.ts'
import { judgedFigure, judgedValue, shareWords } from '../../../src/views/progress/judged-figure.ts'
import { exampleCity } from '../../example-city.ts'

let site: Site
let board: Board

beforeAll(async () => {
  ;({ site, board } = await exampleCity())
})

describe('the figure of a verdict, in words', () => {
  test.each([
    ['t01', '截至2026年6月30日累计 6,900 家', '为目标的 86.3%', 'a sum of several figures, not the last of them'],
    [
      't31',
      '截至2026年6月30日累计 约 2,260 家（存疑）',
      '为目标的 75.3%',
      'one of the figures added is 约, and one doubtful',
    ],
    ['t14', '2026年3月31日 2个', '为目标的 50%', 'steps'],
    ['t07', '2026年5月31日 约37亿元', '走完全程的 35%', '37 of 50 is 74 %: the share is of the way from 30'],
    ['t09', '2026年3月31日 88%', '后退了全程的 40%', 'the other way'],
    ['t13', '2026年3月31日 8.4%', '走完全程的 60%', 'of the way into a range'],
    ['t11', '2026年6月 5.2%', '达标时段占 93.3%', 'a share of months'],
    ['t32', '2026年5月 98.6%', '达标时段占 100%', 'a ratio without deadline is a standing duty'],
    ['t20', '2025年 6位', '达标时段占 50%', 'a share of years with a rank'],
    ['t21', '2026年1—6月 640人', '为当年目标的 53.3%', 'a year that runs'],
    ['t22', '2026年1—6月 7场', '达标年份占 33.3%', 'a year that fell short'],
    ['t17', '2025年 4810件', undefined, 'a trend has no share'],
    ['t29', undefined, undefined, 'no figure'],
  ])('%s: %s, %s: %s', (id, figure, share, _why) => {
    const [target, assessment] = judged(id)
    expect(judgedFigure(target, assessment)).toBe(figure)
    expect(shareWords(target, assessment)).toBe(share)
  })

  test('without its time it is the same figure', () => {
    expect(['t01', 't07', 't29'].map((id) => judgedValue(...judged(id)))).toEqual(['6,900 家', '约37亿元', ''])
  })
})

function judged(id: string) {
  const target = site.policies.get('lc-zbf-2024-3')?.targets.find((one) => one.id === id)
  const assessment = board.assessments.get(`lc-zbf-2024-3/${id}`)
  if (!target || !assessment) throw new Error(id)
  return [target, assessment] as const
}
