import { define } from '../model/issue.ts'

export const notUtf8 = define<{ encoding: string; what: 'text' | 'xlsx' | 'broken' | 'unknown' }>(
  'OBS-001',
  'error',
  { zh: 'CSV 不是 UTF-8', en: 'CSV is not UTF-8' },
  (p) => {
    const zhHow = '请在 Excel 里“另存为”→“CSV UTF-8（逗号分隔）(*.csv)”。'
    const enHow = 'In Excel choose Save As → “CSV UTF-8 (Comma delimited)”.'
    switch (p.what) {
      case 'text':
        return {
          zh: [
            `这个 CSV 是 ${p.encoding} 编码，不是 UTF-8。`,
            `运行 npm run check -- --fix-encoding 原样转成 UTF-8，或${zhHow}`,
          ],
          en: [
            `This CSV is encoded in ${p.encoding}, not in UTF-8.`,
            `npm run check -- --fix-encoding turns it into UTF-8 without loss. ${enHow}`,
          ],
        }
      case 'xlsx':
        return {
          zh: ['这个文件其实是 Excel 工作簿（.xlsx），只是扩展名写成了 .csv。', zhHow],
          en: ['This file is an Excel workbook (.xlsx) under the name of a CSV.', enHow],
        }
      case 'broken':
        return {
          zh: ['这里有不是 UTF-8 的字节，显示为乱码。', `请改正这个字；若整个文件都是乱码，${zhHow}`],
          en: ['There are bytes here that are not UTF-8.', `Correct the character. ${enHow}`],
        }
      default:
        return {
          zh: ['这个文件不是文本，认不出是哪种编码，没有读。', zhHow],
          en: ['This file is not text of any encoding we know; it was not read.', enHow],
        }
    }
  },
)

export const cellCount = define<{ found: number; expected: number }>(
  'OBS-002',
  'error',
  { zh: '列数与表头不符', en: 'Number of cells differs from the header' },
  (p) => ({
    zh: [
      `这一行有${p.found}列，表头是${p.expected}列。`,
      p.found > p.expected
        ? '多半是内容里的英文逗号没有加引号：请用英文双引号把那个单元格括起来。'
        : '多半是漏了逗号：空着的单元格也要留逗号。',
    ],
    en: [
      `This row has ${p.found} cells, the header has ${p.expected}.`,
      p.found > p.expected
        ? 'Most likely a comma inside a cell is not quoted.'
        : 'Most likely a comma is missing; an empty cell keeps its comma.',
    ],
  }),
)

export const duplicateObservation = define<{ first: string }>(
  'OBS-003',
  'error',
  { zh: '观测值重复', en: 'Same observation twice' },
  (p) => ({
    zh: [
      `与${p.first}重复：同一指标、同一时期、同一地区、同一来源。`,
      '若是修订，请在 supersedes 写明被取代的那一行；否则删去其中一行。',
    ],
    en: [
      `Repeats ${p.first}: same indicator, period, region and source.`,
      'If it is a revision, name the row it replaces in supersedes; otherwise delete one.',
    ],
  }),
)

export const conflict = define<{ what: string; here: string; other: string }>(
  'OBS-004',
  'warning',
  { zh: '来源之间数字不同', en: 'Sources disagree' },
  (p) => ({
    zh: [
      `“${p.what}”两个来源不同：${p.here} 与 ${p.other}；页面会并列显示。`,
      '请核对原文；确属来源不同的，两行都保留。',
    ],
    en: [`Sources disagree on “${p.what}”: ${p.here} and ${p.other}; both are shown.`, 'Check both originals.'],
  }),
)

export const cumulativeBreak = define<{ what: 'falls' | 'jumps'; before: string; after: string }>(
  'OBS-005',
  'warning',
  { zh: '累计值下降或突增十倍', en: 'Cumulative figure falls or jumps tenfold' },
  (p) => ({
    zh: [
      p.what === 'falls'
        ? `累计值比上期减少（${p.before}→${p.after}）。`
        : `累计值比上期增加十倍以上（${p.before}→${p.after}）。`,
      '请核对万、亿的换算；若为口径调整，请在 note 写明。',
    ],
    en: [
      p.what === 'falls'
        ? `The cumulative figure falls (${p.before} → ${p.after}).`
        : `The cumulative figure grows more than tenfold (${p.before} → ${p.after}).`,
      'Check the scale; if the definition changed, say so in note.',
    ],
  }),
)

export const badPeriod = define<{
  found: string
  what: 'form' | 'words' | 'future'
  asOf?: string
  suggestion?: string
}>('OBS-006', 'error', { zh: '时期不对', en: 'Period invalid or in the future' }, (p) =>
  p.what === 'future'
    ? {
        zh: [`时期“${p.found}”在 ${p.asOf} 还没有结束。`, '预计数请写 status: 预计，计划数写 计划；否则请核对年份。'],
        en: [`The period “${p.found}” is not over on ${p.asOf}.`, 'Mark a forecast 预计 and a plan 计划.'],
      }
    : {
        zh: [
          p.what === 'words' ? `时期“${p.found}”程序读不懂。` : `时期“${p.found}”读不懂。`,
          p.suggestion
            ? `是不是 ${p.suggestion}？`
            : '请写 2023、2023-09、2023-09-30、2023-Q1、2023-H1 或 2023-01/2023-09。',
        ],
        en: [
          `The period “${p.found}” cannot be read.`,
          p.suggestion
            ? `Did you mean ${p.suggestion}?`
            : 'Write 2023, 2023-09, 2023-09-30, 2023-Q1 or 2023-01/2023-09.',
        ],
      },
)

export const approxDropped = define<{ printed: string; word: string; approx: string }>(
  'OBS-007',
  'warning',
  { zh: '约数被当成准数', en: 'Hedging word dropped' },
  (p) => ({
    zh: [`原文是“${p.printed}”，带有“${p.word}”。`, `请把 approx 填为“${p.approx}”。`],
    en: [`The source says “${p.printed}”, with “${p.word}”.`, `Write ${p.approx} into approx.`],
  }),
)

export const sumMismatch = define<{ sum: string; total: string; difference: string }>(
  'OBS-008',
  'warning',
  { zh: '分项合计与总数不符', en: 'Parts do not add up' },
  (p) => ({
    zh: [
      `分项合计${p.sum}，与总数${p.total}相差${p.difference}，超出四舍五入的误差。`,
      '请核对各分项，或核对是否漏了一项。',
    ],
    en: [
      `The parts add up to ${p.sum}, ${p.difference} off the total ${p.total}, more than rounding explains.`,
      'Check the parts.',
    ],
  }),
)

export const growthMismatch = define<{ value: string; growth: string; base: string; suggestion: string }>(
  'OBS-009',
  'warning',
  { zh: '增速倒推不出整数', en: 'Growth does not lead back to a whole number' },
  (p) => ({
    zh: [
      `${p.value}、增长${p.growth}，倒推上期应为${p.base}，不是整数；最接近的是${p.suggestion}。`,
      '请核对增速和数值，哪一个抄错了。',
    ],
    en: [
      `${p.value} after ${p.growth} growth means ${p.base} before, not a whole number; nearest is ${p.suggestion}.`,
      'Check both figures.',
    ],
  }),
)

export const formula = define<{ first: string }>(
  'OBS-010',
  'error',
  { zh: '单元格会被当成公式', en: 'Cell would run as a formula' },
  (p) => ({
    zh: [`单元格以“${p.first}”开头，用 Excel 打开会被当成公式执行。`, '请去掉这个字符，或在前面加文字说明。'],
    en: [
      `The cell begins with “${p.first}”; Excel would run it as a formula.`,
      'Remove the character or put a word before it.',
    ],
  }),
)

export const stale = define<{ cycle: string; days: number; updatedOn: string }>(
  'OBS-011',
  'warning',
  { zh: '更新逾期', en: 'Update overdue' },
  (p) => ({
    zh: [
      `承诺${p.cycle}更新，自${p.updatedOn}起已${p.days}天没有新数据，页面会显示“更新逾期”。`,
      '请补充新数据并改 updatedOn（更新日期），或改正 updateCycle（更新周期）。',
    ],
    en: [
      `Promised ${p.cycle}, not updated for ${p.days} days (since ${p.updatedOn}); the page will say so.`,
      'Add data and update updatedOn, or correct updateCycle.',
    ],
  }),
)

export const subsetExceeds = define<{ part: string; total: string; partValue: string; totalValue: string }>(
  'OBS-012',
  'warning',
  { zh: '“其中”项大于总数', en: 'Part is greater than its total' },
  (p) => ({
    zh: [
      `“${p.part}”（${p.partValue}）大于它所属的“${p.total}”（${p.totalValue}）。`,
      '请核对两个数，或核对是不是同一口径、同一时期。',
    ],
    en: [
      `“${p.part}” (${p.partValue}) is greater than “${p.total}” (${p.totalValue}), which it is part of.`,
      'Check both figures, and whether they have one definition and one period.',
    ],
  }),
)

export const growthDiffers = define<{
  before: string
  after: string
  stated: string
  computed: string
  period: string
}>('OBS-013', 'warning', { zh: '增速与上期数字不符', en: 'Growth does not follow from the figure before' }, (p) => ({
  zh: [
    `由${p.period}的${p.before}到本期的${p.after}，增长应为${p.computed}，这里写的是${p.stated}，超出四舍五入的误差。`,
    '请核对三个数；若按可比口径计算，请在说明里写明。',
  ],
  en: [
    `From ${p.before} (${p.period}) to ${p.after} is ${p.computed}, not ${p.stated}; rounding does not explain it.`,
    'Check the three figures; if growth is on a comparable basis, say so in a note.',
  ],
}))

export const printedWithoutNumber = define<{ printed: string }>(
  'OBS-015',
  'error',
  { zh: '原文里没有数字', en: 'No number in the printed figure' },
  (p) => ({
    zh: [`printed 写的是“${p.printed}”，里面没有数字，无法与 value 核对。`, '请照原文抄下数字和单位，例如 4.9万户。'],
    en: [
      `printed is “${p.printed}”; it holds no number to compare with value.`,
      'Copy figure and unit as the source prints them, e.g. 4.9万户.',
    ],
  }),
)

export const absurdYear = define<{ found: string; year: string }>(
  'OBS-016',
  'error',
  { zh: '年份不合情理', en: 'Year beyond reason' },
  (p) => ({
    zh: [`时期“${p.found}”的年份 ${p.year} 不合情理。`, '请核对年份，多半是数字颠倒或多写、少写了一位。'],
    en: [
      `The year ${p.year} of the period “${p.found}” is beyond reason.`,
      'Check whether digits are swapped or missing.',
    ],
  }),
)

export const approxDiffers = define<{ printed: string; approx: string; word: string }>(
  'OBS-017',
  'warning',
  { zh: '约数用词与原文不符', en: 'Hedging word differs from the source' },
  (p) => ({
    zh: [`原文是“${p.printed}”，用词是“${p.word}”，approx 填的是“${p.approx}”。`, '请按原文改 approx，或核对原文。'],
    en: [`The source says “${p.printed}”, with “${p.word}”; approx is ${p.approx}.`, 'Correct approx, or printed.'],
  }),
)

export const negativeCount = define<{ indicator: string; found: string }>(
  'OBS-018',
  'warning',
  { zh: '数量是负的', en: 'Negative count' },
  (p) => ({
    zh: [`“${p.indicator}”是一个数量，这里是 ${p.found}。`, '请核对正负号；净增减的，请在指标名称或口径里写明。'],
    en: [
      `“${p.indicator}” counts things; found ${p.found}.`,
      'Check the sign; say so in the name or definition where it is a net change.',
    ],
  }),
)

export const supersedesItself = define<{ found: string }>(
  'OBS-019',
  'error',
  { zh: '取代关系绕回自身', en: 'Row supersedes itself' },
  (p) => ({
    zh: [
      `supersedes 写的“${p.found}”最后又绕回这一行，这些数字都不会显示。`,
      '请写被取代的旧行；新行取代旧行，不能反过来。',
    ],
    en: [
      `supersedes “${p.found}” leads back to this row, so that none of these figures would be shown.`,
      'Name the older row; a new one supersedes an old one.',
    ],
  }),
)

export const periodMismatch = define<{ indicator: string; found: string; allowed: readonly string[] }>(
  'OBS-014',
  'error',
  { zh: '时期与指标的口径不符', en: 'Period is not of the kind the indicator has' },
  (p) => ({
    zh: [
      `指标“${p.indicator}”登记的时期是${p.allowed.join('、')}，这里是“${p.found}”。`,
      '请核对时期；口径不同请另建指标，或在指标登记表的 periods 里补上这一种。',
    ],
    en: [
      `“${p.indicator}” is registered for periods of the kinds ${p.allowed.join(', ')}; this is “${p.found}”.`,
      'Check the period, make another indicator, or add the kind to periods in the register.',
    ],
  }),
)

export const doubtInNote = define<{ word: string }>(
  'OBS-020',
  'warning',
  { zh: '存疑只写在说明里', en: 'Doubt written in the note alone' },
  (p) => ({
    zh: [`说明里有“${p.word}”，doubt（存疑）却空着，图表和汇总里看不出这个数存疑。`, '请把存疑的理由移到 doubt 栏。'],
    en: [
      `The note says “${p.word}”, and doubt is empty: charts and sums do not tell that the figure is doubtful.`,
      'Move the reason into the column doubt.',
    ],
  }),
)

export const doubtWithoutReason = define<{ since: string }>(
  'OBS-021',
  'warning',
  { zh: '存疑没有写理由', en: 'Doubt without a reason' },
  (p) => ({
    zh: [`写了存疑起始日 ${p.since}，没有写理由。`, '请在 doubt（存疑）栏写明理由；不再存疑的，请清空 doubtSince。'],
    en: [
      `doubtSince says ${p.since}, but there is no reason.`,
      'Write the reason into doubt, or empty doubtSince where nobody doubts the figure.',
    ],
  }),
)
