import { define } from '../model/issue.ts'

// PII-005: these messages carry the masked form only; the secret itself is never a parameter.

const approve = {
  zh: '确属依法应当公开的，请由编辑把原文写进 site.yaml 的 approvedContacts。',
  en: 'If the law asks for its disclosure, an editor enters the exact words in approvedContacts of site.yaml.',
}

export const idNumber = define<{ masked: string }>(
  'PII-001',
  'error',
  { zh: '疑似居民身份证号', en: 'Looks like a citizen’s identity number' },
  (p) => ({
    zh: [
      `疑似居民身份证号（${p.masked}）。`,
      '公开前必须去标识化，例如只保留前两位。完整号码没有写入这份报告；请一并清理 Git 历史。',
    ],
    en: [
      `Looks like a citizen’s identity number (${p.masked}).`,
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
  { zh: 'QQ、微信或邮箱', en: 'QQ, WeChat or e-mail' },
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

export const tooFewContributors = define<{ column: string; count: number; minimum: number; suppressed: string }>(
  'PII-006',
  'error',
  { zh: '企业数太少，会看出是谁', en: 'Too few enterprises behind a figure' },
  (p) => ({
    zh: [
      `这一行只有${p.count}家企业，少于${p.minimum}家，公布“${p.column}”会泄露单个企业的数据。`,
      `请把这一格改为“${p.suppressed}”，或与相近的类别合并。`,
    ],
    en: [
      `Only ${p.count} enterprises stand behind this row, fewer than ${p.minimum}; “${p.column}” would give one away.`,
      `Write “${p.suppressed}” into this cell, or merge the row with a similar one.`,
    ],
  }),
)

export const dominated = define<{ column: string; share: string; limit: string; suppressed: string }>(
  'PII-007',
  'error',
  { zh: '一家企业占比过高', en: 'One enterprise dominates a figure' },
  (p) => ({
    zh: [
      `最大的一家企业占${p.share}，超过${p.limit}，由“${p.column}”可以估出它的数据。`,
      `请把这一格改为“${p.suppressed}”，或与相近的类别合并。`,
    ],
    en: [
      `The largest enterprise makes up ${p.share}, more than ${p.limit}; “${p.column}” lets others estimate it.`,
      `Write “${p.suppressed}” into this cell, or merge the row with a similar one.`,
    ],
  }),
)

export const derivable = define<{ column: string; suppressed: string; partner?: { line: number; name: string } }>(
  'PII-008',
  'error',
  { zh: '保密的数可以由合计倒推', en: 'A suppressed figure follows from the total' },
  (p) => ({
    zh: [
      `同组只有这一格“${p.column}”保密，用合计减去其余各行就能算出。`,
      p.partner
        ? `建议把第${p.partner.line}行（${p.partner.name}）也改为“${p.suppressed}”，或不公布合计。`
        : `请不公布合计，或与别的类别合并。`,
    ],
    en: [
      `“${p.column}” is the only cell of its group that is kept back; the total less the other rows gives it away.`,
      p.partner
        ? `Keep back line ${p.partner.line} (${p.partner.name}) as well, or do not publish the total.`
        : 'Do not publish the total, or merge rows.',
    ],
  }),
)

export const bankCard = define<{ masked: string }>(
  'PII-009',
  'error',
  { zh: '疑似银行卡号', en: 'Looks like a bank card' },
  (p) => ({
    zh: [`疑似银行卡号（${p.masked}）。`, `请删去，或只保留后四位。${approve.zh}`],
    en: [`Looks like a bank card (${p.masked}).`, `Remove it, or keep the last four digits. ${approve.en}`],
  }),
)

export const homeAddress = define<{ masked: string }>(
  'PII-010',
  'error',
  { zh: '疑似家庭住址', en: 'Looks like a home address' },
  (p) => ({
    zh: [`疑似家庭住址（${p.masked}）。`, `请写到街道或村为止。${approve.zh}`],
    en: [`Looks like a home address (${p.masked}).`, `Stop at the street or the village. ${approve.en}`],
  }),
)

export const personalPaper = define<{ masked: string; what: { zh: string; en: string } }>(
  'PII-011',
  'error',
  { zh: '疑似证件号码或车牌号', en: 'Looks like the number of a paper or a licence plate' },
  (p) => ({
    zh: [`疑似${p.what.zh}（${p.masked}）。`, `请删去。${approve.zh}`],
    en: [`Looks like ${p.what.en} (${p.masked}).`, `Remove it. ${approve.en}`],
  }),
)

export const nameWithAmount = define<{ masked: string }>(
  'PII-012',
  'error',
  { zh: '个人姓名和金额同时出现', en: 'A person’s name with an amount' },
  (p) => ({
    zh: [`同一句里有个人姓名（${p.masked}）和金额。`, `请隐去姓名，例如“张某”。${approve.zh}`],
    en: [`A sentence holds a person’s name (${p.masked}) and an amount.`, `Hide the name. ${approve.en}`],
  }),
)

export const personList = define<{ name: string; detail: string; file: string }>(
  'PII-013',
  'error',
  { zh: '个人名单', en: 'A list of persons' },
  (p) => ({
    zh: [
      `这张表把“${p.name}”和“${p.detail}”放在一起，是个人名单。`,
      `请删去“${p.detail}”列。已去标识化且依法应当公示的，请把“${p.file}”写进 site.yaml 的 approvedContacts。`,
    ],
    en: [
      `The table holds “${p.name}” beside “${p.detail}”: a list of persons.`,
      `Remove “${p.detail}”. If it is de-identified and must be disclosed, enter “${p.file}” in approvedContacts of site.yaml.`,
    ],
  }),
)

export const unusedApproval = define<{ entry: string }>(
  'PII-014',
  'warning',
  { zh: '确认了却没有用到', en: 'Approved but not found' },
  (p) => ({
    zh: [`approvedContacts 里的“${p.entry}”在内容里没有出现。`, '请删去这一条，或照原文改正。'],
    en: [`“${p.entry}” of approvedContacts does not occur.`, 'Remove the entry, or write it as the content does.'],
  }),
)

export const fileMetadata = define<{ field: string }>(
  'PII-015',
  'error',
  { zh: '文件里带有个人信息的元数据', en: 'Metadata of a file point to a person' },
  (p) => ({
    zh: [`文件带有元数据“${p.field}”。`, '请清除元数据后再放进 public/；具体内容没有写入这份报告。'],
    en: [
      `The file carries the metadata “${p.field}”.`,
      'Strip it before putting the file into public/; the value is not repeated here.',
    ],
  }),
)
