import { define } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'

/** Problems of tables described with CSVW (W3C Metadata Vocabulary for Tabular Data). */

export const badJson = define<{ reason: Bilingual }>(
  'CSVW-001',
  'error',
  { zh: '元数据不是有效的 JSON', en: 'Metadata is not valid JSON' },
  (p) => ({
    zh: [`这里不是有效的 JSON：${p.reason.zh}。`, '请改正后再检查，多半是少了或多了逗号、引号、括号。'],
    en: [
      `Not valid JSON here: ${p.reason.en}.`,
      'Correct it; mostly a comma, quote or bracket is missing or too many.',
    ],
  }),
)

export const missingFile = define<{ url: string }>(
  'CSVW-002',
  'error',
  { zh: '元数据指向的文件不存在', en: 'File named in the metadata is missing' },
  (p) => ({
    zh: [`没有找到“${p.url}”。`, '请核对地址；相对地址从元数据文件所在的文件夹算起。'],
    en: [`“${p.url}” was not found.`, 'Check the address; relative ones start from the folder of the metadata file.'],
  }),
)

export const badContext = define<{ reason: Bilingual }>(
  'CSVW-003',
  'error',
  { zh: '@context 不符合 CSVW', en: '@context is not the one of CSVW' },
  (p) => ({
    zh: [
      `${p.reason.zh}。`,
      '请写 "@context": "http://www.w3.org/ns/csvw"，或加一个只含 @base、@language 的对象组成数组。',
    ],
    en: [
      `${p.reason.en}.`,
      'Write "@context": "http://www.w3.org/ns/csvw", or an array of it and an object with only @base and @language.',
    ],
  }),
)

export const missingProperty = define<{ property: string; of: string }>(
  'CSVW-004',
  'error',
  { zh: '缺少必填属性', en: 'A required property is missing' },
  (p) => ({
    zh: [`${p.of} 缺少有效的“${p.property}”。`, `请补上“${p.property}”。`],
    en: [`${p.of} has no valid “${p.property}”.`, `Add “${p.property}”.`],
  }),
)

export const badIdentity = define<{ property: string; value: string; expected: Bilingual }>(
  'CSVW-005',
  'error',
  { zh: '@id 或 @type 不允许这样写', en: '@id or @type is not allowed' },
  (p) => ({
    zh: [`${p.property} 不能是 ${p.value}。`, `这里要写${p.expected.zh}。`],
    en: [`${p.property} must not be ${p.value}.`, `Write ${p.expected.en}.`],
  }),
)

export const badCommonValue = define<{ reason: Bilingual }>(
  'CSVW-006',
  'error',
  { zh: '通用属性的值不允许这样写', en: 'Value of a common property is not allowed' },
  (p) => ({
    zh: [
      `${p.reason.zh}。`,
      '通用属性只能用 @value、@type、@language、@id，且 @value 只能与 @type、@language 之一同用。',
    ],
    en: [
      `${p.reason.en}.`,
      'Common properties know only @value, @type, @language and @id, and @value goes with one of @type and @language.',
    ],
  }),
)

export const unknownProperty = define<{ property: string; of: string }>(
  'CSVW-007',
  'warning',
  { zh: '未定义的属性', en: 'Undefined property' },
  (p) => ({
    zh: [
      `${p.of} 没有“${p.property}”这个属性，已忽略。`,
      '请核对拼写和所在位置；自己的属性要用完整网址或通行的前缀，如 dc:title。',
    ],
    en: [
      `${p.of} has no property “${p.property}”; it is ignored.`,
      'Check the spelling and the place; properties of your own need a full URL or a known prefix, as in dc:title.',
    ],
  }),
)

export const ignoredValue = define<{ property: string; value: string; expected: Bilingual }>(
  'CSVW-008',
  'warning',
  { zh: '属性值无效，已忽略', en: 'Invalid value, ignored' },
  (p) => ({
    zh: [`“${p.property}”的值 ${p.value} 无效，按没有写处理。`, `这里要写${p.expected.zh}。`],
    en: [`The value ${p.value} of “${p.property}” is not valid; it is ignored.`, `Write ${p.expected.en}.`],
  }),
)

export const datatypeConflict = define<{ reason: Bilingual }>(
  'CSVW-009',
  'error',
  { zh: '数据类型的限制自相矛盾', en: 'Constraints of a datatype contradict' },
  (p) => ({
    zh: [`${p.reason.zh}。`, '请改正或去掉其中一项。'],
    en: [`${p.reason.en}.`, 'Correct or remove one of them.'],
  }),
)

export const ignoredFormat = define<{ format: string; base: string }>(
  'CSVW-010',
  'warning',
  { zh: '格式无法识别，已忽略', en: 'Format not understood, ignored' },
  (p) => ({
    zh: [
      `${p.base} 的格式 ${p.format} 无法识别，按没有写处理。`,
      '数字用 #,##0.00 之类，日期用 yyyy-MM-dd 之类，布尔用“是|否”，其他类型用正则表达式。',
    ],
    en: [
      `The format ${p.format} of ${p.base} is not understood; it is ignored.`,
      'Numbers take patterns like #,##0.00, dates like yyyy-MM-dd, booleans “Y|N”, other types a regular expression.',
    ],
  }),
)

export const badColumn = define<{ reason: Bilingual }>(
  'CSVW-011',
  'error',
  { zh: '列的定义有误', en: 'Wrong definition of a column' },
  (p) => ({
    zh: [`${p.reason.zh}。`, '列名不能重复，虚拟列要放在所有真实列之后。'],
    en: [`${p.reason.en}.`, 'Names of columns are unique, and virtual columns come after all others.'],
  }),
)

export const headerMismatch = define<{
  number: number
  header: string
  /** What the metadata has for the column, and what is wrong with that. */
  described: string
  fault: 'other title' | 'only a name' | 'other language'
}>('CSVW-012', 'error', { zh: '表头与元数据不符', en: 'Header differs from the metadata' }, (p) => {
  switch (p.fault) {
    case 'only a name':
      return {
        zh: [
          `第${p.number}列的表头是“${p.header}”，元数据只有 name“${p.described}”，没有 titles。`,
          '请给这一列写上 titles；CSVW 只用 titles 和表头比较。',
        ],
        en: [
          `Column ${p.number} is headed “${p.header}”, the metadata has only the name “${p.described}”, no titles.`,
          'Add titles to this column; CSVW compares headers with titles alone.',
        ],
      }
    case 'other language':
      return {
        zh: [
          `第${p.number}列的表头“${p.header}”在元数据里是另一种语言（${p.described}）的 titles。`,
          '请让表的 lang 与 titles 的语言一致，或者都不写。',
        ],
        en: [
          `The header “${p.header}” of column ${p.number} is a title in another language (${p.described}).`,
          'Give the table the lang that its titles have, or give neither a language.',
        ],
      }
    case 'other title':
      return {
        zh: [
          `第${p.number}列的表头是“${p.header}”，元数据写的是“${p.described}”。`,
          '请核对列的次序，或把这个表头加进该列的 titles（区分大小写）。',
        ],
        en: [
          `Column ${p.number} is headed “${p.header}”, the metadata says “${p.described}”.`,
          'Check the order of columns, or add the header to the titles of this column (case counts).',
        ],
      }
  }
})

export const columnCount = define<{ found: number; described: number }>(
  'CSVW-013',
  'error',
  { zh: '列数与元数据不符', en: 'Number of columns differs from the metadata' },
  (p) => ({
    zh: [`表中有 ${p.found} 列，元数据描述了 ${p.described} 列。`, '请在元数据的 columns 中按次序写出每一列。'],
    en: [
      `The table has ${p.found} columns, the metadata describes ${p.described}.`,
      'Describe every column, in order, under columns.',
    ],
  }),
)

export const rowLength = define<{ found: number; columns: number }>(
  'CSVW-014',
  'error',
  { zh: '单元格个数与列数不符', en: 'Number of cells differs from the columns' },
  (p) => ({
    zh: [`这一行有 ${p.found} 个单元格，应为 ${p.columns} 个。`, '请补上或删去分隔符；含分隔符的内容要加引号。'],
    en: [
      `This row has ${p.found} cells, ${p.columns} are expected.`,
      'Add or remove separators; quote what contains one.',
    ],
  }),
)

export const badQuote = define<{ reason: Bilingual }>(
  'CSVW-015',
  'error',
  { zh: '引号用错', en: 'Misplaced quote' },
  (p) => ({
    zh: [`${p.reason.zh}。`, '引号要包住整个单元格，内容里的引号写两遍；或核对 dialect 的 quoteChar。'],
    en: [
      `${p.reason.en}.`,
      'Quotes enclose the whole cell and are doubled inside it; or check quoteChar of the dialect.',
    ],
  }),
)

export const wrongType = define<{ value: string; column: string; datatype: string; format?: string | undefined }>(
  'CSVW-016',
  'error',
  { zh: '值与数据类型不符', en: 'Value does not fit its datatype' },
  (p) => ({
    zh: [
      `“${p.column}”的值“${p.value}”不是有效的 ${p.datatype}${p.format === undefined ? '' : `（格式 ${p.format}）`}。`,
      '请改正这个值，或改正元数据中的 datatype；表示缺失的字样要写进 null。',
    ],
    en: [
      `“${p.value}” in “${p.column}” is not a valid ${p.datatype}${p.format === undefined ? '' : ` (format ${p.format})`}.`,
      'Correct the value or the datatype of the column; words for missing values belong under null.',
    ],
  }),
)

export const outOfBounds = define<{ value: string; column: string; constraint: string; limit: string }>(
  'CSVW-017',
  'error',
  { zh: '值超出限制', en: 'Value outside its limits' },
  (p) => {
    const asked = bounds[p.constraint] ?? { zh: p.constraint, en: p.constraint }
    return {
      zh: [
        `“${p.column}”的值“${p.value}”超出限制：${asked.zh} ${p.limit}（${p.constraint}）。`,
        '请核对这个值，或改正元数据中的限制。',
      ],
      en: [
        `“${p.value}” in “${p.column}” must ${asked.en} ${p.limit} (${p.constraint}).`,
        'Check the value, or correct the limit in the metadata.',
      ],
    }
  },
)

const atLeast: Bilingual = { zh: '不能小于', en: 'be at least' }
const atMost: Bilingual = { zh: '不能大于', en: 'be at most' }

const bounds: Readonly<Record<string, Bilingual>> = {
  length: { zh: '长度要等于', en: 'have the length' },
  minLength: { zh: '长度至少', en: 'have at least the length' },
  maxLength: { zh: '长度至多', en: 'have at most the length' },
  minimum: atLeast,
  minInclusive: atLeast,
  minExclusive: { zh: '要大于', en: 'be more than' },
  maximum: atMost,
  maxInclusive: atMost,
  maxExclusive: { zh: '要小于', en: 'be less than' },
}

export const requiredCell = define<{ column: string }>(
  'CSVW-018',
  'error',
  { zh: '必填单元格为空', en: 'A required cell is empty' },
  (p) => ({
    zh: [`“${p.column}”是必填列，这里没有值。`, '请补上这个值，或去掉元数据中的 required。'],
    en: [`“${p.column}” is required, there is no value here.`, 'Add the value, or remove required from the metadata.'],
  }),
)

export const duplicateKey = define<{ columns: string; value: string; line: number }>(
  'CSVW-019',
  'error',
  { zh: '主键重复', en: 'Primary key used twice' },
  (p) => ({
    zh: [`主键（${p.columns}）的值“${p.value}”与第 ${p.line} 行相同。`, '请删去重复的行，或改正主键。'],
    en: [
      `The primary key (${p.columns}) “${p.value}” is already that of line ${p.line}.`,
      'Remove the double row, or correct the key.',
    ],
  }),
)

export const brokenReference = define<{
  columns: string
  value: string
  table: string
  rows: number
  isEmpty: boolean
}>('CSVW-020', 'error', { zh: '外键没有指向唯一的一行', en: 'Foreign key names no single row' }, (p) => {
  if (p.isEmpty) {
    return {
      zh: [
        `外键（${p.columns}）在这一行是空的，没有指向“${p.table}”的任何一行。`,
        'CSVW 的外键不允许空值；请补上，或去掉这个外键。',
      ],
      en: [
        `The foreign key (${p.columns}) is empty in this row and names no row of “${p.table}”.`,
        'Foreign keys of CSVW have no empty values: fill it in, or drop the foreign key.',
      ],
    }
  }
  return {
    zh: [
      `外键（${p.columns}）的值“${p.value}”在“${p.table}”中有 ${p.rows} 行。`,
      p.rows === 0 ? '请改正这个值，或在被引用的表中补上这一行。' : '被引用的列应当不重复，请删去重复的行。',
    ],
    en: [
      `The foreign key (${p.columns}) “${p.value}” has ${p.rows} rows in “${p.table}”.`,
      p.rows === 0 ? 'Correct the value, or add the row there.' : 'Values there must be unique; remove double rows.',
    ],
  }
})

export const badForeignKey = define<{ reason: Bilingual }>(
  'CSVW-021',
  'error',
  { zh: '外键的定义有误', en: 'Wrong definition of a foreign key' },
  (p) => ({
    zh: [
      `${p.reason.zh}。`,
      '外键只写 columnReference 和 reference，后者只写 resource 或 schemaReference 之一与 columnReference。',
    ],
    en: [
      `${p.reason.en}.`,
      'A foreign key has columnReference and reference; the latter one of resource and schemaReference, and columnReference.',
    ],
  }),
)

export const unusedMetadata = define<{ table: string }>(
  'CSVW-022',
  'warning',
  { zh: '找到的元数据没有描述这张表', en: 'Metadata found does not describe the table' },
  (p) => ({
    zh: [`这份元数据没有提到“${p.table}”，没有使用。`, '请核对其中的 url，或把它移走。'],
    en: [`This metadata does not name “${p.table}”; it is not used.`, 'Check its url, or move it away.'],
  }),
)

export const notFetched = define<{ url: string }>(
  'CSVW-023',
  'warning',
  { zh: '网上的文件没有检查', en: 'A file on the web was not checked' },
  (p) => ({
    zh: [`“${p.url}”不在本机，没有读取。`, '检查不联网；请把文件下载到元数据旁边，用相对地址。'],
    en: [
      `“${p.url}” is not on this machine and was not read.`,
      'Checks do not use the network; keep the file beside the metadata.',
    ],
  }),
)

export const unknownVariable = define<{ variable: string; property: string }>(
  'CSVW-024',
  'hint',
  { zh: '网址模板用了没有的列', en: 'URI template names no column' },
  (p) => ({
    zh: [`“${p.property}”里的 {${p.variable}} 不是任何一列的 name，展开后为空。`, '请核对列的 name。'],
    en: [
      `{${p.variable}} in “${p.property}” is the name of no column and expands to nothing.`,
      'Check the names of columns.',
    ],
  }),
)

export const badBytes = define<{ encoding: string }>(
  'CSVW-025',
  'warning',
  { zh: '有字符不能按编码读出', en: 'Characters unreadable in this encoding' },
  (p) => ({
    zh: [
      `这一行有字符不能按 ${p.encoding} 读出。`,
      '请把文件存成 UTF-8，或在 dialect 的 encoding 写明编码，如 gb18030。',
    ],
    en: [
      `This row has characters that are not ${p.encoding}.`,
      'Save the file as UTF-8, or name its encoding in the dialect, e.g. gb18030.',
    ],
  }),
)

export const outsideFolder = define<{ url: string }>(
  'CSVW-026',
  'error',
  { zh: '指到了文件夹之外', en: 'Outside the folder of the metadata' },
  (p) => ({
    zh: [
      `“${p.url}”不在被检查的文件所在的文件夹里，或是隐藏的文件，没有打开。`,
      '请把表和元数据放在一个文件夹里，用相对地址；不能用绝对路径、..、指到外面的链接和 @base。',
    ],
    en: [
      `“${p.url}” is not in the folder of the file that is checked, or is hidden, and was not opened.`,
      'Keep tables and metadata in one folder with relative addresses: no absolute path, no .., no link or @base that leads out.',
    ],
  }),
)

export const beyondLimit = define<{ what: Bilingual; limit: string }>(
  'CSVW-027',
  'error',
  { zh: '超过检查的上限', en: 'Beyond the limits of the check' },
  (p) => ({
    zh: [`${p.what.zh}超过 ${p.limit}，没有继续检查。`, '请拆成几份；一行过长多半是换行符丢了。'],
    en: [
      `More than ${p.limit} ${p.what.en}; it was not checked further.`,
      'Split it into several; a row that long has mostly lost its line breaks.',
    ],
  }),
)
