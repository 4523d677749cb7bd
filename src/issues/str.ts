import { define } from '../model/issue.ts'

export const levelOrder = define<{ found: string; expected: string }>(
  'STR-001',
  'error',
  { zh: '层次序号越级', en: 'Heading level out of order' },
  (p) => ({
    zh: [
      `这一层应是“${p.expected}”，这里出现了“${p.found}”。`,
      '层次依次为 一、→（一）→1.→（1）；请改序号，或补上中间一层。',
    ],
    en: [`Expected “${p.expected}” at this level, found “${p.found}”.`, 'Levels run 一、→（一）→1.→（1）.'],
  }),
)

export const continuity = define<{ previous?: string; expected: string; found: string }>(
  'STR-002',
  'error',
  { zh: '序号不连续', en: 'Numbering is not continuous' },
  (p) => ({
    zh: [
      p.previous
        ? `“${p.previous}”之后应是“${p.expected}”，现在是“${p.found}”。`
        : `这一层应从“${p.expected}”开始，现在是“${p.found}”。`,
      '中间是否漏了一项，或序号写重了？',
    ],
    en: [
      p.previous
        ? `“${p.previous}” should be followed by “${p.expected}”, found “${p.found}”.`
        : `Numbering should begin with “${p.expected}”, found “${p.found}”.`,
      'Is an item missing or a number repeated?',
    ],
  }),
)

export const headingNotRead = define<{ found: string; instead: string; what: 'blank' | 'bold' | 'line' }>(
  'STR-007',
  'error',
  { zh: '标题没有生效', en: 'A heading was not recognised' },
  (p) => ({
    zh: [
      p.what === 'line'
        ? `“${p.found}”下面的一行 --- 或 === 把它变成了标题。`
        : `“${p.found}”没有成为标题，会当作正文；条款编号和地址都会因此不对。`,
      p.what === 'line'
        ? '要标题，请写 ## 标题；要横线，请在它前面空一行。'
        : `请写成 ${p.instead}：半角的 #，后面空一格。`,
    ],
    en: [
      p.what === 'line'
        ? `The line of --- or === below “${p.found}” makes a heading of it.`
        : `“${p.found}” is not read as a heading: the clauses below it get wrong numbers and addresses.`,
      p.what === 'line'
        ? 'For a heading write ## heading; for a rule leave a blank line before it.'
        : `Write ${p.instead}: half-width #, then a blank.`,
    ],
  }),
)

export const repeatedTitle = define<{ title: string }>(
  'STR-008',
  'warning',
  { zh: '正文里又写了一遍标题', en: 'The title stands in the body again' },
  (p) => ({
    zh: [`正文的标题“${p.title}”和文件头的标题一样，页面上会出现两次。`, '请删去正文里的这一行。'],
    en: [`The heading “${p.title}” repeats the title; the page would show it twice.`, 'Delete it from the body.'],
  }),
)

export const unitsNotRead = define<{ found: string; what: 'open' | 'empty' | 'form' | 'double' | 'second' }>(
  'STR-009',
  'error',
  { zh: '责任单位没有读懂', en: 'Responsible units not read' },
  (p) => ({
    zh: [
      {
        open: `“${p.found}”的括号没有收尾。`,
        empty: `“${p.found}”里没有写单位。`,
        form: `“${p.found}”没有被识别为责任单位。`,
        double: `责任单位里“${p.found}”写了两次。`,
        second: `一段里有两处责任单位，后一处“${p.found}”没有读。`,
      }[p.what],
      p.what === 'double'
        ? '请删去多余的一个，或改成漏写的单位。'
        : p.what === 'second'
          ? '请并成一处，或分成两段：（责任单位：市场监管局牵头、财政局配合）。'
          : '请写成（责任单位：市场监管局、财政局）。',
    ],
    en: [
      {
        open: `The bracket of “${p.found}” is not closed.`,
        empty: `“${p.found}” names no unit.`,
        form: `“${p.found}” was not read as responsible units.`,
        double: `“${p.found}” stands among the responsible units twice.`,
        second: `One paragraph has two lists of units; the second, “${p.found}”, is not read.`,
      }[p.what],
      p.what === 'double' ? 'Delete one, or write the unit that was meant.' : 'Write （责任单位：市场监管局、财政局）.',
    ],
  }),
)
