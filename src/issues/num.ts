import { define } from '../model/issue.ts'

export const valueMismatch = define<{ printed: string; expected: string; found: string; factor?: string }>(
  'NUM-001',
  'error',
  { zh: '数值与原样数字不符', en: 'Value differs from the printed figure' },
  (p) => ({
    zh: [
      `原文写“${p.printed}”，应为 ${p.expected}，这里写的是 ${p.found}${p.factor ? `（差${p.factor}倍）` : ''}。`,
      '请核对：万、亿有没有换算，小数点有没有错位。',
    ],
    en: [
      `The source prints “${p.printed}”, i.e. ${p.expected}; found ${p.found}${p.factor ? ` (off by a factor of ${p.factor})` : ''}.`,
      'Check the scale (万, 亿) and the decimal point.',
    ],
  }),
)

export const comparatorMismatch = define<{ word: string; meaning: string; found: string }>(
  'NUM-002',
  'error',
  { zh: '比较词与数据不符', en: 'Comparator differs from the word' },
  (p) => ({
    zh: [
      `原文用词“${p.word}”的意思是“${p.meaning}”，这里写的是“${p.found}”。`,
      '“超、超过”不含本数；“以上、不低于、达到”含本数。请删去这个属性，或改成一致。',
    ],
    en: [`The word “${p.word}” means ${p.meaning}; found ${p.found}.`, 'Drop the attribute or make it agree.'],
  }),
)

export const unitMismatch = define<{ indicator: string; expected: string; found: string }>(
  'NUM-003',
  'error',
  { zh: '单位与指标不符', en: 'Unit differs from the indicator’s' },
  (p) => ({
    zh: [
      `指标“${p.indicator}”的单位是“${p.expected}”，这里是“${p.found}”。`,
      '口径不同请另建指标；只是写法不同请改成一致。',
    ],
    en: [
      `The unit of “${p.indicator}” is ${p.expected}; found ${p.found}.`,
      'A different definition is a different indicator.',
    ],
  }),
)

export const ratioScale = define<{ found: string; suggestion: string }>(
  'NUM-004',
  'error',
  { zh: '比率写法', en: 'Ratio written as a number' },
  (p) => ({
    zh: [`比率写成了 ${p.found}，会被当成 ${Number(p.found) * 100}%。`, `请写 ${p.suggestion} 或 ${p.found}%。`],
    en: [`The ratio ${p.found} would be read as ${Number(p.found) * 100} %.`, `Write ${p.suggestion} or ${p.found}%.`],
  }),
)

export const subsetLarger = define<{ part: string; partValue: string; whole: string; wholeValue: string }>(
  'NUM-005',
  'warning',
  { zh: '“其中”项大于总数', en: 'Part larger than the whole' },
  (p) => ({
    zh: [
      `“其中”项 ${p.part}（${p.partValue}）大于总数 ${p.whole}（${p.wholeValue}）。`,
      '请核对两个数，或核对 subsetOf 指向的目标。',
    ],
    en: [
      `Part ${p.part} (${p.partValue}) is larger than ${p.whole} (${p.wholeValue}).`,
      'Check both figures and subsetOf.',
    ],
  }),
)

export const oddDigits = define<{ found: string; what: 'full-width' | 'comma' | 'letter-o'; suggestion: string }>(
  'NUM-007',
  'warning',
  { zh: '全角数字、千分位逗号或字母 O', en: 'Full-width digits, thousands comma or letter O' },
  (p) => ({
    zh: [
      `数字“${p.found}”${p.what === 'full-width' ? '是全角' : p.what === 'comma' ? '带千分位逗号' : '里的“O”是字母，不是〇'}。`,
      `请写 ${p.suggestion}。`,
    ],
    en: [
      `The number “${p.found}” ${p.what === 'full-width' ? 'is full-width' : p.what === 'comma' ? 'has a thousands comma' : 'contains the letter O'}.`,
      `Write ${p.suggestion}.`,
    ],
  }),
)

export const noQuantity = define<{ words: string }>(
  'NUM-008',
  'error',
  { zh: '目标里没有读得懂的数字', en: 'No readable number in a target' },
  (p) => ({
    zh: [
      `目标“${p.words}”里没有读得懂的数字。`,
      '请把数字和单位一起标进来；只有文字要求的，写 kind=qualitative 或 kind=direction。',
    ],
    en: [
      `There is no readable number in the target “${p.words}”.`,
      'Mark number and unit together, or write kind=qualitative or kind=direction.',
    ],
  }),
)

export const deadlineNotPrinted = define<{ by: string; year: string }>(
  'NUM-009',
  'warning',
  { zh: '期限的年份原文没有', en: 'Year of a deadline not in the text' },
  (p) => ({
    zh: [
      `期限写的是 ${p.by}，标题、规划期和正文里都没有${p.year}年。`,
      '请核对年份；确由上下文推出的，加上 basis=上下文。',
    ],
    en: [
      `The deadline is ${p.by}, but ${p.year} stands neither in title, plan period nor body.`,
      'Check the year; if it follows from the context, add basis=上下文.',
    ],
  }),
)

export const amountUnit = define<{ key: string; zh: string; found: string; printed: string; expected: string }>(
  'NUM-010',
  'error',
  { zh: '单位与原样数字不符', en: 'Unit differs from the printed figure' },
  (p) => ({
    zh: [
      `原样写“${p.printed}”，${p.zh}应为“${p.expected}”，这里写的是“${p.found}”。`,
      '请以原文为准，改正其中一处；万、亿写进数值，不写进单位。',
    ],
    en: [
      `“${p.printed}” is printed, i.e. ${p.key} ${p.expected}; found ${p.found}.`,
      'Correct one of the two; 万 and 亿 belong to the value.',
    ],
  }),
)

export const labelContradicts = define<{ label: string; printed: string; found: string }>(
  'NUM-011',
  'warning',
  { zh: '条件的说明与数值不一致', en: 'Condition and its words disagree' },
  (p) => ({
    zh: [`说明写“${p.printed}”，条件却是 ${p.found}；惠企查询会按条件判断。`, '请以原文为准，改正其中一处。'],
    en: [
      `The label says “${p.printed}”, the condition is ${p.found}; the finder judges by the condition.`,
      'Correct one of the two.',
    ],
  }),
)

export const summaryContradicts = define<{ printed: string; amount: string }>(
  'NUM-012',
  'warning',
  { zh: '摘要里的金额与金额字段不一致', en: 'Summary and amount disagree' },
  (p) => ({
    zh: [`摘要写“${p.printed}”，金额字段写的是“${p.amount}”。`, '请以原文为准，改正其中一处。'],
    en: [`The summary says “${p.printed}”, the amount “${p.amount}”.`, 'Correct one of the two.'],
  }),
)

export const tooLarge = define<{ column: string; found: string; what: 'large' | 'small' }>(
  'NUM-013',
  'error',
  { zh: '数字超出范围', en: 'Number out of range' },
  (p) => ({
    zh: [
      `“${p.column}”列的 ${p.found} ${p.what === 'large' ? '太大，会变成无穷大' : '太小，会变成 0'}。`,
      '请核对指数和位数；确有这么大的，换一个单位。',
    ],
    en: [
      `${p.found} in “${p.column}” is too ${p.what}; it would become ${p.what === 'large' ? 'infinite' : 'zero'}.`,
      'Check exponent and digits, or use another unit.',
    ],
  }),
)

export const tooManyDigits = define<{ column: string; found: string; held: string }>(
  'NUM-014',
  'error',
  { zh: '数字位数太多', en: 'More digits than a number holds' },
  (p) => ({
    zh: [
      `“${p.column}”列的 ${p.found} 位数太多，程序只能存成 ${p.held}。`,
      '数字最多保留 15 至 17 位有效数字：请舍入；若是编码，把这一列的 type 写成 string。',
    ],
    en: [
      `${p.found} in “${p.column}” has more digits than a number holds; programs would keep ${p.held}.`,
      'Round it to 15 digits; if it is a code, make the column a string.',
    ],
  }),
)

export const inexactNumber = define<{ column: string; found: string; held: string }>(
  'NUM-015',
  'warning',
  { zh: '多数程序存不下这么多位', en: 'Most programs keep fewer digits' },
  (p) => ({
    zh: [
      `“${p.column}”列的 ${p.found} 位数太多，多数程序会存成 ${p.held}；这里也按它比较大小。`,
      '若是编码，请把这一列的 type 写成 string。',
    ],
    en: [
      `Most programs would keep ${p.held} of ${p.found} in “${p.column}”; it is compared as such here too.`,
      'If it is a code, make the column a string.',
    ],
  }),
)
