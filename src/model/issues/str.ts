import { define } from '../issue.ts'

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
