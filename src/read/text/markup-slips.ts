import { headingNotRead } from '../../issues/str.ts'
import { brokenTable, footnote, linkNotRead, markNotRead, markupNotRead } from '../../issues/txt.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Bilingual } from '../../model/lang.ts'
import { nearest } from '../../model/policy/suggest.ts'
import { isHalf } from './inline.ts'
import type { Context, Node } from './mdast.ts'
import { clip, placeAt, slice } from './mdast.ts'

/**
 * What an editor meant as markup and what stayed text: a mark, a link, a footnote, a table, a heading, bold, a list. It is
 * looked for in the source of one paragraph, cell or heading, with all that was recognised blotted out. The first
 * slip is said and no other, for the rest mostly follows from it.
 */
export function checkMarkup(node: Node, context: Context): void {
  const from = node.position.start.offset
  const text = bareSource(node, context)
  const written = slice(node, context)
  if (text === undefined || !/[[【［|｜#＃*＊~_{｛:：&$《》＞＜=\t]|^[-·•+\d\uff10-\uff19]/m.test(written)) return
  for (const find of node.type === 'paragraph' ? [...inLine, ...inLines] : inLine) {
    const slip = find(text, written, context)
    if (!slip) continue
    context.issues.push(slip.say(placeAt(from + slip.at, context)))
    return
  }
}

type Find = (text: string, written: string, context: Context) => Slip | undefined

interface Slip {
  readonly at: number
  say(place: Place): Issue
}

/** Blots out a recognised piece without moving what stands around it. */
const blot = '\ufdd3'

/** Undefined where half a mark stands: that has been said. */
function bareSource(node: Node, context: Context): string | undefined {
  const from = node.position.start.offset
  const pieces: { start: number; end: number }[] = []
  const open = [...(node.children ?? [])]
  for (let child = open.pop(); child; child = open.pop()) {
    const { start, end } = child.position
    const written = context.body[start.offset]
    const isLiteral = child.type === 'link' && written !== '[' && written !== '<'
    if (child.type === 'strong' || child.type === 'emphasis') {
      const width = child.type === 'strong' ? 2 : 1
      pieces.push({ start: start.offset, end: start.offset + width }, { start: end.offset - width, end: end.offset })
      open.push(...(child.children ?? []))
    } else if (recognised.has(child.type) && !isLiteral) pieces.push({ start: start.offset, end: end.offset })
    else if (child.type === 'textDirective' && child.name === 'target' && context.marks.target) {
      if (isHalf(child, context)) return undefined
      pieces.push({ start: start.offset, end: end.offset })
    }
  }
  let text = ''
  let at = from
  for (const { start, end } of pieces.sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    text += context.body.slice(at, start) + blot.repeat(end - start)
    at = end
  }
  text += context.body.slice(at, node.position.end.offset)
  return text.replace(/\\[\s\S]/g, blot + blot)
}

const recognised: ReadonlySet<string> = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'inlineCode',
  'footnoteReference',
  'html',
  'mdxJsxTextElement',
])

function findMark(text: string, written: string, context: Context): Slip | undefined {
  for (const found of text.matchAll(/(?:[:：]{1,2}|(?<![\p{L}\p{N}]))[ \t]?(\p{L}{2,12})[ \t]?[[【［]/gu)) {
    const word = (found[1] ?? '').toLowerCase()
    const hasColon = /^[:：]/.test(found[0])
    const isChinese = word.endsWith('目标') && found[0].startsWith(':')
    const isTarget = isChinese || word.endsWith('target') || nearest(word, ['target', 'targets'], 2) !== undefined
    const hasBraces = /^[^\]】］\n]{1,300}[\]】］]\s?[{｛]/.test(text.slice(found.index + found[0].length))
    if (!(isTarget && (hasColon || hasBraces)) && !(hasColon && hasBraces)) continue
    const at = found.index + (found[0].startsWith('::') ? 1 : 0)
    const place = context.marks.target ? {} : { place: 'policies' as const }
    return { at, say: (where) => issue(markNotRead, where, { found: clip(written.slice(at)), ...place }) }
  }
  const braces = /[\]】］]\s?[{｛]\s?[#＃][A-Za-z]/.exec(text)
  if (!braces) return undefined
  const at = Math.max(text.lastIndexOf('\n', braces.index) + 1, braces.index - 20)
  return { at, say: (where) => issue(markNotRead, where, { found: clip(written.slice(at)) }) }
}

const address = '(?:https?[:：]|/|www\\.|[\\w.-]+\\.(?:mdx?|html?|pdf|docx?|xlsx?|cn|com)\\b)'
const links: readonly RegExp[] = [
  new RegExp(`[[【［]([^\\]】］\\[\\n]{1,80})[\\]】］]\\s?[(（]\\s*(${address}[^)）\\s]*)[^)）\\n]*[)）]?`, 'i'),
  /\[([^\][\n]{1,80})\]\(([^)\n]*)\)?/,
  /\[([^\][\n]{1,80})\]\[([^\][\n]{1,80})\]/,
]

function findLink(text: string, written: string): Slip | undefined {
  for (const form of links) {
    const found = form.exec(text)
    if (!found || found[1]?.startsWith('^')) continue
    const url = (found[2] ?? '')
      .trim()
      .replace(/[。，；、)）]+$/, '')
      .replace(/\s/g, '%20')
    const isAddress = new RegExp(`^${address}`, 'i').test(url)
    const instead = isAddress ? { instead: `[${found[1]}](${url.replace('：', ':')})` } : {}
    return {
      at: found.index,
      say: (at) =>
        issue(linkNotRead, at, { found: clip(written.slice(found.index, found.index + found[0].length)), ...instead }),
    }
  }
  const image = /！\s?\[[^\]\n]{0,80}\]\(|!\s\[[^\]\n]{0,80}\]\(|\[\[[^\]\n]{1,80}\]\]/.exec(written)
  if (image) {
    const instead = image[0].startsWith('[[') ? {} : { instead: '![图上是什么](/图片文件名.png)' }
    return {
      at: image.index,
      say: (at) => issue(linkNotRead, at, { found: clip(written.slice(image.index)), ...instead }),
    }
  }
  // A bare address swallows the Chinese words behind it.
  const bare = /https?:\/\/[^\s<>]{0,500}?[。，；：、）】」》！？\p{Script=Han}]/u.exec(text)
  if (!bare) return undefined
  const url = bare[0].slice(0, -1)
  return { at: bare.index, say: (at) => issue(linkNotRead, at, { found: clip(bare[0]), instead: `[文字](${url})` }) }
}

function findFootnote(text: string): Slip | undefined {
  const found = /[[［【][\^＾]\s?[^\]］】\s]{1,40}[\]］】]/.exec(text)
  return found ? { at: found.index, say: (at) => issue(footnote, at, { found: found[0], what: 'no-note' }) } : undefined
}

const delimiterRow = /^[|｜]?(?:\s*[:：]?[-—–－]{2,}[:：]?\s*[|｜])+(?:\s*[:：]?[-—–－]{2,}[:：]?)?$/

function findTable(text: string, written: string): Slip | undefined {
  const lines = linesOf(text)
  const barred = lines.filter(({ words }) => (words.match(/[|｜]/g) ?? []).length >= 2)
  const delimiter = lines.find(({ words }) => delimiterRow.test(words.trim()))
  const [first = delimiter] = barred
  const tabbed = lines.filter(({ words }) => /\S\t+\S/.test(words))
  if (tabbed.length > 1 && tabbed[0]) {
    const { at } = tabbed[0]
    const found = clip(written.slice(at).trim())
    return { at, say: (place) => issue(brokenTable, place, { what: 'text', found }) }
  }
  const framed = first !== undefined && /^[|｜].*[|｜]$/.test(first.words.trim())
  if (!first || (barred.length < 2 && !framed && !delimiter)) return undefined
  return {
    at: first.at,
    say: (at) => issue(brokenTable, at, { what: 'text', found: clip(written.slice(first.at).trim()) }),
  }
}

function findHeading(text: string): Slip | undefined {
  for (const { words, at } of linesOf(text)) {
    const found = /^[ \t]*([#＃]{1,9})[\s\u00a0]?(?=[\p{Script=Han}（(【《“]|\d{1,3}[.、．])(.*)$/u.exec(words)
    if (!found) continue
    const instead = `${'#'.repeat(Math.min(6, found[1]?.length ?? 2))} ${clip((found[2] ?? '').trim())}`
    return { at, say: (where) => issue(headingNotRead, where, { found: clip(words.trim()), instead, what: 'blank' }) }
  }
  return undefined
}

const product = /\d\s?\*[^*\n]{1,20}\*\s?\d/

const noSuchSign = { zh: '这里没有这种写法，请去掉这些符号', en: 'There is no such markup here; delete the signs' }

const rest: readonly { form: RegExp; hint: Bilingual; least?: number }[] = [
  { form: /__[^_\n]{1,200}__|==[^=\n]{1,200}==|＜\/?[A-Za-z][^\n]*/, hint: noSuchSign },
  {
    form: /^[ \t]*[》＞][^\n]*/m,
    hint: { zh: '引文行首写半角的 > 和空格', en: 'Begin a quotation with > and a blank' },
  },
  {
    form: /《[^》\n]{0,300}$/m,
    hint: { zh: '书名号没有收尾，请补上 》', en: 'Close the title with 》' },
  },
  {
    form: /\*\*[^\n]*|＊＊?[^＊\n]+＊＊?/,
    hint: {
      zh: '加粗写成 **文字**：半角星号两边成对，里面首尾没有空格和标点；紧挨着中文引号、括号的，把引号放到星号外面',
      en: 'Write **words**: half-width stars in pairs, no blank or punctuation just inside',
    },
  },
  {
    form: /\$[^$\n]{0,200}[\\^_{][^$\n]{0,200}\$/,
    hint: { zh: '这里没有公式，请写成普通文字', en: 'There are no formulas here; write plain words' },
  },
  {
    form: /~~[^\n]+~~/,
    hint: { zh: '这里没有删除线，请直接删去文字，或用文字说明', en: 'There is no strike-through; say it in words' },
  },
  {
    form: /^[ \t]*[-+*·•●◆■](?=[\p{Script=Han}“《（])[^\n]*$/mu,
    least: 2,
    hint: { zh: '列表每一项写成“- 文字”：半角短横线后空一格', en: 'Write each item as “- words” with a blank' },
  },
  {
    form: /^[ \t]*(?:[\uff10-\uff19]+|\d{1,3})[.．、)）](?!\d)[^\n]*$/m,
    least: 2,
    hint: {
      zh: '连着的几行会并成一段；要分行，写成“1. 文字”（半角数字、半角点、空一格），或各行之间空一行',
      en: 'Lines below each other become one paragraph; write “1. words”, or leave blank lines between',
    },
  },
  {
    form: /\{[{%.:#=][^\n]*|\{\s*[A-Za-z-]+\s*=[^\n]*|:::[^\n]*/,
    hint: {
      zh: '这里没有这种写法，请删去花括号或冒号',
      en: 'There is no such markup here; delete the braces or colons',
    },
  },
  {
    form: /(?<![\p{L}\p{N}]):[A-Za-z]{2,20}\[[^\n]*/u,
    hint: { zh: '这里只有 :target[…] 一种标记', en: 'The only mark is :target[…]' },
  },
  {
    form: /&(?:[ne][mn]?sp|nbsp|thinsp|zwnj|zwj|shy);|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|#\d{2,6})(?!;)[^\n]{0,10}/,
    hint: { zh: '请直接写这个字符', en: 'Write the character itself' },
  },
]

function findRest(text: string, written: string): Slip | undefined {
  const times = product.exec(written)
  if (times) {
    const hint = {
      zh: '两个星号之间会成为斜体，星号不见了；乘号请写 ×',
      en: 'Two asterisks set the words between them in italics; write ×',
    }
    return { at: times.index, say: (at) => issue(markupNotRead, at, { found: times[0], hint }) }
  }
  for (const { form, hint, least = 1 } of rest) {
    const all = least > 1 ? text.match(new RegExp(form.source, `${form.flags}g`)) : undefined
    if (all !== undefined && (all?.length ?? 0) < least) continue
    const found = form.exec(text)
    if (!found) continue
    const indent = found[0].length - found[0].trimStart().length
    const at = found.index + indent
    const words = clip(written.slice(at, found.index + found[0].length).trim())
    return { at, say: (where) => issue(markupNotRead, where, { found: words, hint }) }
  }
  return undefined
}

const inLine: readonly Find[] = [findMark, findLink, findFootnote, findRest]
const inLines: readonly Find[] = [findTable, findHeading]

function linesOf(text: string): { words: string; at: number }[] {
  let at = 0
  return text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    return { words: line.replace(/\r$/, ''), at: start }
  })
}

/** A heading made of a line of dashes or equals signs below it. */
export function checkUnderline(node: Node, context: Context): void {
  const written = slice(node, context)
  if (/^[ \t]*#/.test(written) || !written.includes('\n')) return
  const at = placeAt(node.position.start.offset, context)
  context.issues.push(issue(headingNotRead, at, { found: clip(written), instead: '', what: 'line' }))
}
