import { define } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'

// Faults of a Data Package of any origin, found by `npm run check -- --package`. What a table holds is said with TBL codes.

export const noDescriptor = define<{ path: string; what: 'absent' | 'shape' }>(
  'PKG-001',
  'error',
  { zh: '没有数据包说明', en: 'No Data Package descriptor' },
  (p) => ({
    zh: [
      p.what === 'absent' ? `${p.path} 里没有 datapackage.json。` : `${p.path} 的内容不是一组字段。`,
      '请给出数据包文件夹，或 datapackage.json（.yaml）文件本身。',
    ],
    en: [
      p.what === 'absent' ? `There is no datapackage.json in ${p.path}.` : `${p.path} does not hold an object.`,
      'Name the folder of a Data Package, or its datapackage.json (.yaml).',
    ],
  }),
)

export const descriptorRule = define<{ zh: string; en: string; nearest?: string }>(
  'PKG-002',
  'error',
  { zh: '数据包说明不合标准', en: 'Descriptor breaks the Data Package standard' },
  (p) => ({
    zh: [`${p.zh}。`, p.nearest ? `是不是想写 ${p.nearest}？` : '请对照 Data Package 标准改正说明文件。'],
    en: [`${p.en}.`, p.nearest ? `Did you mean ${p.nearest}?` : 'Correct the descriptor by the Data Package standard.'],
  }),
)

export const unsafePath = define<{ path: string }>(
  'PKG-003',
  'error',
  { zh: '路径不安全', en: 'Unsafe path' },
  (p) => ({
    zh: [
      `“${p.path}”不是数据包里的安全路径，没有读取。`,
      '路径要从说明文件所在的文件夹起写：不能是绝对路径，不能以 . 或 ~ 开头，不能有 ..，链接不能指到文件夹外面。',
    ],
    en: [
      `“${p.path}” is no safe path within the package and was not read.`,
      'Paths begin at the folder of the descriptor: not absolute, no . or ~ in front, no .. in them, no link that leads out of it.',
    ],
  }),
)

export const notFetched = define<{ path: string; what: 'data' | 'schema' | 'package' }>(
  'PKG-004',
  'warning',
  { zh: '不在数据包里的文件没有检查', en: 'File outside the package not checked' },
  (p) => ({
    zh: [
      p.what === 'package'
        ? `外键指向另一个数据包 ${p.path}，这里没有它，没有核对。`
        : `${p.path} 在网上，检查时不下载，没有读取。`,
      p.what === 'package'
        ? '要核对，请把那个数据包放进这个文件夹，并写它的路径。'
        : '要检查它，请下载到数据包里，并把地址改成文件名。',
    ],
    en: [
      p.what === 'package'
        ? `The foreign key refers to the package ${p.path}, which is not here, so it was not checked.`
        : `${p.path} is remote; checking fetches nothing, so it was not read.`,
      p.what === 'package'
        ? 'To check it, put that package into this folder and name its path.'
        : 'To check it, download it into the package and name the file instead.',
    ],
  }),
)

export const undeclaredEncoding = define<{ path: string; found: string }>(
  'PKG-005',
  'warning',
  { zh: '编码不是 UTF-8，也没有说明', en: 'Encoding is not UTF-8 and not declared' },
  (p) => ({
    zh: [
      `${p.path} 是 ${p.found} 编码，encoding 没有写明；已按 ${p.found} 读取。`,
      `请运行 npm run check -- --fix-encoding ${p.path} 转成 UTF-8，或写明 encoding。`,
    ],
    en: [
      `${p.path} is encoded in ${p.found}, which encoding does not say; it was read as such.`,
      `Run npm run check -- --fix-encoding ${p.path} to turn it into UTF-8, or declare the encoding.`,
    ],
  }),
)

export const encodingDiffers = define<{ path: string; found: string; declared: string }>(
  'PKG-006',
  'error',
  { zh: '编码与说明的不符', en: 'Encoding differs from the descriptor' },
  (p) => ({
    zh: [
      p.found === ''
        ? `${p.path} 的内容不是 ${p.declared}，也认不出是什么编码。`
        : `${p.path} 是 ${p.found} 编码，encoding 写的是 ${p.declared}。`,
      p.found === ''
        ? '请从原始资料重新导出为 UTF-8。'
        : `请改 encoding，或运行 npm run check -- --fix-encoding ${p.path} 转成 UTF-8。`,
    ],
    en: [
      p.found === ''
        ? `${p.path} is not ${p.declared}, nor any encoding that can be recognised.`
        : `${p.path} is encoded in ${p.found}; encoding says ${p.declared}.`,
      p.found === ''
        ? 'Export it again as UTF-8.'
        : `Correct encoding, or run npm run check -- --fix-encoding ${p.path} to turn the file into UTF-8.`,
    ],
  }),
)

export const badCompression = define<{
  path: string
  what: 'unsupported' | 'broken'
  format: string
  reason?: Bilingual
}>('PKG-007', 'error', { zh: '压缩文件读不了', en: 'Compressed file cannot be read' }, (p) => ({
  zh: [
    p.what === 'broken'
      ? `${p.path} 不是完好的 ${p.format} 文件${p.reason ? `：${p.reason.zh}` : ''}。`
      : `${p.path} 是 ${p.format} 压缩，这里不解压。`,
    p.what === 'broken' ? '请重新压缩，或直接放未压缩的文件。' : '请放未压缩的文件，或改用 gz。',
  ],
  en: [
    p.what === 'broken'
      ? `${p.path} is no sound ${p.format} file${p.reason ? `: ${p.reason.en}` : ''}.`
      : `${p.path} is ${p.format}, which is not unpacked.`,
    p.what === 'broken' ? 'Compress it again, or put the plain file.' : 'Put the plain file, or use gz.',
  ],
}))

export const badFormat = define<{ path: string; zh: string; en: string }>(
  'PKG-008',
  'error',
  { zh: '文件的格式不对', en: 'File is not of its format' },
  (p) => ({
    zh: [`${p.path}：${p.zh}。`, '请改正文件，或改正 format、dialect 和 schema。'],
    en: [`${p.path}: ${p.en}.`, 'Correct the file, or its format, dialect and schema.'],
  }),
)

export const notChecked = define<{ path: string; format: string }>(
  'PKG-009',
  'warning',
  { zh: '这种格式的表没有逐格检查', en: 'Table of this format was not read' },
  (p) => ({
    zh: [
      `${p.path} 是 ${p.format}，只核对了文件在不在、大小和校验值，没有检查内容。`,
      '要逐格检查，请另存为 UTF-8 的 CSV。',
    ],
    en: [
      `${p.path} is ${p.format}: only its presence, size and checksum were checked, not its content.`,
      'To check every cell, save it as CSV in UTF-8.',
    ],
  }),
)

export const unknownProfile = define<{ profile: string }>(
  'PKG-010',
  'hint',
  { zh: '不认识的规范', en: 'Unknown profile' },
  (p) => ({
    zh: [`规范“${p.profile}”这里没有，按 Data Package 的一般要求检查。`, '请另用那份规范自己的工具检查它特有的要求。'],
    en: [
      `The profile “${p.profile}” is not known here; the general demands of Data Package were checked.`,
      'Check its own demands with a tool of its own.',
    ],
  }),
)

export const idleProperty = define<{ key: string; nearest?: string; type?: string }>(
  'PKG-011',
  'warning',
  { zh: '属性不起作用', en: 'Property without effect' },
  (p) => ({
    zh: [
      p.type ? `${p.key} 不适用于 ${p.type} 类型，没有按它检查。` : `标准里没有“${p.key}”，没有按它检查。`,
      p.nearest ? `是不是想写 ${p.nearest}？` : '请删去它，或改正这一列的 type。',
    ],
    en: [
      p.type
        ? `${p.key} does not apply to ${p.type} and was not checked.`
        : `The standard has no “${p.key}”; it was not checked.`,
      p.nearest ? `Did you mean ${p.nearest}?` : 'Remove it, or correct the type of the field.',
    ],
  }),
)

export const unknownHash = define<{ algorithm: string }>(
  'PKG-012',
  'warning',
  { zh: '校验值没有核对', en: 'Checksum not checked' },
  (p) => ({
    zh: [`hash 的算法“${p.algorithm}”这里没有，没有核对。`, '请改用 sha256、sha512 或 md5。'],
    en: [
      `The algorithm “${p.algorithm}” of hash is not known here, so it was not checked.`,
      'Use sha256, sha512 or md5.',
    ],
  }),
)

export const packageLimit = define<{ zh: string; en: string }>(
  'PKG-013',
  'error',
  { zh: '超过检查的上限', en: 'Beyond the limits of the check' },
  (p) => ({
    zh: [`${p.zh}，没有继续检查。`, '请拆成几个文件或几个数据包；大表请用未压缩的 CSV。'],
    en: [
      `${p.en}; it was not checked further.`,
      'Split it into several files or packages; use plain CSV for large tables.',
    ],
  }),
)
