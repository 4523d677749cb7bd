import { define } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'

// Faults of CSV tables against their Table Schema. `column` is the column's name as the header writes it.

/** `sign`: what parts the names instead of commas; `line`: the first line is `sep=`. */
export const noHeader = define<{
  first?: string
  expected: readonly string[]
  sign?: HeaderSign
  /** There is a header and nothing below it, and everything refers to the rows. */
  isRegister?: boolean
}>('TBL-001', 'error', { zh: '空表，或没有表头', en: 'Empty table, or no header' }, (p) => {
  const header = p.expected.join(',')
  if (p.isRegister)
    return {
      zh: ['这张登记表只有表头，没有一行，别处引用的都在这里找不到。', '请核对是不是误删了，从上一版里把各行找回来。'],
      en: [
        'This register has a header and no rows; nothing that refers to it can be found.',
        'Check whether they were deleted, and take them back from an earlier version.',
      ],
    }
  if (p.sign) {
    const other = p.sign === 'line' ? undefined : delimiterNames[p.sign]
    return {
      zh: [
        other ? `这张表的列是用${other.zh}分隔的，不是英文逗号。` : '第一行“sep=”是写给 Excel 的，不是表头。',
        '请在 Excel 里“另存为”→“CSV UTF-8（逗号分隔）(*.csv)”，第一行就是列名。',
      ],
      en: [
        other
          ? `The columns are parted by ${other.en}, not by commas.`
          : 'The first line “sep=” is for Excel; it is no header.',
        'In Excel choose Save As → “CSV UTF-8 (Comma delimited)”; the first line names the columns.',
      ],
    }
  }
  return {
    zh: [
      p.first === undefined ? '文件是空的，没有表头。' : `第一行“${p.first}”不是表头：没有一个列名认得出。`,
      `第一行写列名，列之间用英文逗号分隔：${header}`,
    ],
    en: [
      p.first === undefined
        ? 'The file is empty.'
        : `The first line “${p.first}” is no header: no column name is known.`,
      `Name the columns in the first line, separated by commas: ${header}`,
    ],
  }
})

export const missingColumn = define<{ name: string; title?: string }>(
  'TBL-002',
  'error',
  { zh: '表头缺列', en: 'A column is missing' },
  (p) => ({
    zh: [
      `表头缺少“${p.name}”${p.title ? `（${p.title}）` : ''}列。`,
      '请补上这一列，或从 datapackage 说明的 fields 里删去它。',
    ],
    en: [`The header lacks the column “${p.name}”.`, 'Add the column, or remove it from the fields of the descriptor.'],
  }),
)

export const extraColumn = define<{ name: string; nearest?: string }>(
  'TBL-003',
  'error',
  { zh: '表头多列', en: 'A column is not in the schema' },
  (p) => ({
    zh: [
      `“${p.name}”列没有登记在 datapackage 说明里。`,
      p.nearest ? `是不是想写 ${p.nearest}？` : '请在 fields 里登记这一列，或从表里删去它。',
    ],
    en: [
      `The column “${p.name}” is not in the descriptor.`,
      p.nearest ? `Did you mean ${p.nearest}?` : 'Describe it under fields, or remove it from the table.',
    ],
  }),
)

export const duplicateColumn = define<{ name: string; first: number }>(
  'TBL-004',
  'error',
  { zh: '列名重复', en: 'Column name used twice' },
  (p) => ({
    zh: [`列名“${p.name}”与第${p.first}列重复。`, '请改名，或删去其中一列。'],
    en: [`“${p.name}” repeats the name of column ${p.first}.`, 'Rename or remove one of the two.'],
  }),
)

export const blankColumn = define<{ position: number }>(
  'TBL-005',
  'error',
  { zh: '列名空白', en: 'Column without a name' },
  (p) => ({
    zh: [`第${p.position}列没有列名。`, '请补上列名；若是多余的空列，请整列删去。'],
    en: [`Column ${p.position} has no name.`, 'Name it, or remove the empty column.'],
  }),
)

export const blankRow = define<{ none: true }>('TBL-006', 'warning', { zh: '空行', en: 'Blank row' }, () => ({
  zh: ['这一行是空的。', '请删去空行；发布的文件里不含空行。'],
  en: ['This row is blank.', 'Delete it; published files leave it out.'],
}))

export const byteOrderMark = define<{ none: true }>(
  'TBL-007',
  'warning',
  { zh: '文件开头有 BOM', en: 'File begins with a BOM' },
  () => ({
    zh: [
      '文件开头有 BOM（U+FEFF），有的程序会把它读进第一个列名。',
      '这里已经略过它；发布的 CSV 不带 BOM。编辑器里请选“UTF-8（无 BOM）”。',
    ],
    en: [
      'The file begins with a BOM (U+FEFF), which some programs read into the first column name.',
      'It is skipped here and left out of the published CSV. Save as UTF-8 without BOM.',
    ],
  }),
)

export const unclosedQuote = define<{ limit: string }>(
  'TBL-008',
  'error',
  { zh: '引号没有配对', en: 'Quote that nothing closes' },
  (p) => ({
    zh: [
      `这里的引号在 ${p.limit} 个字符之内没有配对的后引号。`,
      '请在单元格末尾补上引号；内容里的引号要写两个（""）；更长的内容请放在另外的文件里。',
    ],
    en: [
      `This quote is not closed within ${p.limit} characters.`,
      'Close it at the end of the cell; a quote inside a cell is doubled (""); put longer texts into files of their own.',
    ],
  }),
)

export const strayQuote = define<{ none: true }>(
  'TBL-009',
  'error',
  { zh: '单元格里的引号', en: 'Quote inside a cell' },
  () => ({
    zh: [
      '单元格内容里有英文双引号，这一行读不准。',
      '请把整个单元格用双引号括起来，内容里的双引号写两个（""），或改用中文引号“”。',
    ],
    en: [
      'There is a double quote inside the cell, so the row cannot be read safely.',
      'Quote the whole cell and double the quote inside (""), or use “ ”.',
    ],
  }),
)

export const recordTooLong = define<{ limit: string }>(
  'TBL-010',
  'error',
  { zh: '一行太长', en: 'Record too long' },
  (p) => ({
    zh: [`这一行超过 ${p.limit} 个字符，没有读完。`, '请检查是否缺了换行；长文请放进 content/。'],
    en: [`The record is longer than ${p.limit} characters and was not read.`, 'Check whether line breaks are missing.'],
  }),
)

export const wrongType = define<{ column: string; found: string; type: TypeName; suggestion?: string }>(
  'TBL-011',
  'error',
  { zh: '类型不对', en: 'Wrong type' },
  (p) => ({
    zh: [
      `“${p.column}”列应是${typeNames[p.type].zh}，这里是“${p.found}”。`,
      p.suggestion ? `是不是 ${p.suggestion}？` : `请改成${typeNames[p.type].zh}，例如 ${typeNames[p.type].example}。`,
    ],
    en: [
      `“${p.column}” holds ${typeNames[p.type].en}; found “${p.found}”.`,
      p.suggestion ? `Did you mean ${p.suggestion}?` : `Write it like ${typeNames[p.type].example}.`,
    ],
  }),
)

export const wrongFormat = define<{ column: string; found: string; format: Bilingual; example: string }>(
  'TBL-012',
  'error',
  { zh: '格式不对', en: 'Wrong format' },
  (p) => ({
    zh: [`“${p.column}”列的“${p.found}”不是有效的${p.format.zh}。`, `请改成 ${p.example} 这样的写法。`],
    en: [`“${p.found}” in “${p.column}” is not a valid ${p.format.en}.`, `Write it like ${p.example}.`],
  }),
)

export const required = define<{ column: string }>(
  'TBL-013',
  'error',
  { zh: '必填的单元格是空的', en: 'Required cell is empty' },
  (p) => ({
    zh: [`“${p.column}”列是必填的，这里空着。`, '请补上；确实没有的，不要填 0，请与数据负责人商定缺失值的写法。'],
    en: [`“${p.column}” is required and empty here.`, 'Fill it in; missing is never zero.'],
  }),
)

export const notInEnum = define<{ column: string; found: string; allowed: readonly string[]; nearest?: string }>(
  'TBL-014',
  'error',
  { zh: '不在允许的值里', en: 'Not an allowed value' },
  (p) => ({
    zh: [
      `“${p.column}”列不能写“${p.found}”。`,
      p.nearest ? `是不是想写 ${p.nearest}？` : `可以写：${p.allowed.slice(0, 20).join('、')}。`,
    ],
    en: [
      `“${p.found}” is not allowed in “${p.column}”.`,
      p.nearest ? `Did you mean ${p.nearest}?` : `Allowed: ${p.allowed.slice(0, 20).join(', ')}.`,
    ],
  }),
)

export const notInPattern = define<{ column: string; found: string; pattern: string }>(
  'TBL-015',
  'error',
  { zh: '不合规定的样式', en: 'Does not match the pattern' },
  (p) => ({
    zh: [`“${p.column}”列的“${p.found}”不合规定的样式 ${p.pattern}。`, '请对照数据字典改正。'],
    en: [`“${p.found}” in “${p.column}” does not match ${p.pattern}.`, 'Correct it by the data dictionary.'],
  }),
)

export const belowMinimum = define<{ column: string; found: string; limit: string; exclusive: boolean }>(
  'TBL-016',
  'error',
  { zh: '小于最小值', en: 'Below the minimum' },
  (p) => ({
    zh: [
      `“${p.column}”列的 ${p.found} ${p.exclusive ? '应大于' : '小于最小值'} ${p.limit}。`,
      '请核对数值和单位；范围有变的，请改 datapackage 说明。',
    ],
    en: [
      `${p.found} in “${p.column}” must be ${p.exclusive ? 'more than' : 'at least'} ${p.limit}.`,
      'Check the value and its unit.',
    ],
  }),
)

export const aboveMaximum = define<{ column: string; found: string; limit: string; exclusive: boolean }>(
  'TBL-017',
  'error',
  { zh: '大于最大值', en: 'Above the maximum' },
  (p) => ({
    zh: [
      `“${p.column}”列的 ${p.found} ${p.exclusive ? '应小于' : '大于最大值'} ${p.limit}。`,
      '请核对数值和单位；范围有变的，请改 datapackage 说明。',
    ],
    en: [
      `${p.found} in “${p.column}” must be ${p.exclusive ? 'less than' : 'at most'} ${p.limit}.`,
      'Check the value and its unit.',
    ],
  }),
)

export const tooShort = define<{ column: string; found: string; limit: number }>(
  'TBL-018',
  'error',
  { zh: '太短', en: 'Too short' },
  (p) => ({
    zh: [`“${p.column}”列的“${p.found}”不足 ${p.limit} 个字符。`, '请核对是否漏了字或位数。'],
    en: [`“${p.found}” in “${p.column}” is shorter than ${p.limit} characters.`, 'Check whether something is missing.'],
  }),
)

export const tooLong = define<{ column: string; found: string; limit: number }>(
  'TBL-019',
  'error',
  { zh: '太长', en: 'Too long' },
  (p) => ({
    zh: [`“${p.column}”列的“${p.found}”超过 ${p.limit} 个字符。`, '请缩短，或把说明移到备注列。'],
    en: [`“${p.found}” in “${p.column}” is longer than ${p.limit} characters.`, 'Shorten it or move it to a note.'],
  }),
)

/** `first`: the line in the same file, or file and line. */
export const notUnique = define<{ columns: string; found: string; first: string | number }>(
  'TBL-020',
  'error',
  { zh: '值重复', en: 'Value used twice' },
  (p) => ({
    zh: [`“${p.columns}”不得重复，“${p.found}”已在${rowName(p.first)}出现。`, '请核对是否重复登记。'],
    en: [
      `“${p.columns}” is unique; “${p.found}” stands in ${rowNameEn(p.first)} already.`,
      'Check for a double entry.',
    ],
  }),
)

export const duplicateKey = define<{ columns: string; found: string; first: string | number }>(
  'TBL-021',
  'error',
  { zh: '主键重复', en: 'Primary key used twice' },
  (p) => ({
    zh: [`主键“${p.columns}”的值“${p.found}”与${rowName(p.first)}重复。`, '每一行的主键只能出现一次，请核对。'],
    en: [`The key “${p.found}” (${p.columns}) repeats ${rowNameEn(p.first)}.`, 'A primary key occurs once.'],
  }),
)

export const brokenForeignKey = define<{ columns: string; found: string; resource: string; nearest?: string }>(
  'TBL-022',
  'error',
  { zh: '外键没有对应的行', en: 'Foreign key without a row' },
  (p) => ({
    zh: [
      `“${p.columns}”的值“${p.found}”在表 ${p.resource} 里找不到。`,
      p.nearest ? `是不是想写 ${p.nearest}？` : '请改正，或先在那张表里登记。',
    ],
    en: [
      `“${p.found}” (${p.columns}) is not in the table ${p.resource}.`,
      p.nearest ? `Did you mean ${p.nearest}?` : 'Correct it, or add the row there first.',
    ],
  }),
)

export const fullWidthNumber = define<{ column: string; found: string; suggestion: string }>(
  'TBL-023',
  'error',
  { zh: '数字是全角', en: 'Full-width digits' },
  (p) => ({
    zh: [`“${p.column}”列的“${p.found}”是全角数字。`, `请写 ${p.suggestion}。`],
    en: [`“${p.found}” in “${p.column}” is full-width.`, `Write ${p.suggestion}.`],
  }),
)

export const thousandsSeparator = define<{ column: string; found: string; suggestion: string }>(
  'TBL-024',
  'error',
  { zh: '数字带千分位', en: 'Thousands separators' },
  (p) => ({
    zh: [`“${p.column}”列的“${p.found}”带千分位分隔符。`, `数据表里请写 ${p.suggestion}。`],
    en: [`“${p.found}” in “${p.column}” has thousands separators.`, `Write ${p.suggestion}.`],
  }),
)

export const unitInNumber = define<{ column: string; found: string; suggestion?: string }>(
  'TBL-025',
  'error',
  { zh: '数字里有万、亿或单位', en: 'Scale or unit inside a number' },
  (p) => ({
    zh: [
      `“${p.column}”列的“${p.found}”带了万、亿、百分号或单位。`,
      p.suggestion ? `请换算成 ${p.suggestion}，单位写进单位列。` : '请换算成纯数字，单位写进单位列。',
    ],
    en: [
      `“${p.found}” in “${p.column}” carries a scale or a unit.`,
      p.suggestion ? `Write ${p.suggestion}; the unit has its own column.` : 'Write the plain number.',
    ],
  }),
)

export const outerBlanks = define<{ column: string; found: string }>(
  'TBL-026',
  'warning',
  { zh: '首尾有空格', en: 'Leading or trailing blanks' },
  (p) => ({
    zh: [`“${p.column}”列的“${p.found}”首尾有空格。`, '请删去；比较和引用时按没有空格处理。'],
    en: [`“${p.found}” in “${p.column}” has blanks around it.`, 'Delete them; they are ignored in comparisons.'],
  }),
)

export const damagedCode = define<{ column: string; found: string }>(
  'TBL-027',
  'warning',
  { zh: '疑似被 Excel 改坏的编码', en: 'Code damaged by Excel' },
  (p) => ({
    zh: [
      `“${p.column}”列的“${p.found}”像是被 Excel 改成科学计数的编码，末尾几位可能已经丢失。`,
      '请从原始资料重新录入；先把这一列设成“文本”格式再粘贴。',
    ],
    en: [
      `“${p.found}” in “${p.column}” looks like a code Excel has turned into scientific notation; digits may be lost.`,
      'Enter it again from the original with the column formatted as text.',
    ],
  }),
)

export const missingTable = define<{ path: string; nearest?: string }>(
  'TBL-028',
  'error',
  { zh: '登记的文件不存在', en: 'Described file does not exist' },
  (p) => ({
    zh: [`没有 ${p.path} 这个文件。`, p.nearest ? `是不是想写 ${p.nearest}？` : '请放入文件，或删去这个 resource。'],
    en: [
      `There is no file ${p.path}.`,
      p.nearest ? `Did you mean ${p.nearest}?` : 'Add the file or remove the resource.',
    ],
  }),
)

export const undescribedTable = define<{ path: string; descriptor: string; exists: boolean }>(
  'TBL-029',
  'error',
  { zh: 'CSV 没有登记', en: 'CSV without a description' },
  (p) => ({
    zh: [
      `${p.path} 没有登记，不会发布。`,
      p.exists
        ? `请在 ${p.descriptor} 的 resources 里登记它。`
        : `请新建 ${p.descriptor} 并登记它（npm run new -- dataset）。`,
    ],
    en: [
      `${p.path} is described nowhere and will not be published.`,
      p.exists ? `Add it to the resources of ${p.descriptor}.` : `Create ${p.descriptor} (npm run new -- dataset).`,
    ],
  }),
)

export const schemaFault = define<{ zh: string; en: string; nearest?: string }>(
  'TBL-030',
  'error',
  { zh: '表的说明自相矛盾', en: 'Schema contradicts itself' },
  (p) => ({
    zh: [`${p.zh}。`, p.nearest ? `是不是想写 ${p.nearest}？` : '请改正 datapackage.yaml。'],
    en: [`${p.en}.`, p.nearest ? `Did you mean ${p.nearest}?` : 'Correct datapackage.yaml.'],
  }),
)

export const profileColumn = define<{ profile: string; name: string; nearest?: string }>(
  'TBL-031',
  'error',
  { zh: '缺少这类表必需的列', en: 'Column of the profile is missing' },
  (p) => ({
    zh: [
      `这类表（${p.profile}）必须有“${p.name}”列，fields 里没有。`,
      p.nearest ? `“${p.nearest}”是不是它？` : '请补上这一列。',
    ],
    en: [
      `A table of profile ${p.profile} needs the column “${p.name}”.`,
      p.nearest ? `Is “${p.nearest}” meant?` : 'Add it to fields and to the table.',
    ],
  }),
)

export const profileValue = define<{ column: string; found: string; expected: string; expectedEn: string }>(
  'TBL-032',
  'error',
  { zh: '值不合这类表的要求', en: 'Value does not fit the profile' },
  (p) => ({
    zh: [`“${p.column}”列的“${p.found}”不对：${p.expected}。`, '请改成允许的写法。'],
    en: [`“${p.found}” in “${p.column}” is not allowed: ${p.expectedEn}.`, 'Correct the value.'],
  }),
)

export const incorrectLabel = define<{ position: number; found: string; expected: string }>(
  'TBL-033',
  'error',
  { zh: '列名或列的次序不对', en: 'Column name or order differs from the schema' },
  (p) => ({
    zh: [
      `第${p.position}列写的是“${p.found}”，按说明应是“${p.expected}”。`,
      '请改列名或列的次序；次序可以不同的，把 fieldsMatch 写成 equal。',
    ],
    en: [
      `Column ${p.position} is “${p.found}”; the schema says “${p.expected}”.`,
      'Rename or reorder the columns; where the order is free, set fieldsMatch to equal.',
    ],
  }),
)

export const notInSchema = define<{ column: string; path: string }>(
  'TBL-034',
  'error',
  { zh: 'JSON 不合规定的结构', en: 'JSON does not fit its JSON Schema' },
  (p) => ({
    zh: [`“${p.column}”列的 JSON 在 ${p.path} 处不合 jsonSchema 的规定。`, '请对照数据字典改正。'],
    en: [`The JSON in “${p.column}” breaks its jsonSchema at ${p.path}.`, 'Correct it by the data dictionary.'],
  }),
)

export const truncatedValue = define<{ column: string; found: string }>(
  'TBL-035',
  'warning',
  { zh: '疑似被截断的值', en: 'Value may have been cut off' },
  (p) => ({
    zh: [
      `“${p.column}”列的“${p.found}”正好是程序截断的位置（255 个字符，或 32、64 位整数的上限）。`,
      '请对照原始资料核对；确实如此的，不必理会。',
    ],
    en: [
      `“${p.found}” in “${p.column}” ends exactly where programs cut (255 characters, or the largest 32- or 64-bit integer).`,
      'Compare it with the original; ignore this if it is right.',
    ],
  }),
)

export const byteCount = define<{ path: string; found: number; expected: number }>(
  'TBL-036',
  'error',
  { zh: '文件大小与登记的不符', en: 'File size differs from the descriptor' },
  (p) => ({
    zh: [
      `${p.path} 是 ${p.found} 字节，bytes 登记的是 ${p.expected}。`,
      '请核对文件是否传完整；文件改过的，请更新 bytes 和 hash。',
    ],
    en: [
      `${p.path} has ${p.found} bytes; bytes says ${p.expected}.`,
      'Check whether the file is whole; if it was changed on purpose, update bytes and hash.',
    ],
  }),
)

export const hashDiffers = define<{ path: string; algorithm: string; found: string; expected: string }>(
  'TBL-037',
  'error',
  { zh: '文件校验值与登记的不符', en: 'Checksum differs from the descriptor' },
  (p) => ({
    zh: [
      `${p.path} 的 ${p.algorithm} 是 ${p.found}，hash 登记的是 ${p.expected}。`,
      '请核对是不是同一个文件；文件改过的，请更新 hash。',
    ],
    en: [
      `The ${p.algorithm} of ${p.path} is ${p.found}; hash says ${p.expected}.`,
      'Check whether it is the same file; if it was changed on purpose, update hash.',
    ],
  }),
)

export const tableDimensions = define<{
  what: 'rows' | 'fields'
  found: number
  limit: number
  bound: 'exactly' | 'least' | 'most'
}>('TBL-038', 'error', { zh: '行数或列数不对', en: 'Wrong number of rows or columns' }, (p) => {
  const bound = {
    exactly: ['应是', 'expected'],
    least: ['至少', 'expected at least'],
    most: ['至多', 'expected at most'],
  }
  const [zh = '', en = ''] = bound[p.bound]
  return {
    zh: [
      `表里有 ${p.found} ${p.what === 'rows' ? '行数据' : '列'}，gongbao:checks 规定${zh} ${p.limit} ${p.what === 'rows' ? '行' : '列'}。`,
      '请核对是否漏了或多了；范围有变的，请改 gongbao:checks。',
    ],
    en: [
      `The table has ${p.found} ${p.what === 'rows' ? 'rows' : 'columns'}; ${en} ${p.limit}.`,
      'Check whether some are missing or too many; if the range changed, edit gongbao:checks.',
    ],
  }
})

export const requiredValue = define<{ column: string; value: string }>(
  'TBL-039',
  'error',
  { zh: '缺少必有的值', en: 'A value that must occur is missing' },
  (p) => ({
    zh: [`“${p.column}”列里没有“${p.value}”，gongbao:checks 规定必须有。`, '请核对是否漏了这一行。'],
    en: [`“${p.value}” does not occur in “${p.column}”, as gongbao:checks demands.`, 'Check whether a row is missing.'],
  }),
)

export const deviatedValue = define<{ column: string; found: string; mean: string; times: string }>(
  'TBL-040',
  'warning',
  { zh: '数值偏离太远', en: 'Value far from the others' },
  (p) => ({
    zh: [
      `“${p.column}”列的 ${p.found} 离平均值 ${p.mean} 有 ${p.times} 个标准差。`,
      '请核对单位、小数点和位数；确实如此的，在备注里说明。',
    ],
    en: [
      `${p.found} in “${p.column}” is ${p.times} standard deviations from the mean ${p.mean}.`,
      'Check unit, decimal point and digits; if it is right, say so in a note.',
    ],
  }),
)

export const deviatedCell = define<{ column: string; length: number; mean: string }>(
  'TBL-041',
  'warning',
  { zh: '单元格长度偏离太远', en: 'Cell much longer than the others' },
  (p) => ({
    zh: [
      `“${p.column}”列的这一格有 ${p.length} 个字符，平均 ${p.mean} 个。`,
      '请核对是否把别的内容粘了进来，或少了换行、引号。',
    ],
    en: [
      `This cell of “${p.column}” has ${p.length} characters; the average is ${p.mean}.`,
      'Check whether something was pasted in, or a line break or quote is missing.',
    ],
  }),
)

export const forbiddenValue = define<{ column: string; found: string }>(
  'TBL-042',
  'error',
  { zh: '禁用的值', en: 'Forbidden value' },
  (p) => ({
    zh: [`“${p.column}”列不得写“${p.found}”（gongbao:checks）。`, '请改正，或从禁用的值里删去它。'],
    en: [`“${p.found}” is forbidden in “${p.column}” (gongbao:checks).`, 'Correct it, or take it off the list.'],
  }),
)

export const sequentialValue = define<{ column: string; found: string; expected: string }>(
  'TBL-043',
  'error',
  { zh: '序号不连续', en: 'Numbers do not follow each other' },
  (p) => ({
    zh: [`“${p.column}”列这里应是 ${p.expected}，写的是“${p.found}”。`, '请核对是否漏了行、重了行或排错了序。'],
    en: [
      `“${p.column}” should continue with ${p.expected}; found “${p.found}”.`,
      'Check for rows that are missing, doubled or out of order.',
    ],
  }),
)

export const asciiValue = define<{ column: string; found: string; sign: string }>(
  'TBL-044',
  'error',
  { zh: '有 ASCII 以外的字符', en: 'Characters beyond ASCII' },
  (p) => ({
    zh: [`“${p.column}”列的“${p.found}”含有“${p.sign}”，这一列只能用 ASCII 字符。`, '请改成半角字母、数字或符号。'],
    en: [`“${p.found}” in “${p.column}” holds “${p.sign}”; only ASCII is allowed here.`, 'Use ASCII characters.'],
  }),
)

export const rowConstraint = define<{ formula: string; values: string }>(
  'TBL-045',
  'error',
  { zh: '不合这张表的算式', en: 'Row breaks a formula of the table' },
  (p) => ({
    zh: [`这一行不合 ${p.formula}（${p.values}）。`, '请核对这几列的数字；算式有误的，请改 gongbao:checks。'],
    en: [`This row breaks ${p.formula} (${p.values}).`, 'Check these columns, or the formula in gongbao:checks.'],
  }),
)

export const duplicateRow = define<{ first: number }>(
  'TBL-046',
  'error',
  { zh: '整行重复', en: 'Row occurs twice' },
  (p) => ({
    zh: [`这一行与第${p.first}行完全相同。`, '请核对是否重复登记，删去一行。'],
    en: [`This row is the same as line ${p.first}.`, 'Check for a double entry and delete one.'],
  }),
)

export const shortDescription = define<{ length: number; least: number }>(
  'TBL-047',
  'warning',
  { zh: '数据集说明太短', en: 'Description of a dataset too short' },
  (p) => ({
    zh: [
      `数据集的说明只有${p.length}个字，不足${p.least}个字的，数据集搜索引擎不收。`,
      '请写清是什么数、哪些地方、什么时间、从哪里来、有什么没有收。',
    ],
    en: [
      `The description of the dataset has ${p.length} characters; search engines for datasets want ${p.least} or more.`,
      'Say what the figures are, of which places and times, where they come from and what is missing.',
    ],
  }),
)

export const unsupportedPattern = define<{ pattern: string }>(
  'TBL-048',
  'error',
  { zh: '样式用了不支持的写法', en: 'Pattern of a kind that is not supported' },
  (p) => ({
    zh: [
      `样式“${p.pattern}”用了前瞻、后顾或反向引用，或重复超过 1000 次，这样的样式可能查不完，这里不用。`,
      '请换一种写法；限制长短的，用 minLength、maxLength。',
    ],
    en: [
      `The pattern “${p.pattern}” looks around, refers back or repeats more than 1000 times; checking it might never end.`,
      'Write it otherwise; for lengths use minLength and maxLength.',
    ],
  }),
)

export const noRows = define<{ none: true }>(
  'TBL-049',
  'warning',
  { zh: '只有表头', en: 'Table without rows' },
  () => ({
    zh: ['这张表只有表头，没有一行数据。', '请核对是不是误删了；还没有数据的，先不登记这张表。'],
    en: [
      'The table has a header and no rows.',
      'Check whether they were deleted; a table without data is not described yet.',
    ],
  }),
)

export const spreadsheetError = define<{ column: string; found: string }>(
  'TBL-050',
  'error',
  { zh: '电子表格的出错标记', en: 'Error mark of a spreadsheet' },
  (p) => ({
    zh: [
      `“${p.column}”列的“${p.found}”是电子表格算错或列宽不够时显示的，不是数据。`,
      '请回到原表改正公式或拉宽这一列，再重新导出；确实没有的，留空。',
    ],
    en: [
      `“${p.found}” in “${p.column}” is what a spreadsheet shows for an error or a narrow column; it is no data.`,
      'Correct the sheet and export it again; leave the cell empty where there is nothing.',
    ],
  }),
)

export const serialDate = define<{ column: string; found: string; suggestion: string }>(
  'TBL-052',
  'error',
  { zh: '日期变成了序号', en: 'Date turned into a serial number' },
  (p) => ({
    zh: [
      `“${p.column}”列的“${p.found}”是 Excel 存日期的序号。`,
      `若是 ${p.suggestion}，请照此写；先把这一列的格式设成“文本”再导出。`,
    ],
    en: [
      `“${p.found}” in “${p.column}” is the serial number Excel keeps for a date.`,
      `If it is ${p.suggestion}, write that; format the column as text before exporting.`,
    ],
  }),
)

export const decimalComma = define<{ column: string; found: string; suggestion: string }>(
  'TBL-053',
  'error',
  { zh: '小数点写成逗号', en: 'Comma as decimal point' },
  (p) => ({
    zh: [`“${p.column}”列的“${p.found}”用逗号作小数点。`, `请写 ${p.suggestion}。`],
    en: [`“${p.found}” in “${p.column}” has a comma for the decimal point.`, `Write ${p.suggestion}.`],
  }),
)

export const trailingCells = define<{ found: number; expected: number }>(
  'TBL-055',
  'error',
  { zh: '行末多出空列', en: 'Empty cells at the end of rows' },
  (p) => ({
    zh: [
      `从这一行起，行末多出空的单元格（有${p.found}列，表头是${p.expected}列）；只报这一处。`,
      '多半是电子表格里右边有空列：请整列删去再导出。',
    ],
    en: [
      `From here on rows end in empty cells (${p.found} cells, the header has ${p.expected}); said once.`,
      'Delete the empty columns to the right in the spreadsheet and export it again.',
    ],
  }),
)

export const shiftedRow = define<{ column: string; way: 'right' | 'left' }>(
  'TBL-056',
  'error',
  { zh: '这一行错了一列', en: 'Row shifted by one column' },
  (p) => ({
    zh: [
      `从“${p.column}”列起，这一行的内容整体${p.way === 'right' ? '右' : '左'}移了一列。`,
      p.way === 'right' ? '请删去这里多出的一格。' : '请在这里补上缺的一格；空着的也要留逗号。',
    ],
    en: [
      `From “${p.column}” on, the cells of this row stand one column too far to the ${p.way}.`,
      p.way === 'right' ? 'Delete the extra cell here.' : 'Insert the missing cell here; an empty one keeps its comma.',
    ],
  }),
)

export type HeaderSign = keyof typeof delimiterNames | 'line'

const delimiterNames = {
  semicolon: { zh: '分号', en: 'semicolons' },
  tab: { zh: '制表符', en: 'tabs' },
  'wide-comma': { zh: '中文逗号', en: 'full-width commas' },
  bar: { zh: '竖线', en: 'bars' },
} as const

/** Types of a column, in words. */
function rowName(first: string | number): string {
  return typeof first === 'number' ? `第${first}行` : ` ${first} `
}

function rowNameEn(first: string | number): string {
  return typeof first === 'number' ? `line ${first}` : first
}

const typeNames = {
  string: { zh: '文字', en: 'text', example: '义乌市' },
  number: { zh: '数字', en: 'a number', example: '52000' },
  integer: { zh: '整数', en: 'a whole number', example: '52000' },
  boolean: { zh: 'true 或 false', en: 'true or false', example: 'true' },
  date: { zh: '日期', en: 'a date', example: '2021-11-08' },
  datetime: { zh: '日期时间', en: 'a date with time', example: '2021-11-08T09:00:00Z' },
  time: { zh: '时刻', en: 'a time', example: '09:00:00' },
  year: { zh: '年份', en: 'a year', example: '2021' },
  yearmonth: { zh: '年月', en: 'a month', example: '2021-11' },
  duration: { zh: '时长', en: 'a duration', example: 'P1Y6M' },
  geopoint: { zh: '经纬度', en: 'a place on the earth', example: '120.07,29.31' },
  geojson: { zh: 'GeoJSON', en: 'GeoJSON', example: '{"type":"Point","coordinates":[120.07,29.31]}' },
  object: { zh: 'JSON 对象', en: 'a JSON object', example: '{"a":1}' },
  array: { zh: 'JSON 数组', en: 'a JSON array', example: '[1,2]' },
  list: { zh: '列表', en: 'a list', example: 'a,b' },
  any: { zh: '任意内容', en: 'anything', example: '—' },
} as const
export type TypeName = keyof typeof typeNames
