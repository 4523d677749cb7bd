import type { Bilingual } from '../lang.ts'
import type { ProfileField } from './eligibility-rule.ts'

/** What the finder asks. `region`: the options are the regions of the site; `facts`: each option answers yes to its own field. */
export interface ProfileQuestion extends Bilingual {
  readonly id: string
  readonly field?: ProfileField // absent for `facts`
  readonly kind: 'single' | 'multi' | 'region' | 'facts'
  readonly options: readonly ProfileOption[]
}

interface ProfileOption extends Bilingual {
  readonly value: string // for `facts`: the field it answers
}

/** Four questions; every one may be left open, and what is left open is 需确认, never 不符合. */
export const profileQuestions: readonly ProfileQuestion[] = [
  {
    id: 'identity',
    field: 'identity',
    kind: 'multi',
    zh: '您是谁？',
    en: 'Who are you?',
    options: [
      { value: '小微企业', zh: '小微企业', en: 'Small or micro enterprise' },
      { value: '个体工商户', zh: '个体工商户', en: 'Self-employed business' },
      { value: '其他企业', zh: '其他企业', en: 'Other enterprise' },
      { value: '劳动者', zh: '劳动者', en: 'Worker' },
      { value: '学生', zh: '学生', en: 'Student' },
      { value: '创作者或团队', zh: '创作者或团队', en: 'Creator or team' },
      { value: '县级政府', zh: '县级政府', en: 'County government' },
    ],
  },
  { id: 'region', field: 'region', kind: 'region', zh: '您在哪里？', en: 'Where are you?', options: [] },
  {
    id: 'industry',
    field: 'industry',
    kind: 'single',
    zh: '您做哪一行？',
    en: 'What is your line of business?',
    options: [
      { value: '制造业', zh: '制造业', en: 'Manufacturing' },
      { value: '商贸电商', zh: '商贸电商', en: 'Trade and e-commerce' },
      { value: '物流', zh: '物流', en: 'Logistics' },
      { value: '服务业', zh: '服务业', en: 'Services' },
      { value: '文化旅游', zh: '文化旅游', en: 'Culture and tourism' },
      { value: '其他', zh: '其他', en: 'Other' },
    ],
  },
  {
    id: 'facts',
    kind: 'facts',
    zh: '下面哪些符合您的情况？',
    en: 'Which of these apply to you?',
    options: [
      { value: 'needsFinance', zh: '需要贷款或担保', en: 'Needs a loan or a guarantee' },
      { value: 'research', zh: '有研发投入', en: 'Spends on research' },
      { value: 'exhibition', zh: '参加展会', en: 'Takes part in exhibitions' },
      { value: 'hires', zh: '正在招工', en: 'Is hiring' },
      { value: 'pensionPaid', zh: '在当地缴纳职工基本养老保险', en: 'Pays employee pension insurance locally' },
      { value: 'outsider', zh: '户籍在外地', en: 'Is registered as resident elsewhere' },
      { value: 'talent', zh: '属于引进人才', en: 'Counts as recruited talent' },
    ],
  },
]

/** How a field is called in a reason. */
export const profileFieldNames: Readonly<Record<ProfileField, Bilingual>> = {
  identity: { zh: '身份', en: 'Applicant' },
  region: { zh: '所在地', en: 'Location' },
  industry: { zh: '行业', en: 'Industry' },
  employees: { zh: '从业人员', en: 'Employees' },
  revenue: { zh: '营业收入', en: 'Revenue' },
  pensionPaid: { zh: '缴纳职工基本养老保险', en: 'Pension insurance paid' },
  outsider: { zh: '外地户籍', en: 'Registered elsewhere' },
  needsFinance: { zh: '融资需求', en: 'Needs finance' },
  research: { zh: '研发投入', en: 'Research spending' },
  exhibition: { zh: '参加展会', en: 'Exhibitions' },
  hires: { zh: '招工', en: 'Hiring' },
  talent: { zh: '引进人才', en: 'Recruited talent' },
  confirm: { zh: '需经办单位确认', en: 'To be confirmed by the office' },
}
