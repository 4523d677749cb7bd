import { define } from '../issue.ts'

// PII-005: these messages carry the masked form only; the secret itself is never a parameter.

export const idNumber = define<{ masked: string }>(
  'PII-001',
  'error',
  { zh: '疑似居民身份证号', en: 'Looks like a citizen’s identity number' },
  (p) => ({
    zh: [
      `疑似居民身份证号（${p.masked}，已通过校验位）。`,
      '公开前必须去标识化，例如只保留前两位。完整号码没有写入这份报告；请一并清理 Git 历史。',
    ],
    en: [
      `Looks like a citizen’s identity number (${p.masked}, check digit valid).`,
      'De-identify before publishing. The number itself is not repeated here; clean the Git history too.',
    ],
  }),
)

export const mobile = define<{ masked: string }>(
  'PII-002',
  'error',
  { zh: '疑似个人手机号', en: 'Looks like a mobile number' },
  (p) => ({
    zh: [
      `疑似个人手机号（${p.masked}）。`,
      '单位公开电话请登记在机构表的 phone，或由编辑写进 site.yaml 的 approvedContacts。',
    ],
    en: [
      `Looks like a mobile number (${p.masked}).`,
      'Register an office’s phone in the organisations register, or approve it in site.yaml.',
    ],
  }),
)

export const contact = define<{ masked: string; what: { zh: string; en: string } }>(
  'PII-003',
  'warning',
  { zh: '银行卡、QQ、微信、邮箱或住址', en: 'Card, QQ, WeChat, e-mail or address' },
  (p) => ({
    zh: [`出现${p.what.zh}（${p.masked}）。`, '若为单位公开的联系方式，请由编辑写进 site.yaml 的 approvedContacts。'],
    en: [`Contains ${p.what.en} (${p.masked}).`, 'If it is an office’s public contact, approve it in site.yaml.'],
  }),
)

export const namesWithMoney = define<{ name: string; money: string }>(
  'PII-004',
  'warning',
  { zh: '同一张表有姓名和金额', en: 'Names and money in one table' },
  (p) => ({
    zh: [`这张表同时有“${p.name}”和“${p.money}”两列。`, '请确认法定公示依据和期限；到期应撤下。'],
    en: [`The table has both “${p.name}” and “${p.money}”.`, 'Confirm the legal basis and the period of disclosure.'],
  }),
)

export const maskingFailed = define<{ code: string }>(
  'PII-005',
  'error',
  { zh: '报告里不得重复个人信息', en: 'A report must not repeat personal data' },
  (p) => ({
    zh: [`${p.code} 的消息里有未遮盖的个人信息，已经隐去。`, '请先去掉文件里的个人信息，再看这条消息。'],
    en: [
      `A message of ${p.code} held personal data and was hidden.`,
      'Remove the personal data first, then look at this message again.',
    ],
  }),
)
