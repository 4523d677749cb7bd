import type { Bilingual } from '../model/lang.ts'
import type { OpenSdgProgress, OpenSdgStatus } from '../views/progress/open-sdg.ts'

/** The statuses of Open SDG in its own English words. */
export const openSdgWords: Readonly<Record<OpenSdgStatus, Bilingual>> = {
  achieved: { zh: '目标已达到', en: 'Target achieved' },
  substantial: { zh: '进展显著', en: 'Substantial progress' },
  moderate: { zh: '进展一般', en: 'Moderate progress' },
  limited: { zh: '进展有限', en: 'Limited progress' },
  deterioration: { zh: '恶化', en: 'Deterioration' },
  unable: { zh: '无法评估', en: 'Unable to assess' },
}

export const openSdgReasons: Readonly<Record<NonNullable<OpenSdgProgress['why']>, Bilingual>> = {
  'no-data': { zh: '没有数', en: 'no data' },
  'duplicate-years': { zh: '同一年有两个数', en: 'two values for one year' },
  'under-a-year': { zh: '不到一年', en: 'less than a year' },
  'opposite-signs': { zh: '一正一负，没有增速', en: 'values of opposite sign' },
  'no-way': { zh: '起点与目标之间没有增速', en: 'no growth between baseline and target' },
}
