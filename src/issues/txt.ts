import { define } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'

export const invisible = define<{ name: Bilingual; code: string }>(
  'TXT-002',
  'hint',
  { zh: '看不见的字符', en: 'Invisible character' },
  (p) => ({
    zh: [`有看不见或不规范的字符 ${p.code}（${p.name.zh}）。`, '它会让检索失败，请删去或换成普通字符。'],
    en: [
      `There is an invisible or irregular character ${p.code} (${p.name.en}).`,
      'It breaks search; delete or replace it.',
    ],
  }),
)

export const bareBrace = define<{ found: string }>(
  'TXT-004',
  'error',
  { zh: 'MDX 里的花括号或尖括号', en: 'Bare brace or angle bracket in MDX' },
  (p) => ({
    zh: [
      `MDX 会把“${p.found}”当成程序代码。`,
      '请在花括号前加反斜杠（\\{ \\}），或删去这段代码；这里只能用固定的几个组件。',
    ],
    en: [`MDX reads “${p.found}” as code.`, 'Escape the braces (\\{ \\}); only the fixed components may be used here.'],
  }),
)

export const rawHtml = define<{ found: string }>(
  'TXT-005',
  'error',
  { zh: '正文里有 HTML 或脚本', en: 'Raw HTML or script in the text' },
  (p) => ({
    zh: [`正文不允许使用“${p.found}”。`, '请改用 Markdown；脚本、事件属性和 javascript: 链接一律不发布。'],
    en: [
      `“${p.found}” is not allowed in the text.`,
      'Use Markdown; scripts, event handlers and javascript: links are never published.',
    ],
  }),
)

export const notText = define<{ what: 'binary' | 'encoding' | 'nul'; encoding?: string }>(
  'TXT-007',
  'error',
  { zh: '文件不是 UTF-8 文本', en: 'File is not UTF-8 text' },
  (p) => ({
    zh: [
      p.what === 'binary'
        ? '文件是二进制内容，不是文本。'
        : p.what === 'nul'
          ? '文件里有 U+0000 字符。'
          : `文件是 ${p.encoding ?? '其他'} 编码，不是 UTF-8。`,
      p.what === 'binary'
        ? '请把它移出 content/ 和 data/；图片放在 public/。'
        : p.what === 'nul'
          ? '请用编辑器另存为 UTF-8。'
          : '请用编辑器另存为 UTF-8，或运行 npm run check -- --fix-encoding。',
    ],
    en: [
      p.what === 'binary'
        ? 'The file is binary, not text.'
        : p.what === 'nul'
          ? 'The file contains U+0000.'
          : `The file is encoded in ${p.encoding ?? 'something else'}, not UTF-8.`,
      p.what === 'binary'
        ? 'Move it out of content/ and data/; images belong in public/.'
        : p.what === 'nul'
          ? 'Save it as UTF-8.'
          : 'Save it as UTF-8, or run npm run check -- --fix-encoding.',
    ],
  }),
)

export const markNotRead = define<{ found: string; place?: 'policies' }>(
  'TXT-008',
  'error',
  { zh: '标记没有生效', en: 'A mark was not recognised' },
  (p) => ({
    zh: [
      `“${p.found}”没有被识别为目标标记，会原样出现在页面上。`,
      p.place
        ? '目标标记只能写在 content/policies/ 的政策里；这里请写普通文字。'
        : '标记写成 :target[原文]{#t01}：半角冒号和括号，中间没有空格，前面不要紧跟半角冒号，括号要成对。',
    ],
    en: [
      `“${p.found}” was not recognised as a target mark.`,
      p.place
        ? 'Targets are marked in content/policies/ only; write plain words here.'
        : 'Write :target[words]{#t01}: half-width signs, no blank between, no half-width colon before, brackets in pairs.',
    ],
  }),
)

export const tooDeep = define<{ what: 'levels' | 'marks' | 'targets' | 'line' }>(
  'TXT-009',
  'error',
  { zh: '嵌套过深', en: 'Nested too deeply' },
  (p) => ({
    zh: [
      p.what === 'levels'
        ? '列表、引用或强调一层套一层，超过 50 层，这个文件没有读下去。'
        : p.what === 'targets'
          ? '一份文件里有两千多个目标标记，这个文件没有读下去。'
          : p.what === 'line'
            ? '一段超过 20 万字，这个文件没有读下去。'
            : '一段里有几千个括号、冒号、星号或 & 符号，这个文件没有读下去。',
      '请删去多余的符号；确实很长的，中间空一行，分成几段。',
    ],
    en: [
      p.what === 'levels'
        ? 'Lists, quotes or emphasis stand within each other more than 50 levels deep; the file was not read further.'
        : p.what === 'targets'
          ? 'One file holds more than two thousand targets; it was not read further.'
          : p.what === 'line'
            ? 'One paragraph is longer than 200,000 characters; the file was not read further.'
            : 'One paragraph holds thousands of brackets, colons, asterisks or ampersands; the file was not read further.',
      'Delete the marks that are too many; part a long text by blank lines.',
    ],
  }),
)

export const mergeConflict = define<{ found: string; count: number }>(
  'TXT-010',
  'error',
  { zh: '合并冲突没有解决', en: 'Unresolved merge conflict' },
  (p) => ({
    zh: [
      `有合并冲突的标记“${p.found}”${p.count > 1 ? `，这个文件里共 ${p.count} 行` : ''}；两个人改了同一处，还没有定下用哪一个。`,
      '请在两个版本里留下对的一个，删去 <<<<<<<、=======、>>>>>>> 各行，再检查一次；其余内容等改好后才检查。',
    ],
    en: [
      `There is a conflict marker “${p.found}”${p.count > 1 ? `, ${p.count} such lines in this file` : ''}; two people changed the same place.`,
      'Keep the right version, delete the lines <<<<<<<, ======= and >>>>>>>, then check again; nothing else was checked.',
    ],
  }),
)

export const linkNotRead = define<{ found: string; instead?: string }>(
  'TXT-011',
  'error',
  { zh: '链接没有生效', en: 'A link was not recognised' },
  (p) => ({
    zh: [
      `“${p.found}”没有成为链接，会原样出现在页面上。`,
      `请写成 ${p.instead ?? '[文字](https://www.yw.gov.cn/)'}：半角的方括号和圆括号紧挨着，地址里没有空格。`,
    ],
    en: [
      `“${p.found}” is no link and will be shown as it stands.`,
      `Write ${p.instead ?? '[words](https://www.yw.gov.cn/)'}: half-width brackets side by side, no blank in the address.`,
    ],
  }),
)

export const brokenTable = define<{ what: 'cells'; found: number; expected: number } | { what: 'text'; found: string }>(
  'TXT-012',
  'error',
  { zh: '表格写得不完整', en: 'A table is not complete' },
  (p) =>
    p.what === 'cells'
      ? {
          zh: [
            `这一行有 ${p.found} 格，表头是 ${p.expected} 格。`,
            '每一行的格数要和表头一样：空格子也要留竖线，文字里的竖线写成 \\|。',
          ],
          en: [
            `This row has ${p.found} cells, the header has ${p.expected}.`,
            'Every row needs as many cells as the header; write a bar in the text as \\|.',
          ],
        }
      : {
          zh: [
            `“${p.found}”没有成为表格，会原样挤在一段里。`,
            '表头下面要有一行 |---|---|，列数与表头相同；竖线和短横线用半角，各行之间不空行，前面空一行。',
          ],
          en: [
            `“${p.found}” is no table and will be run together in one paragraph.`,
            'Below the header goes a row |---|---| with as many columns; half-width bars, no blank line between rows, one before.',
          ],
        },
)

export const footnote = define<{ found: string; what: 'no-note' | 'not-used' | 'twice' }>(
  'TXT-013',
  'error',
  { zh: '脚注不成对', en: 'Footnote without its other half' },
  (p) => ({
    zh: [
      {
        'no-note': `正文里有脚注号“${p.found}”，没有找到它的注文。`,
        'not-used': `注文“${p.found}”没有在正文里用到。`,
        twice: `脚注“${p.found}”的注文写了两次。`,
      }[p.what],
      '正文里写 [^1]，文末另起一行写 [^1]: 注文；两处的号要一样，方括号、冒号用半角。',
    ],
    en: [
      {
        'no-note': `The text refers to the footnote “${p.found}”, which has no note.`,
        'not-used': `Nothing in the text refers to the note “${p.found}”.`,
        twice: `The note “${p.found}” is written twice.`,
      }[p.what],
      'Write [^1] in the text and [^1]: note on a line of its own; half-width signs.',
    ],
  }),
)

export const markupNotRead = define<{ found: string; hint: Bilingual }>(
  'TXT-014',
  'warning',
  { zh: '排版符号没有生效', en: 'Markup without effect' },
  (p) => ({
    zh: [`“${p.found}”里的符号没有生效，会原样出现在页面上。`, `${p.hint.zh}。`],
    en: [`The markup in “${p.found}” has no effect and will be shown as it stands.`, `${p.hint.en}.`],
  }),
)

export const becameCode = define<{ found: string; what: 'indented' | 'unclosed' }>(
  'TXT-015',
  'error',
  { zh: '文字成了代码', en: 'Text became code' },
  (p) => ({
    zh: [
      p.what === 'indented'
        ? `“${p.found}”前面有四个以上空格或制表符，会当作代码显示。`
        : '代码块没有结束，后面的内容都会当作代码显示。',
      p.what === 'indented'
        ? '请删去行首的空格；段首不用空两格，要空请用两个全角空格。'
        : '请在代码后面另起一行写 ```；不是代码的，删去开头的 ```。',
    ],
    en: [
      p.what === 'indented'
        ? `“${p.found}” is indented by four blanks or a tab and will be shown as code.`
        : 'A block of code is not closed: all that follows will be shown as code.',
      p.what === 'indented' ? 'Delete the blanks at the beginning of the line.' : 'Close it with a line of ```.',
    ],
  }),
)

export const unknownComponent = define<{
  found: string
  what: 'attribute' | 'missing' | 'no-figure'
  component: string
  known: string
  nearest?: string
}>('TXT-016', 'error', { zh: '组件的属性不对', en: 'Wrong attribute of a component' }, (p) => ({
  zh: [
    p.what === 'attribute'
      ? `组件 ${p.component} 没有“${p.found}”这个属性。`
      : p.what === 'missing'
        ? `组件 ${p.component} 缺少属性“${p.found}”，页面上什么也不会显示。`
        : `没有 ${p.found} 的数字，组件 ${p.component} 在页面上什么也不会显示。`,
    p.nearest ? `是不是想写 ${p.nearest}？` : `写成 ${p.known}。`,
  ],
  en: [
    p.what === 'attribute'
      ? `The component ${p.component} has no attribute “${p.found}”.`
      : p.what === 'missing'
        ? `The component ${p.component} lacks “${p.found}” and would show nothing.`
        : `There is no figure for ${p.found}; the component ${p.component} would show nothing.`,
    p.nearest ? `Did you mean ${p.nearest}?` : `Write ${p.known}.`,
  ],
}))
