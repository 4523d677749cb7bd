import type { Bilingual } from '../model/lang.ts'
import type { Flag, ReasonCode, StatusId } from '../progress/assessment.ts'
import { thresholds } from '../progress/thresholds.ts'

interface StatusWords extends Bilingual {
  readonly shortZh: string
  readonly shortEn: string
  /** Suffix of `status--…`, `bullet__value--…` in components.css. */
  readonly cssClass: 'achieved' | 'ontrack' | 'slight' | 'far' | 'reverse' | 'missed' | 'neutral'
  /** Suffix of the symbol `s-…` in Shapes.astro. */
  readonly shape: string
  /** The rule in a few words, for the legend. */
  readonly rule: Bilingual
}

/** Colour, shape and word of every status (design README, principle 5). */
export const statusWords: Readonly<Record<StatusId, StatusWords>> = {
  achieved: {
    zh: '已完成',
    en: 'Achieved',
    shortZh: '已完成',
    shortEn: 'Achieved',
    cssClass: 'achieved',
    shape: 'achieved',
    rule: { zh: '完成比例 ≥ 100%', en: 'Achieved share ≥ 100%' },
  },
  ontrack: {
    zh: '符合进度',
    en: 'On track',
    shortZh: '符合进度',
    shortEn: 'On track',
    cssClass: 'ontrack',
    shape: 'ontrack',
    rule: { zh: `快慢比 ≥ ${two(thresholds.onTrack)}`, en: `Pace ≥ ${two(thresholds.onTrack)}` },
  },
  slight: {
    zh: '略有滞后',
    en: 'Slightly behind',
    shortZh: '略有滞后',
    shortEn: 'Slightly behind',
    cssClass: 'slight',
    shape: 'slight',
    rule: {
      zh: `${two(thresholds.slight)} ≤ 快慢比 ＜ ${two(thresholds.onTrack)}`,
      en: `${two(thresholds.slight)} ≤ pace < ${two(thresholds.onTrack)}`,
    },
  },
  far: {
    zh: '明显滞后',
    en: 'Far behind',
    shortZh: '明显滞后',
    shortEn: 'Far behind',
    cssClass: 'far',
    shape: 'far',
    rule: { zh: `0 ≤ 快慢比 ＜ ${two(thresholds.slight)}`, en: `0 ≤ pace < ${two(thresholds.slight)}` },
  },
  reverse: {
    zh: '反向变动',
    en: 'Moving away',
    shortZh: '反向变动',
    shortEn: 'Moving away',
    cssClass: 'reverse',
    shape: 'reverse',
    rule: { zh: '比起点还远', en: 'Further away than at the start' },
  },
  missed: {
    zh: '未完成',
    en: 'Missed',
    shortZh: '未完成',
    shortEn: 'Missed',
    cssClass: 'missed',
    shape: 'missed',
    rule: { zh: '期满，有最终数而未达', en: 'Deadline passed, final figure short of the target' },
  },
  pending: {
    zh: '待最终数据',
    en: 'Final figure pending',
    shortZh: '待最终数据',
    shortEn: 'Pending',
    cssClass: 'neutral',
    shape: 'pending',
    rule: { zh: '期满，只有期中数', en: 'Deadline passed, only earlier figures' },
  },
  nofigure: {
    zh: '未检索到公开完成数',
    en: 'No published figure found',
    shortZh: '未检索到',
    shortEn: 'Not found',
    cssClass: 'neutral',
    shape: 'nofigure',
    rule: { zh: '期满，没有查到公开数', en: 'Deadline passed, no published figure found' },
  },
  early: {
    zh: '尚早',
    en: 'Too early',
    shortZh: '尚早',
    shortEn: 'Too early',
    cssClass: 'neutral',
    shape: 'early',
    rule: {
      zh: `应达比例 ＜ ${thresholds.early * 100}%，或还没到期`,
      en: `Expected share < ${thresholds.early * 100}%, or not yet due`,
    },
  },
  unable: {
    zh: '无法评估',
    en: 'Cannot be assessed',
    shortZh: '无法评估',
    shortEn: 'Not assessable',
    cssClass: 'neutral',
    shape: 'unable',
    rule: { zh: '没有期限、起点或可比的数字', en: 'No deadline, baseline or comparable figure' },
  },
  unquantified: {
    zh: '无量化目标',
    en: 'No number promised',
    shortZh: '无量化',
    shortEn: 'No number',
    cssClass: 'neutral',
    shape: 'unquant',
    rule: { zh: '原文没有数字', en: 'The text has no number' },
  },
}

/** Why a target has its status. */
export const reasonWords: Readonly<Record<ReasonCode, Bilingual>> = {
  reached: { zh: '已达到目标', en: 'The target is reached' },
  'on-pace': { zh: '快慢比达到符合进度的门槛', en: 'The pace is enough' },
  'behind-pace': { zh: '慢于时间进度', en: 'Slower than time passes' },
  'far-behind-pace': { zh: '远慢于时间进度', en: 'Much slower than time passes' },
  'moved-away': { zh: '离目标比起点更远', en: 'Further from the target than at the start' },
  'not-reached': { zh: '最终数没有达到目标', en: 'The final figure falls short of the target' },
  holding: { zh: '目前达标，保持中', en: 'Met at present' },
  'within-tolerance': {
    zh: `目前没有达标，相差不超过 ${thresholds.tolerance * 100}%`,
    en: `Not met at present, by no more than ${thresholds.tolerance * 100}%`,
  },
  breached: { zh: '目前没有达标', en: 'Not met at present' },
  'latest-before-deadline': {
    zh: '期限已过，最后一个公开数字早于期限',
    en: 'The deadline has passed; the last published figure is older',
  },
  'no-figure': { zh: '期限已过，没有检索到期内的公开数字', en: 'The deadline has passed; no figure was found' },
  'no-figure-yet': { zh: '还没有期内的公开数字', en: 'No figure has been published yet' },
  'too-early': { zh: '时间过去太少，还看不出快慢', en: 'Too little time has passed to tell' },
  'not-due': { zh: '还没有到期', en: 'Not yet due' },
  'no-deadline': { zh: '原文未写期限', en: 'The text names no deadline' },
  'no-deadline-no-figure': {
    zh: '原文未写期限；没有公开数字',
    en: 'The text names no deadline, and no figure was found',
  },
  'no-baseline': { zh: '没有起点，看不出走了多少', en: 'Without a baseline the distance covered is unknown' },
  'no-comparison': { zh: '只有一个数字，没有可比的另一期', en: 'Only one figure; nothing to compare it with' },
  'gap-in-series': {
    zh: '中间有时段没有公开数字，合计只是下限',
    en: 'Some periods have no figure; the total is only a lower bound',
  },
  'words-only': { zh: '只有文字要求', en: 'Words only' },
  'no-number': { zh: '原文没有写数量', en: 'The text gives no number' },
}

/** Notes that stand beside a status and never change its colour. */
export const flagWords: Readonly<Record<Flag, Bilingual>> = {
  stale: { zh: '数字已旧：一年多没有新的公开数字', en: 'Stale: no new figure for more than a year' },
  provisional: { zh: '初步数', en: 'Provisional figure' },
  revised: { zh: '用的是修订后的数字', en: 'A revised figure is used' },
  estimate: { zh: '另有预计数，不参与判定', en: 'A forecast exists and is not counted' },
  approximate: { zh: '原样是约数', en: 'Printed as an approximate figure' },
  doubtful: { zh: '所用的数字存疑，理由见数字旁', en: 'A figure used is doubtful; the reason stands beside it' },
  borderline: { zh: '临界：与门槛之差在显示位数以内', en: 'Borderline: within display rounding of a threshold' },
  'lower-bound': { zh: '合计是下限：有时段没有数字', en: 'The total is a lower bound: periods are missing' },
  'definition-differs': {
    zh: '另有口径不同的数字，列出而不计入',
    en: 'Figures of another definition are listed and not counted',
  },
  'sources-differ': {
    zh: '同一时段几个来源不一，按最不利的判定',
    en: 'Sources differ for one period; the least favourable figure is judged',
  },
}

function two(threshold: number): string {
  return threshold.toFixed(2)
}
