import type { Bilingual } from '../model/lang.ts'

/** What the letters of a code stand for, in the order of an editor's work. */
export const families: Readonly<Record<string, Bilingual>> = {
  DOC: { zh: '文件头和文号', en: 'Front matter and document numbers' },
  STR: { zh: '结构', en: 'Structure' },
  TXT: { zh: '文字', en: 'Text' },
  REF: { zh: '引用', en: 'References' },
  NUM: { zh: '数字和单位', en: 'Numbers and units' },
  MEA: { zh: '惠企事项', en: 'Benefits' },
  OBS: { zh: '指标数据', en: 'Observations' },
  TBL: { zh: '表格', en: 'Tables' },
  PII: { zh: '个人信息和企业数据保密', en: 'Personal data and confidentiality' },
  REL: { zh: '数据版本', en: 'Releases of data' },
  PKG: { zh: '数据包', en: 'Data packages' },
  CSVW: { zh: '网络表格（CSVW）', en: 'CSV on the Web' },
  SITE: { zh: '网站', en: 'The site' },
  A11Y: { zh: '无障碍', en: 'Accessibility' },
}

/** The letters of a code: `DOC-004` → `DOC`. */
export function familyOf(code: string): string {
  return code.slice(0, code.indexOf('-'))
}
