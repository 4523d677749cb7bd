import { define } from '../issue.ts'
import type { Bilingual } from '../lang.ts'

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

export const markNotRead = define<{ found: string }>(
  'TXT-008',
  'error',
  { zh: '标记没有生效', en: 'A mark was not recognised' },
  (p) => ({
    zh: [
      `“${p.found}”没有被识别为目标标记，会原样出现在页面上。`,
      '标记写成 :target[原文]{#t01}，前面不要紧跟半角冒号，方括号、花括号要成对。',
    ],
    en: [
      `“${p.found}” was not recognised as a target mark.`,
      'Write :target[words]{#t01}, no half-width colon before it, brackets in pairs.',
    ],
  }),
)

export const tooDeep = define<{ what: 'levels' | 'marks' }>(
  'TXT-009',
  'error',
  { zh: '嵌套过深', en: 'Nested too deeply' },
  (p) => ({
    zh: [
      p.what === 'levels'
        ? '列表、引用或强调一层套一层，超过 50 层，这个文件没有读下去。'
        : '一段里有几千个括号、冒号或星号，这个文件没有读下去。',
      '请删去多余的符号；确实很长的，中间空一行，分成几段。',
    ],
    en: [
      p.what === 'levels'
        ? 'Lists, quotes or emphasis stand within each other more than 50 levels deep; the file was not read further.'
        : 'One paragraph holds thousands of brackets, colons or asterisks; the file was not read further.',
      'Delete the marks that are too many; part a long text by blank lines.',
    ],
  }),
)
