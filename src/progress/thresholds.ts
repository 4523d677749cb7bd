import type { Bilingual } from '../model/lang.ts'
import type { TargetKind } from '../model/target/target.ts'

/** Version of the rules below; every assessment carries it. A change of a rule needs a new version and a date. */
export const method = { version: 'gongbao-1', since: '2026-11-20' } as const

/**
 * The only place where a threshold is written (open-data §7.4). The same for all targets; ours, not an
 * official valuation, and published as ours.
 */
export const thresholds = {
  /** p at which a target is reached. */
  achieved: 1,
  /** Pace R = p / q from which a target is on track. */
  onTrack: 0.95,
  /** Pace from which it is only slightly behind. */
  slight: 0.6,
  /** Below this p or pace a target moves away from its goal. */
  reverse: 0,
  /** Expected share q below which it is too early to tell. */
  early: 0.1,
  /** A standing requirement missed by at most this share of its value is a narrow miss. */
  tolerance: 0.05,
  /** Days after the deadline within which a figure of a point in time still counts as the final one. */
  graceDays: 92,
  /** Days without a new figure after which the latest one is called stale: a year and a month. */
  staleDays: 396,
} as const

/** A forecast: the fewest comparable figures, the most that are used, and the share of time to be gone (§7.5). */
export const forecasting = { least: 4, recent: 12, elapsed: 0.25 } as const

/** Half of the last digit shown: p and q are printed as 92.3 %, R as 0.80. */
export const rounding = { share: 0.0005, pace: 0.005 } as const

const onTrack = thresholds.onTrack.toFixed(2)
const slight = thresholds.slight.toFixed(2)
const early = `${thresholds.early * 100}%`

/** The rules, for the page that explains them: what the code does, in the order in which it does it. */
export const rules: readonly { readonly id: string; readonly title: Bilingual; readonly text: Bilingual }[] = [
  {
    id: 'counted',
    title: { zh: '哪些数字算数', en: 'Which figures count' },
    text: {
      zh: '同一指标、同一地方、同一单位，时段在规划期以内、在截至日以前结束。标为计划、作废的不算；预计数只提示，不参与判定；已被修订替代的不算。规划期以前的数字只作参照，不进公式。',
      en: 'The same indicator, place and unit, with a period inside the plan that had ended by the as-of date. Planned and withdrawn figures do not count; forecasts are only mentioned; superseded figures are dropped. Figures from before the plan are reference only and enter no formula.',
    },
  },
  {
    id: 'known',
    title: { zh: '截至日以前公开的', en: 'Published by the as-of date' },
    text: {
      zh: '只用截至日当天已经公开的：数字看来源的日期，来源没有日期的看所属时段的末日（预计数、计划数看首日）；承诺看文件的发布日期、成文日期，都没有的看来源的日期，来源也没有日期的看这个来源最早的一个数字、规划期的首日。后来才公开的数字和文件不改变以前的看板。',
      en: 'Only what was public on the as-of date counts: a figure from the date of its source, or, where the source is undated, from the last day of its period (a forecast or plan from its first day); a promise from the day its document was published or adopted, else from the date of its source, else from the first figure of that source or the start of the plan. What is published later never changes an earlier board.',
    },
  },
  {
    id: 'conflict',
    title: { zh: '来源不一', en: 'Sources that differ' },
    text: {
      zh: '同一时段有几个不同的数字时，全部列出，按对达标最不利的一个判定：要求“不低于”的取小，要求“不高于”的取大。',
      en: 'Where sources print different figures for one period, all are listed and the one least favourable to the target is judged: the lower one for a floor, the higher one for a ceiling.',
    },
  },
  {
    id: 'elapsed',
    title: { zh: '时间过了多少', en: 'Time elapsed' },
    text: {
      zh: '按最近一个数字所属时段的末日计算，首尾两天都算，不按网站生成的日期。应达比例 q ＝ 已过天数 ÷ 总天数。',
      en: 'Measured at the last day of the latest figure’s period, both ends counted, never at the day the site was built. Expected share q = days elapsed ÷ days in all.',
    },
  },
  {
    id: 'path',
    title: { zh: '不是匀速的路径', en: 'Paths that are not even' },
    text: {
      zh: '原文写了中间年度数的，应达比例在这些数之间按天取；编者标了等比的，按每天同样的增速；标了季节的，按往年同月完成全年的比例，至少要有两个往年。走不通的改按天数，并写明。',
      en: 'Where the text sets values for years between, the expected share runs straight from one to the next; where editors chose equal growth, at the same growth each day; where they chose the seasons, by the share of the year that at least two earlier years had reached by the same month. A path that cannot be drawn falls back to days, and says so.',
    },
  },
  {
    id: 'pace',
    title: { zh: '快慢比', en: 'Pace' },
    text: {
      zh: `快慢比 R ＝ 完成比例 p ÷ 应达比例 q。不低于 ${onTrack} 为符合进度，不低于 ${slight} 为略有滞后，不低于 0 为明显滞后，小于 0 为反向变动；q 不到 ${early} 为尚早。`,
      en: `Pace R = achieved share p ÷ expected share q. From ${onTrack} on track, from ${slight} slightly behind, from 0 far behind, below 0 moving away; too early while q is under ${early}.`,
    },
  },
  {
    id: 'after',
    title: { zh: '期满以后', en: 'After the deadline' },
    text: {
      zh: `有期末数的判已完成或未完成；只有期中数的是待最终数据，并写明最后一个数字当时的状态；累计数在期满前已达目标的判已完成；一个数字都没有的是未检索到公开完成数。期满后 ${thresholds.graceDays} 天以内的时点数当作期末数。`,
      en: `With a final figure a target is achieved or missed; with only an earlier figure it is pending, and its standing at that figure is shown; a cumulative total that had reached the target is achieved; without any figure it is “no figure found”. A point-in-time figure up to ${thresholds.graceDays} days after the deadline counts as the final one.`,
    },
  },
  {
    id: 'forecast',
    title: { zh: '按近期趋势', en: 'Where the trend leads' },
    text: {
      zh: `存量、比例和累计，期满以前、可比数不少于 ${forecasting.least} 个、时间过了 ${forecasting.elapsed * 100}% 以上的，另写一行外推：最近至多 ${forecasting.recent} 个数，按中位斜率的直线，和按同样的增速。两条都到目标的写预计达成，一条到的写可能，都不到的写难以达成。不越过 0 和 100%，不影响状态。`,
      en: `For levels, shares and totals before the deadline, with at least ${forecasting.least} comparable figures and ${forecasting.elapsed * 100}% of the time gone, a line of its own extrapolates the latest figures, ${forecasting.recent} at most: along the line of the median slope, and at their rate of growth. Both reach the target: expected; one: possible; none: hard to reach. It never passes 0 or 100 %, and never changes a status.`,
    },
  },
  {
    id: 'gaps',
    title: { zh: '缺的不当作零', en: 'Missing is not zero' },
    text: {
      zh: '累计数中间缺了时段，合计只是下限：下限已够就照判，不够就写无法评估，不判滞后或未完成。',
      en: 'Where a cumulative total lacks a period it is a lower bound: if that is enough it is judged, if not the target cannot be assessed; it is never called behind or missed for it.',
    },
  },
  {
    id: 'hedges',
    title: { zh: '约数与“超”', en: 'Hedged figures' },
    text: {
      zh: '“超过”必须大于，刚好相等不算。数字写“超”“余”“多”的，真值大于所写；写“近”“不足”的，真值小于所写；写“约”的照数判定并注明。与门槛之差在显示位数以内的注明临界。',
      en: '“More than” must be exceeded; equality is not enough. A figure printed with 超 or 余 is above the number shown, with 近 or 不足 below it; 约 is judged as shown and noted. A value within display rounding of a threshold is noted as borderline.',
    },
  },
]

/** How each kind of target is measured: achieved share and expected share, in words (open-data §7.3). */
export const kindRules: Readonly<Record<TargetKind, Bilingual>> = {
  level: {
    zh: 'p ＝（最近数 − 起点）÷（目标 − 起点）；没有起点时，期满以前只判是否已达到。',
    en: 'p = (latest − baseline) ÷ (target − baseline); without a baseline only whether it is reached is judged before the deadline.',
  },
  cumulative: {
    zh: 'p ＝ 期内累计 ÷ 目标。累计取互不重叠的时段相加；单日的“截至”数就是累计数。',
    en: 'p = total since the start ÷ target. The total adds periods that do not overlap; an “as of” figure of one day is itself a total.',
  },
  yearly: {
    zh: '逐年判定；已经过去而未达到的一年不能补回。当年未完时 p ＝ 当年累计 ÷ 每年目标。',
    en: 'Judged year by year; a closed year that fell short stays missed. While a year runs, p = total of the year ÷ yearly target.',
  },
  rate: {
    zh: '把各年增速连乘，R ＝（实际增长倍数 − 1）÷（按目标增速的倍数 − 1）；另写年均增速与目标相差几个百分点。',
    en: 'Yearly growth is chained; R = (growth so far) ÷ (growth at the target rate); the gap in percentage points is shown.',
  },
  ratio: {
    zh: '同“时点水平”；差距写百分点。没有期限的，只判现在是否达到。',
    en: 'As a level; the gap is given in percentage points. Without a deadline only whether it is met now.',
  },
  threshold: {
    zh: '不看快慢，只看每一时段是否达到；p ＝ 达到的时段数 ÷ 有数的时段数。',
    en: 'No pace: each period meets the threshold or not; p = periods that meet it ÷ periods with a figure.',
  },
  range: {
    zh: '看离区间近的一端还有多远；p ＝ 1 − 现在的距离 ÷ 起点的距离。',
    en: 'The distance to the nearer edge; p = 1 − distance now ÷ distance of the baseline.',
  },
  milestone: {
    zh: 'p ＝ 已完成项数 ÷ 应完成项数；原文给中间日期的，与那时应完成的项数比；没有给的，期满以前不算到期。',
    en: 'p = steps done ÷ steps promised; compared with the steps due by then where the text sets days on the way; without them none is due before the deadline.',
  },
  coverage: {
    zh: '同“比率”，没有写数字的“全覆盖”按 100%。',
    en: 'As a ratio; “full coverage” without a number is read as 100 %.',
  },
  direction: {
    zh: '看最近一期与上一期相比的升降。',
    en: 'The sign of the change between the last two periods.',
  },
  qualitative: {
    zh: '原文没有数字，不判定。',
    en: 'The text has no number; it is not judged.',
  },
  rank: {
    zh: '位次不低于所定名次即为达到；数越小越好。',
    en: 'Met when the rank is at least as good as promised; lower numbers are better.',
  },
}
