import type { Severity } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'
import type { Policy } from '../model/policy/policy.ts'
import type { Indicator } from '../model/register/indicator.ts'
import type { TargetKind } from '../model/target/target.ts'

/** The rooms of the site, as the navigation and the trail name them. */
export const rooms = {
  home: { zh: '首页', en: 'Home' },
  policies: { zh: '政策', en: 'Policies' },
  measures: { zh: '惠企', en: 'Benefits' },
  progress: { zh: '进度', en: 'Progress' },
  data: { zh: '数据', en: 'Data' },
  search: { zh: '检索', en: 'Search' },
  interpretations: { zh: '解读', en: 'Explainers' },
  organizations: { zh: '机构', en: 'Organisations' },
  indicators: { zh: '指标', en: 'Indicators' },
  api: { zh: '数据接口', en: 'API' },
  services: { zh: '服务事项', en: 'Services' },
  projects: { zh: '项目', en: 'Projects' },
  sources: { zh: '来源', en: 'Sources' },
  glossary: { zh: '术语', en: 'Glossary' },
  calendar: { zh: '日历', en: 'Calendar' },
  quality: { zh: '缺口与质量', en: 'Gaps and quality' },
  methodology: { zh: '进度怎样判定', en: 'How progress is judged' },
  about: { zh: '关于', en: 'About' },
  codes: { zh: '检查代码', en: 'Codes of the check' },
} as const satisfies Record<string, Bilingual>

export const severityWords = {
  error: { zh: '错误，改好才能发布', en: 'error: nothing is published until it is corrected' },
  warning: { zh: '警告，照常发布，列入缺口与质量', en: 'warning: published and listed' },
  hint: { zh: '提示，只作提醒', en: 'hint: only said' },
} as const satisfies Record<Severity, Bilingual>

/** 收录程度: what stands on the page, and what that means for a reader. */
export const textKindWords = {
  full: { zh: '全文', en: 'Full text', note: { zh: '逐字核对', en: 'verbatim' } },
  excerpt: { zh: '节录', en: 'Excerpt', note: { zh: '只收部分条文', en: 'parts of the text' } },
  digest: { zh: '要点', en: 'Digest', note: { zh: '自行撰写；非原文', en: 'in our own words, not the official text' } },
  stub: { zh: '仅题录', en: 'Record only', note: { zh: '只见题名，未收正文', en: 'known by name only' } },
} as const satisfies Record<Policy['text'], Bilingual & { note: Bilingual }>

export const targetKindWords = {
  level: { zh: '时点水平', en: 'level' },
  cumulative: { zh: '累计', en: 'cumulative' },
  yearly: { zh: '每年', en: 'every year' },
  rate: { zh: '年均增速', en: 'yearly growth' },
  ratio: { zh: '比率', en: 'ratio' },
  threshold: { zh: '门槛', en: 'threshold' },
  range: { zh: '区间', en: 'range' },
  milestone: { zh: '节点', en: 'milestone' },
  coverage: { zh: '覆盖', en: 'coverage' },
  direction: { zh: '方向', en: 'direction' },
  qualitative: { zh: '定性', en: 'qualitative' },
  rank: { zh: '位次', en: 'rank' },
} as const satisfies Record<TargetKind, Bilingual>

export const indicatorKindWords = {
  flow: { zh: '流量', en: 'flow' },
  stock: { zh: '存量', en: 'stock' },
  ratio: { zh: '比率', en: 'ratio' },
  growth: { zh: '增速', en: 'growth' },
  index: { zh: '指数', en: 'index' },
  duration: { zh: '时长', en: 'duration' },
  count: { zh: '件数', en: 'count' },
  rank: { zh: '位次', en: 'rank' },
  coverage: { zh: '覆盖率', en: 'coverage' },
} as const satisfies Record<Indicator['kind'], Bilingual>

export const directionWords = {
  up: { zh: '越高越好', en: 'higher is better' },
  down: { zh: '越低越好', en: 'lower is better' },
  none: { zh: '不分好坏', en: 'neither' },
} as const satisfies Record<Indicator['direction'], Bilingual>

export const aggregationWords = {
  sum: { zh: '可相加', en: 'adds up' },
  last: { zh: '取末值', en: 'last value' },
  mean: { zh: '取平均', en: 'mean' },
  none: { zh: '不汇总', en: 'not aggregated' },
} as const satisfies Record<Indicator['aggregation'], Bilingual>

/** What is said where there is nothing to say. */
export const gaps = {
  /** The field exists on official documents of this kind, but we have not seen the page that shows it. */
  notSeen: { zh: '原文未见', en: 'not seen' },
  /** We have the text and it is silent. */
  notWritten: { zh: '原文未写', en: 'not stated' },
  notFound: { zh: '没有检索到', en: 'nothing found' },
  notRegistered: { zh: '没有登记', en: 'none on record' },
} as const satisfies Record<string, Bilingual>
