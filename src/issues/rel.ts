import { define } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'

// Releases of datasets: what was published under a version stays as it was.

/**
 * `recorded` and `found` are checksums; `was` and `is` the cells of the first row that cannot be right; `how` says what
 * a program did to the bytes where the text is the same.
 */
interface Damage {
  readonly version: string
  readonly name: string
  readonly what: 'changed' | 'missing' | 'extra'
  readonly recorded?: string
  readonly found?: string
  readonly was?: string
  readonly is?: string
  readonly how?: Bilingual | undefined
}

export const frozenFile = define<Damage>(
  'REL-001',
  'error',
  { zh: '已发布的文件被改动', en: 'Published file altered' },
  (p) => {
    const hint = {
      zh: '请从版本库历史里取回原文件（git checkout <提交> -- <文件>）；要更正数据，改现在的表，再发布新版本。',
      en: 'Restore it from the history of the repository; corrections go into a new release.',
    }
    if (p.what === 'missing')
      return {
        zh: [`版本 ${p.version} 发布过的文件 ${p.name} 不见了。`, hint.zh],
        en: [`${p.name} was published in ${p.version} and is missing.`, hint.en],
      }
    if (p.what === 'extra')
      return {
        zh: [
          `${p.name} 放在已发布版本的文件夹里，但发布记录 releases.yaml 没有它。`,
          '已发布的文件夹不能添加文件：请把它移走；若是发布中断留下的，请再发布一次。',
        ],
        en: [
          `${p.name} lies among published files, but releases.yaml does not list it.`,
          'Nothing can be added to a release: move it away; if a release was interrupted, run it again.',
        ],
      }
    if (p.how)
      return {
        zh: [
          `版本 ${p.version} 的 ${p.name} 发布后被改动：文字没有变，${p.how.zh}。多半是用表格或文本软件打开后又保存了。`,
          hint.zh,
        ],
        en: [
          `${p.name} of ${p.version} was altered: the text is the same, but ${p.how.en}. A spreadsheet or editor has probably saved it.`,
          hint.en,
        ],
      }
    const row = p.was === undefined ? '' : `这一行发布时是“${p.was}”，现在是“${p.is}”。`
    const rowEn = p.was === undefined ? '' : ` This row was “${p.was}” and is “${p.is}”.`
    return {
      zh: [
        `版本 ${p.version} 的 ${p.name} 发布后被改动：记录的校验码是 ${short(p.recorded)}，现在是 ${short(p.found)}。${row}`,
        hint.zh,
      ],
      en: [
        `${p.name} of ${p.version} was altered: recorded ${short(p.recorded)}, found ${short(p.found)}.${rowEn}`,
        hint.en,
      ],
    }
  },
)

export const ledgerFault = define<{ zh: string; en: string }>(
  'REL-002',
  'error',
  { zh: '发布记录自相矛盾', en: 'Ledger of releases contradicts itself' },
  (p) => ({
    zh: [`${p.zh}。`, '发布记录由 npm run release 写入，不要手改：请从版本库历史里取回。'],
    en: [`${p.en}.`, 'npm run release writes the ledger; restore it from the history of the repository.'],
  }),
)

export const versionOrder = define<{ version: string; before: string }>(
  'REL-003',
  'error',
  { zh: '版本号没有递增', en: 'Versions do not ascend' },
  (p) => ({
    zh: [`版本 ${p.version} 排在 ${p.before} 后面，却不比它大。`, '发布记录从旧到新排列，版本号只能增加。'],
    en: [`${p.version} follows ${p.before} but is not later.`, 'Releases stand oldest first; versions only grow.'],
  }),
)

export const dateOrder = define<{ on: string; than: string; what: 'before' | 'future' }>(
  'REL-004',
  'error',
  { zh: '发布日期不对', en: 'Dates of releases out of order' },
  (p) =>
    p.what === 'future'
      ? {
          zh: [`发布日期 ${p.on} 在今天（${p.than}）以后。`, '请改正日期。'],
          en: [`The date ${p.on} lies after today (${p.than}).`, 'Correct the date.'],
        }
      : {
          zh: [`发布日期 ${p.on} 早于前一个版本的 ${p.than}。`, '请改正日期：发布记录从旧到新排列。'],
          en: [`The date ${p.on} is before that of the release before, ${p.than}.`, 'Correct the date.'],
        },
)

export const stepTooSmall = define<{ from: string; to: string; why: string; least: string }>(
  'REL-005',
  'error',
  { zh: '版本号加得太小', en: 'Version step too small' },
  (p) => ({
    zh: [
      `从 ${p.from} 到 ${p.to} 加得太小：${p.why}。`,
      `至少应为 ${p.least}：结构变化加主版本号，增加数据加次版本号，更正加修订号。`,
    ],
    en: [
      `The step from ${p.from} to ${p.to} is too small for what changed (${p.why}).`,
      `At least ${p.least}: structure moves the first number, more data the second, corrections the third.`,
    ],
  }),
)

export const unreleased = define<{ id: string; version: string; what: string; whatEn: string; first?: string }>(
  'REL-006',
  'error',
  { zh: '数据与已发布的版本不同', en: 'Data differ from the release' },
  (p) => ({
    zh: [
      `${p.id} 的数据与已发布的 ${p.version} 不同：${p.what}。${p.first ? `第一处：${p.first}。` : ''}`,
      `请发布新版本：npm run release -- ${p.id} --note "改了什么"；若是误改，请恢复原来的数据。`,
    ],
    en: [
      `The data of ${p.id} differ from the released ${p.version}: ${p.whatEn}.`,
      `Make a release: npm run release -- ${p.id} --note "…"; or undo the change.`,
    ],
  }),
)

export const unknownVersion = define<{ id: string; version: string; newest: string }>(
  'REL-007',
  'error',
  { zh: '版本没有发布过', en: 'Version was never released' },
  (p) => ({
    zh: [
      `version 写的是 ${p.version}，最近发布的是 ${p.newest}。`,
      `版本号由发布命令填写：请改回 ${p.newest}，再执行 npm run release -- ${p.id} --note "…"。`,
    ],
    en: [
      `version says ${p.version}; the newest release is ${p.newest}.`,
      `The release command writes it: put ${p.newest} back, then npm run release -- ${p.id} --note "…".`,
    ],
  }),
)

export const noReason = define<{ version: string; selector: string; old?: string; new?: string; more: number }>(
  'REL-008',
  'error',
  { zh: '修订没有说明原因', en: 'Revision without a reason' },
  (p) => {
    const to = p.new === undefined ? '删去' : `改为“${p.new}”`
    const change = p.old === undefined ? '删去' : `由“${p.old}”${to}`
    const [more, moreEn] = p.more > 0 ? [`，另有 ${p.more} 处`, `, and ${p.more} more`] : ['', '']
    return {
      zh: [
        `版本 ${p.version} 里 ${p.selector} ${change}，没有写原因${more}。`,
        `改动公布过的数据要说明原因：在 reasons（修订原因）里写 { for: ${p.selector}, text: 原因 }。`,
      ],
      en: [
        `${p.version} revises ${p.selector} without a reason${moreEn}.`,
        `Published figures change for a reason: add { for: ${p.selector}, text: … } to reasons.`,
      ],
    }
  },
)

export const restrictedRelease = define<{ disclosure: string }>(
  'REL-009',
  'error',
  { zh: '不开放的数据集有发布', en: 'Restricted dataset has releases' },
  (p) => ({
    zh: [
      `开放属性是“${p.disclosure}”，却有发布过的版本；公开过的文件会随网站一起发布。`,
      '请核对开放属性；确不开放的，移走 releases.yaml 和 releases 文件夹。',
    ],
    en: [
      `The dataset is “${p.disclosure}” but has releases, which the site would publish.`,
      'Check the disclosure, or move releases.yaml and the folder releases away.',
    ],
  }),
)

export const describedOtherwise = define<{ id: string; version: string; fields: readonly string[] }>(
  'REL-010',
  'warning',
  { zh: '描述与已发布的版本不同', en: 'Description differs from the release' },
  (p) => ({
    zh: [
      `${p.fields.join('、')}与已发布的 ${p.version} 不同；下载的文件里仍是原来的描述。`,
      `下次发布时一并更新，或现在执行 npm run release -- ${p.id} --note "改了描述"。`,
    ],
    en: [
      `The description differs from the released ${p.version}; its files still have the old one.`,
      `The next release takes it along, or run npm run release -- ${p.id} --note "…".`,
    ],
  }),
)

export const foreignRelease = define<{ version: string; name: string }>(
  'REL-011',
  'error',
  { zh: '不是发布命令写的文件', en: 'Not a file that a release writes' },
  (p) => ({
    zh: [
      `版本 ${p.version} 列有 ${p.name}，发布命令不写这样的文件。`,
      '发布的版本只含表的各种格式和数据说明；请从发布记录和文件夹里移走它，其他材料放别处。',
    ],
    en: [
      `${p.version} lists ${p.name}, which the release command never writes.`,
      'A release holds the formats of its tables and what describes them; take the file out of ledger and folder.',
    ],
  }),
)

export const linkedRelease = define<{ path: string }>(
  'REL-012',
  'error',
  { zh: '已发布的文件夹里有链接', en: 'Link among published files' },
  (p) => ({
    zh: [
      `${p.path} 是符号链接，所指的内容可以在发布后改变。`,
      '已发布的文件要是文件本身：请移走链接，从版本库历史里取回原文件。',
    ],
    en: [
      `${p.path} is a symbolic link; what it leads to may change after publication.`,
      'Published files are files themselves: remove the link and restore the file from the history.',
    ],
  }),
)

export const checksumsDisagree = define<{ version: string; name: string; list: string }>(
  'REL-013',
  'error',
  { zh: '校验码互相矛盾', en: 'Checksums contradict each other' },
  (p) => ({
    zh: [
      `版本 ${p.version} 的 ${p.name}：发布记录 releases.yaml 与 ${p.list} 写的校验码或大小不一样。`,
      '发布后有人改了文件或记录：请把这个版本的文件和发布记录一起从版本库历史里取回。',
    ],
    en: [
      `${p.name} of ${p.version}: releases.yaml and ${p.list} give different checksums or sizes.`,
      'A file or the ledger was changed after publication: restore both from the history of the repository.',
    ],
  }),
)

export const formatsDiffer = define<{ version: string; name: string; csv: string; row: number }>(
  'REL-014',
  'error',
  { zh: '同一张表的两种格式内容不同', en: 'Two formats of a table differ' },
  (p) => ({
    zh: [
      `版本 ${p.version} 的 ${p.name} 与 ${p.csv} 是同一张表，第 ${p.row} 行数据却不一样。`,
      '各种格式由同一张表生成：其中一个在发布后被改动，请从版本库历史里取回这个版本的文件。',
    ],
    en: [
      `${p.name} and ${p.csv} of ${p.version} are the same table but differ in row ${p.row}.`,
      'All formats are made from one table: one was changed afterwards; restore the release from the history.',
    ],
  }),
)

export const changesUntrue = define<{ version: string; table: string; what: 'rows' | 'diff' }>(
  'REL-015',
  'error',
  { zh: '修订记录与表不符', en: 'Record of changes and tables disagree' },
  (p) => ({
    zh: [
      p.what === 'rows'
        ? `版本 ${p.version} 的表 ${p.table} 的行数与记录的不同。`
        : `版本 ${p.version} 的 changes.json 说的改动，不是表 ${p.table} 与前一个版本之间的改动。`,
      '这个版本或前一个版本的表在发布后被改动：请从版本库历史里取回。',
    ],
    en: [
      p.what === 'rows'
        ? `Table ${p.table} of ${p.version} has another number of rows than was recorded.`
        : `changes.json of ${p.version} is not the difference of table ${p.table} from the release before.`,
      'A table of this release or the one before was changed afterwards: restore it from the history.',
    ],
  }),
)

function short(sha256 = ''): string {
  return `${sha256.slice(0, 12)}…`
}
