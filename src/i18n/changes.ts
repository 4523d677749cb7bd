import type { Bilingual } from '../model/lang.ts'
import type { ChangeReason } from '../progress/history.ts'

/** Why a promise stands otherwise than on the day before. */
export const changeWords: Readonly<Record<ChangeReason, Bilingual>> = {
  document: { zh: '新的文件', en: 'New document' },
  figure: { zh: '新的数字', en: 'New figure' },
  revised: { zh: '数字增补或修订', en: 'Figures added or revised' },
  deadline: { zh: '过了期限', en: 'Deadline passed' },
  opened: { zh: '期间开始', en: 'Period began' },
}
