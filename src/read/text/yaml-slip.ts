import type { Bilingual } from '../../model/lang.ts'

/** What an editor did to a line so that YAML cannot read it; `line` and `column` count from 0. */
export interface YamlSlip {
  readonly line: number
  readonly column: number
  readonly reason: Bilingual
  readonly advice?: Bilingual
  /** The words before a second colon: `标题: 通知: …`. */
  readonly colon?: string
}

type Slip = Omit<YamlSlip, 'line'>

/**
 * The first line down to the one a parser stopped at that holds a slip of the pen known to break YAML. A parser only
 * says where it could not go on; the slip often stands lines above.
 */
export function findYamlSlip(text: string, last: number): YamlSlip | undefined {
  const lines = text.split('\n', last + 1)
  for (const [line, words] of lines.entries()) {
    const slip = words.length > 5000 ? undefined : slipIn(words.replace(/\r$/, ''))
    if (slip) return { line, ...slip }
  }
  return undefined
}

function slipIn(line: string): Slip | undefined {
  if (/^\s*(?:#(?!#)|$)/.test(line)) return undefined
  if (/^#{2,6}\s/.test(line)) {
    return {
      column: 0,
      reason: { zh: '文件头到这里还没有结束', en: 'the front matter has not ended yet' },
      advice: { zh: '文件头写完，单独一行写 ---，正文写在它后面', en: 'End it with a line of ---; the body follows' },
    }
  }
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  if (indent.includes('\t')) {
    return {
      column: 0,
      reason: { zh: '缩进用了制表符，请改用空格', en: 'indented with a tab instead of blanks' },
      advice: { zh: '请把行首的制表符（Tab 键）改成两个空格', en: 'Replace the tab by two blanks' },
    }
  }
  const [, before = '', key = '', colon = '', blank = '', value = ''] =
    /^(\s*(?:-\s+)*)([\p{L}_][\p{L}\p{N}_.-]{0,40})\s?([:：])([ \t]*)(.*)$/u.exec(line) ?? []
  if (key === '') return flowSlip(line, 0)
  const column = before.length
  // An item of a list may be a sentence with a colon of its own.
  if (colon === '：' && before.includes('-') && /\p{Script=Han}/u.test(key)) return undefined
  if (colon === '：') {
    return {
      column: line.indexOf('：'),
      reason: { zh: `“${key}”后面用了全角冒号`, en: `a full-width colon follows “${key}”` },
      advice: { zh: `请写成 ${key}: ${clip(value)}，冒号用半角，后面空一格`, en: `Write ${key}: with a blank behind` },
    }
  }
  if (blank === '' && value !== '' && !value.startsWith('//')) {
    return {
      column,
      reason: { zh: `“${key}:”后面少了空格`, en: `the blank behind “${key}:” is missing` },
      advice: { zh: `请写成 ${key}: ${clip(value)}`, en: `Write ${key}: with a blank behind` },
    }
  }
  return valueSlip(value, line.length - value.length)
}

function valueSlip(value: string, column: number): Slip | undefined {
  const [first = ''] = value
  if (first === '"' || first === "'") {
    const end = value.indexOf(first, 1)
    if (end === -1) {
      return {
        column,
        reason: { zh: '引号没有收尾', en: 'a quote is not closed' },
        advice: { zh: '值的两头要用同一种英文引号', en: 'Put the same straight quote at both ends' },
      }
    }
    if (!/^\s*(?:#.*)?$/.test(value.slice(end + 1)) && first === '"' && !value.slice(1, end).endsWith('\\')) {
      return {
        column: column + end,
        reason: { zh: '引号后面还有文字', en: 'words follow the closing quote' },
        advice: { zh: '引号要包住整个值；文字里的引号用“”', en: 'Quote the whole value; use “” for quotes within' },
      }
    }
    return undefined
  }
  if ('@`%&*!'.includes(first) && first !== '') {
    return {
      column,
      reason: {
        zh: `值以“${first}”开头，这是 YAML 的保留字符`,
        en: `the value begins with “${first}”, which YAML keeps for itself`,
      },
      advice: { zh: '请给整个值加上英文双引号', en: 'Put the whole value in double quotes' },
    }
  }
  if (/^(?:>=|<=|>|<)/.test(value) && !/^>[-+\d]*\s*$/.test(value)) {
    return {
      column,
      reason: { zh: '大于号、小于号不能直接写', en: 'signs of comparison cannot be written bare' },
      advice: { zh: '大于等于写 gte，小于等于写 lte，大于写 gt，小于写 lt', en: 'Write gte, lte, gt or lt' },
    }
  }
  if (first === '[' || first === '{') return flowSlip(value, column)
  const colon = /^([^"'#[\]{}:][^:]*):(?:\s|$)/.exec(value)?.[1]
  if (colon) return { column, reason: { zh: '一行里有两个冒号', en: 'two colons in one line' }, colon }
  return undefined
}

const wide: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '【': '[',
  '】': ']',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
}

/** Brackets on one line: full-width signs among them, no partner, a comparison that needs words. */
function flowSlip(value: string, column: number): Slip | undefined {
  const bare = value.replace(/"[^"]*"|'[^']*'/g, (quoted) => '_'.repeat(quoted.length))
  if (!/[[{]/.test(bare)) return undefined
  const compared = /:\s+([<>]=?)/.exec(bare)
  if (compared) return valueSlip(bare.slice(compared.index).replace(/^:\s+/, ''), column + compared.index + 2)
  const odd = /[，【】［］｛｝]|：(?=\s)/.exec(bare)
  const opens = (bare.match(/[[{]/g) ?? []).length
  const closes = (bare.match(/[\]}]/g) ?? []).length
  if (odd && (opens !== closes || odd[0] === '，' || odd[0] === '：')) {
    return {
      column: column + odd.index,
      reason: { zh: `列表或一组字段里用了全角的“${odd[0]}”`, en: `a full-width “${odd[0]}” stands in a list or map` },
      advice: { zh: `请改成半角的 ${wide[odd[0]]}`, en: `Write ${wide[odd[0]]}` },
    }
  }
  if (opens === closes) return undefined
  const sign = bare.includes('{') ? '{ }' : '[ ]'
  return {
    column,
    reason: { zh: '括号没有成对', en: 'a bracket has no partner' },
    advice: { zh: `请在这一行补上另一半：${sign}`, en: `Add the other half: ${sign}` },
  }
}

function clip(text: string): string {
  const bare = text.trim()
  return bare === '' ? '……' : bare.length > 24 ? `${bare.slice(0, 24)}…` : bare
}
