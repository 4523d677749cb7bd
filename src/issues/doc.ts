import { define } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'

/** `isHead`: in the front matter of a text, not in a file of YAML. */
export const yamlFault = define<{ reason: Bilingual; isHead: boolean; colon?: string; advice?: Bilingual }>(
  'DOC-001',
  'error',
  { zh: '文件头不是有效的 YAML', en: 'Front matter is not valid YAML' },
  (p) =>
    p.colon
      ? {
          zh: [`冒号后面有空格，YAML 会把“${p.colon}”当成字段名。`, '请给整个值加上英文双引号。'],
          en: [
            `A colon followed by a space makes YAML read “${p.colon}” as a key.`,
            'Put the whole value in double quotes.',
          ],
        }
      : {
          zh: [
            `${p.isHead ? '文件头' : 'YAML '}读不懂：${p.reason.zh}。`,
            p.advice ? `${p.advice.zh}。` : '请对照《编辑手册》检查缩进、引号和冒号。',
          ],
          en: [
            `The YAML cannot be read: ${p.reason.en}.`,
            p.advice ? `${p.advice.en}.` : 'Check indentation, quotes and colons.',
          ],
        },
)

export const noFrontMatter = define<{ what: 'empty' | 'none' | 'opening' | 'blank' | 'closing'; found?: string }>(
  'DOC-001',
  'error',
  yamlFault.title,
  (p) => ({
    zh: [
      {
        empty: '文件是空的。',
        none: '文件开头没有文件头。',
        opening: `文件头前面缺少单独一行 ---${p.found ? `，现在是“${p.found}”` : ''}。`,
        blank: '第一行是空的，文件头 --- 要从第一行开始。',
        closing: `文件头后面缺少单独一行 ---${p.found ? `，这里是“${p.found}”` : ''}。`,
      }[p.what],
      p.what === 'blank'
        ? '请删去文件开头的空行。'
        : '第一行写三条半角短横线（---），接着写 标题: …… 等字段，再以三条半角短横线结束。',
    ],
    en: [
      {
        empty: 'The file is empty.',
        none: 'The file has no front matter.',
        opening: `The front matter lacks its first line ---${p.found ? `; found “${p.found}”` : ''}.`,
        blank: 'The first line is blank; the front matter begins with --- on line 1.',
        closing: `The front matter lacks its last line ---${p.found ? `; found “${p.found}”` : ''}.`,
      }[p.what],
      'Begin with a line of three hyphens, then the fields, then three hyphens again.',
    ],
  }),
)

export const missingField = define<{ key: string; zh: string; example?: string }>(
  'DOC-002',
  'error',
  { zh: '缺少必填字段', en: 'A required field is missing' },
  (p) => ({
    zh: [`缺少${named(p)}。`, `请补上这一项${p.example ? `，例如 ${p.key}: ${p.example}` : ''}。`],
    en: [`“${p.key}” is missing.`, `Add it${p.example ? `, e.g. ${p.key}: ${p.example}` : ''}.`],
  }),
)

export const unknownField = define<{ key: string; nearest?: string; nearestZh?: string; known: readonly string[] }>(
  'DOC-003',
  'error',
  { zh: '没有这个字段', en: 'Unknown field' },
  (p) => ({
    zh: [
      `没有“${p.key}”这个字段。`,
      p.nearest
        ? `是不是想写 ${p.nearest}${p.nearestZh ? `（${p.nearestZh}）` : ''}？`
        : `可用的字段：${p.known.join('、')}。`,
    ],
    en: [`There is no field “${p.key}”.`, p.nearest ? `Did you mean ${p.nearest}?` : `Fields: ${p.known.join(', ')}.`],
  }),
)

export const docNumberBrackets = define<{ found: string; suggestion: string }>(
  'DOC-004',
  'error',
  { zh: '发文字号的括号', en: 'Brackets of the document number' },
  (p) => ({
    zh: [`发文字号“${p.found}”的年份没有用六角括号〔〕。`, `请写成 ${p.suggestion}（GB/T 9704-2012 第7.2.5条）。`],
    en: [
      `The year in “${p.found}” is not in hexagonal brackets 〔〕.`,
      `Write ${p.suggestion} (GB/T 9704-2012 §7.2.5).`,
    ],
  }),
)

export const docNumberForm = define<{ found: string; suggestion?: string }>(
  'DOC-005',
  'error',
  { zh: '发文字号的年份与顺序号', en: 'Year and serial of the document number' },
  (p) => ({
    zh: [
      `发文字号“${p.found}”写法不合规：年份要写全四位，顺序号不编虚位、不加“第”、末尾加“号”。`,
      p.suggestion ? `请写成 ${p.suggestion}。` : '请写成 义政办发〔2021〕38号 这样的形式。',
    ],
    en: [
      `“${p.found}” is not a document number: a four-digit year, a serial without leading zeros or 第, then 号.`,
      p.suggestion ? `Write ${p.suggestion}.` : 'Write it like 义政办发〔2021〕38号.',
    ],
  }),
)

export const docNumberTaken = define<{ number: string; other: string }>(
  'DOC-006',
  'error',
  { zh: '发文字号重复', en: 'Document number used twice' },
  (p) => ({
    zh: [`发文字号“${p.number}”已被 ${p.other} 使用。`, '若是同一份文件，请合并；若写错了号，请核对原件。'],
    en: [
      `The number “${p.number}” is already used by ${p.other}.`,
      'Merge the two files, or check the number against the original.',
    ],
  }),
)

export const docNumberYear = define<{ year: number; adoptedOn: string }>(
  'DOC-007',
  'warning',
  { zh: '文号年份与成文日期不一致', en: 'Year of number and date of adoption differ' },
  (p) => ({
    zh: [
      `文号年份是${p.year}，成文日期却是${p.adoptedOn}。`,
      '请核对原件；年底跨年签发的，在 dateNote（日期说明）里写明原因即不再提示。',
    ],
    en: [
      `The number says ${p.year}, the date of adoption is ${p.adoptedOn}.`,
      'Check the original; if it was signed over the turn of the year, say so in dateNote.',
    ],
  }),
)

export const docNumberIssuer = define<{ code: string; owner: string; issuer: string }>(
  'DOC-008',
  'warning',
  { zh: '发文代字与发文机关不符', en: 'Number code and issuer differ' },
  (p) => ({
    zh: [`“${p.code}”是${p.owner}的代字，与发文机关“${p.issuer}”不符。`, '请核对发文字号和发文机关，哪一个写错了。'],
    en: [`“${p.code}” belongs to ${p.owner}, not to ${p.issuer}.`, 'Check the number and the issuer.'],
  }),
)

export const titleWithoutKind = define<{ title: string }>(
  'DOC-009',
  'warning',
  { zh: '标题没有写明文种', en: 'Title names no kind of document' },
  (p) => ({
    zh: [`标题“${p.title}”没有写明文种（通知、意见、计划……）。`, '请核对原件的完整标题。'],
    en: [`The title “${p.title}” names no kind of document.`, 'Check the full title of the original.'],
  }),
)

export const badDate = define<{
  found: string
  reason: 'format' | 'month' | 'day'
  lastDay?: number
  suggestion?: string
}>('DOC-010', 'error', { zh: '日期无效', en: 'Not a real date' }, (p) => {
  const [year = '', month = ''] = p.found.split(/\D+/)
  const zhWhy =
    p.reason === 'day'
      ? `（${year}年${Number(month)}月只有${p.lastDay}天）`
      : p.reason === 'month'
        ? '（没有这个月份）'
        : ''
  const enWhy =
    p.reason === 'day' ? ` (the month has ${p.lastDay} days)` : p.reason === 'month' ? ' (no such month)' : ''
  return {
    zh: [`“${p.found}”不是有效日期${zhWhy}。`, `请写成 ${p.suggestion ?? '2021-11-08'} 这样的格式，并核对原件。`],
    en: [`“${p.found}” is not a date${enWhy}.`, `Write it like ${p.suggestion ?? '2021-11-08'}.`],
  }
})

export const dateOrder = define<{ earlier: string; earlierOn: string; later: string; laterOn: string }>(
  'DOC-011',
  'error',
  { zh: '日期先后颠倒', en: 'Dates out of order' },
  (p) => ({
    zh: [`${p.later}（${p.laterOn}）早于${p.earlier}（${p.earlierOn}）。`, '请核对两者是否写反。'],
    en: [`${p.later} (${p.laterOn}) is before ${p.earlier} (${p.earlierOn}).`, 'Check whether they were swapped.'],
  }),
)

export const signatureDate = define<{ header: string; body: string }>(
  'DOC-012',
  'error',
  { zh: '文件头与落款日期不一致', en: 'Header and signature dates differ' },
  (p) => ({
    zh: [`文件头的成文日期是${p.header}，正文落款是${p.body}，两处不一致。`, '请以原件落款为准改正其中一处。'],
    en: [
      `The header says ${p.header}, the signature in the body ${p.body}.`,
      'Correct the one that differs from the original.',
    ],
  }),
)

export const expired = define<{ effectiveTo: string }>(
  'DOC-013',
  'warning',
  { zh: '文件已到期', en: 'The document has expired' },
  (p) => ({
    zh: [`本文件有效期至${p.effectiveTo}，已经到期，页面会显示“失效”。`, '如已延期，请补充延期文件及其文号。'],
    en: [
      `The document was in force until ${p.effectiveTo} and will be shown as expired.`,
      'If it was extended, add the extending document.',
    ],
  }),
)

export const planOver = define<{ to: string }>(
  'DOC-014',
  'warning',
  { zh: '规划期已结束，没有后续文件', en: 'Plan period over, no successor' },
  (p) => ({
    zh: [
      `规划期已于${p.to}结束，没有登记后续文件。`,
      '请在后续文件里写“替代”关系，或用 changeNotes（修订说明）登记结项。',
    ],
    en: [
      `The plan ended on ${p.to} and no successor is recorded.`,
      'Record the successor’s relation 替代, or note the closure in changeNotes.',
    ],
  }),
)

export const relationFault = define<{ what: 'cycle' | 'still-valid' | 'self'; other: string; on?: string }>(
  'DOC-015',
  'error',
  { zh: '文件关系互相矛盾', en: 'Relations contradict each other' },
  (p) => {
    const zh = {
      cycle: `与 ${p.other} 互为“废止/替代”，形成循环。`,
      'still-valid': `已被 ${p.other} 废止${p.on ? `（${p.on}）` : ''}，有效性却写成“有效”。`,
      self: '文件关系指向自己。',
    }[p.what]
    const en = {
      cycle: `and ${p.other} repeal each other.`,
      'still-valid': `was repealed by ${p.other}${p.on ? ` (${p.on})` : ''} but is marked as in force.`,
      self: 'a relation points at the document itself.',
    }[p.what]
    return { zh: [zh, '请核对两份文件的关系，改正其中一处。'], en: [`This document ${en}`, 'Correct one of the two.'] }
  },
)

export const notForPublication = define<{ disclosure: string }>(
  'DOC-016',
  'error',
  { zh: '不得公开', en: 'Not for publication' },
  (p) => ({
    zh: [`公开方式是“${p.disclosure}”，不能发布到网站。`, '请从仓库中移除（注意：Git 历史里仍有这份文件）。'],
    en: [
      `Disclosure is “${p.disclosure}”: it must not be published.`,
      'Remove it from the repository; note that the Git history still holds it.',
    ],
  }),
)

export const noRegisterNumber = define<{ none: true }>(
  'DOC-017',
  'warning',
  { zh: '行政规范性文件没有统一编号', en: 'Normative document without register number' },
  () => ({
    zh: ['行政规范性文件应有统一编号。', '请补 registerNumber，例如 ZJAC75-2024-0001。'],
    en: ['A normative document carries a register number.', 'Add registerNumber, e.g. ZJAC75-2024-0001.'],
  }),
)

export const badValue = define<{
  key: string
  zh: string
  found: string
  expected: string
  expectedEn: string
  nearest?: string
  /** What to do, where it is more than choosing an allowed value. */
  advice?: Bilingual
}>('DOC-019', 'error', { zh: '字段的值不对', en: 'Value not allowed' }, (p) => ({
  zh: [
    `${named(p)}的值“${p.found}”不对：${p.expected}。`,
    p.advice ? `${p.advice.zh}。` : p.nearest ? `是不是想写 ${p.nearest}？` : '请改成允许的写法。',
  ],
  en: [
    `${p.key}: “${p.found}” is not allowed; ${p.expectedEn}.`,
    p.advice ? `${p.advice.en}.` : p.nearest ? `Did you mean ${p.nearest}?` : 'Use an allowed value.',
  ],
}))

export const fullTextChanged = define<{ expected: string; found: string }>(
  'DOC-020',
  'error',
  { zh: '全文与校验码不符', en: 'Verbatim text differs from its hash' },
  (p) => ({
    zh: [
      `正文与登记的校验码不符（现为 ${p.found}）。`,
      '全文收录的正文不得改动；确需勘误，请在 changeNotes（修订说明）里写明，并更新 bodyHash。',
    ],
    en: [
      `The body differs from its recorded hash (now ${p.found}).`,
      'A verbatim text is not edited; for an erratum add a change note and update bodyHash.',
    ],
  }),
)

export const unfilled = define<{ found: string }>(
  'DOC-021',
  'error',
  { zh: '占位文字没有填写', en: 'Placeholder not filled in' },
  (p) => ({
    zh: [`“${p.found}”是新建时留下的占位文字，还没有填写。`, '请换成真实的内容；用不着的，整句或整行删去。'],
    en: [`“${p.found}” is a placeholder of a new file.`, 'Write what belongs here, or delete the sentence or line.'],
  }),
)

export const unreviewed = define<{ words: string }>(
  'DOC-022',
  'error',
  { zh: '导入时标出的目标没有核对', en: 'Target marked by the import, not reviewed' },
  (p) => ({
    zh: [
      `“${p.words}”是导入程序标出的，还没有人确认它是目标。`,
      '是目标的，删去 unreviewed；不是目标的，删去标记，留下文字。',
    ],
    en: [
      `“${p.words}” was marked by the import; nobody has confirmed that it is a target.`,
      'If it is one, delete unreviewed; if not, delete the mark and keep the words.',
    ],
  }),
)

export const fieldTwice = define<{ key: string; other: string }>(
  'DOC-024',
  'error',
  { zh: '同一个字段写了两次', en: 'One field under two names' },
  (p) => ({
    zh: [`“${p.key}”和“${p.other}”是同一个字段，写了两次。`, '只留下对的一个。'],
    en: [`“${p.key}” and “${p.other}” are the same field, written twice.`, 'Keep the right one.'],
  }),
)

export const titleContradicts = define<{ key: string; zh: string; found: string; title: string; printed: string }>(
  'DOC-025',
  'warning',
  { zh: '文件头与标题不一致', en: 'Front matter and title disagree' },
  (p) => ({
    zh: [`标题写的是“${p.printed}”，${named(p)}写的是“${p.found}”。`, '请以原件标题为准，改正其中一处。'],
    en: [
      `The title says “${p.printed}”, ${p.key} says “${p.found}”.`,
      'Correct the one that differs from the original.',
    ],
  }),
)

export const cutByComment = define<{ lost: string }>(
  'DOC-026',
  'error',
  { zh: '井号后面的文字会丢失', en: 'Words lost behind a number sign' },
  (p) => ({
    zh: [
      `“${p.lost}”前面是空格和 #，YAML 会把它当作注释丢掉。`,
      '请给整个值加上英文双引号；确是注释的，在 # 后面空一格。',
    ],
    en: [
      `“${p.lost}” follows a blank and #: YAML drops it as a comment.`,
      'Quote the whole value; begin a real comment with “# ”.',
    ],
  }),
)

export const retroactive = define<{ effectiveFrom: string; adoptedOn: string }>(
  'DOC-027',
  'warning',
  { zh: '施行日期早于成文日期', en: 'In force before it was adopted' },
  (p) => ({
    zh: [
      `施行日期（${p.effectiveFrom}）比成文日期（${p.adoptedOn}）早一年以上。`,
      '请核对年份；确有追溯的，在 dateNote（日期说明）里写明即不再提示。',
    ],
    en: [
      `It is in force from ${p.effectiveFrom}, more than a year before it was adopted (${p.adoptedOn}).`,
      'Check the year; if it is retroactive, say so in dateNote.',
    ],
  }),
)

export const emptyBody = define<{ text: string }>('DOC-028', 'error', { zh: '没有正文', en: 'No body' }, (p) => ({
  zh: [`文件头后面没有正文，收录程度却是“${p.text}”。`, '请补上正文；只有题录的，写 text: stub。'],
  en: [`There is no body, though text is “${p.text}”.`, 'Add the body, or write text: stub.'],
}))

export const termTwice = define<{ word: string; first: string }>(
  'DOC-029',
  'error',
  { zh: '同一个词解释了两次', en: 'One word explained twice' },
  (p) => ({
    zh: [
      `“${p.word}”已在“${p.first}”里用过，读者不知道看哪一个。`,
      '一个词只能是一条术语的名称或同义词，也只放在一组同义词里；请合并或删去一处。',
    ],
    en: [
      `“${p.word}” is already used in “${p.first}”.`,
      'A word is the name or a synonym of one term, and in one group of synonyms, only.',
    ],
  }),
)

/** A field by its Chinese name with the key behind it; by the key alone where it has no other. */
function named({ key, zh }: { readonly key: string; readonly zh: string }): string {
  return zh === key ? `“${key}”` : `“${zh}”（${key}）`
}
