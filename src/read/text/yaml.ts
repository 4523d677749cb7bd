import type { YAMLMap, YAMLSeq } from 'yaml'
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { cutByComment, yamlFault } from '../../issues/doc.ts'
import { tooLarge } from '../../issues/site.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Bilingual } from '../../model/lang.ts'
import { findYamlSlip } from './yaml-slip.ts'

export type Path = readonly (string | number)[]

/** Parsed YAML that still knows where everything stood. Dates stay text: YAML 1.2 core has none. */
export interface Yaml {
  readonly file: string
  readonly value: unknown
  readonly issues: readonly Issue[]
  /** Where the value at a path stands; the nearest parent where there is none. */
  at(path: Path): Place
  /** Where the key of a path stands. */
  keyAt(path: Path): Place
  /** The scalar as the editor typed it, e.g. `330782` or `007`. */
  sourceOf(path: Path): string | undefined
  /** Says that the key at `path` was written as `original` (a Chinese alias). */
  alias(path: Path, original: string): void
}

/** Front matter and descriptors are small; anything larger is a mistake or an attack. */
const maxLength = 512 * 1024
const maxAliases = 100
const maxFaults = 100

/** `firstLine`: the line of the file on which `text` begins, from 1. */
export function parseYaml(text: string, file: string, firstLine = 1): Yaml {
  const start = { file, line: firstLine, column: 1 }
  const fault = (at: Place, reason: Bilingual) => issue(yamlFault, at, { reason, isHead: firstLine > 1 })
  if (text.length > maxLength) {
    const params = { what: 'YAML ', whatEn: 'The YAML', limit: '512 KB' }
    return broken(file, [issue(tooLarge, start, params)], start)
  }
  const lines = new LineCounter()
  // The library compares each key with all others; 100,000 keys would take minutes, so we look for doubles ourselves.
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: line + firstLine - 1, column: Math.max(col, 1) }
  }
  /** What stands behind the first fault follows from it: a parser that has lost its way finds one on every line. */
  const first = document.errors[0]
  const atFault = (offset: number, reason: Bilingual): Issue => {
    const slip = findYamlSlip(text, lines.linePos(offset).line)
    if (!slip) return fault(place(Math.min(offset, text.length)), reason)
    const { line, column, ...words } = slip
    return issue(yamlFault, { file, line: line + firstLine, column: column + 1 }, { ...words, isHead: firstLine > 1 })
  }
  const faults = first ? [atFault(first.pos[0], reasons[first.code] ?? unknownReason)] : []
  const odd = findOddKey(document.contents)
  if (odd && !first)
    faults.push(fault(place(odd.range?.[0] ?? 0), { zh: '字段名写成了列表或一组字段', en: 'a key is a list or a map' }))
  const doubles = doubleKeys(document.contents)
    .slice(0, maxFaults)
    .map(({ name, at }) => fault(place(at), { zh: `字段“${name}”写了两次`, en: `“${name}” is written twice` }))
  if (faults.length > 0) return broken(file, faults, start)
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: maxAliases })
  } catch (error) {
    const isUnresolved = /unresolved alias/i.test(String(error))
    const reason = {
      zh: '别名（&、*）没有定义，或展开过多',
      en: 'an alias (&, *) is not defined, or there are too many',
    }
    return broken(file, [isUnresolved ? atFault(text.length, reason) : fault(start, reason)], start)
  }
  const originals = new Map<string, string>()
  const find = (path: Path) => walk(document.contents, path, originals, start, place)
  return {
    file,
    value,
    issues: [
      ...doubles,
      ...cutValues(document.contents, text).map(({ lost, at }) => issue(cutByComment, place(at), { lost })),
    ],
    at: (path) => find(path).value,
    keyAt: (path) => find(path).key,
    sourceOf: (path) => find(path).source,
    alias: (path, original) => void originals.set(path.join('\u0000'), original),
  }
}

const reasons: Readonly<Record<string, Bilingual>> = {
  BLOCK_AS_IMPLICIT_KEY: { zh: '一行里有两个冒号', en: 'two colons in one line' },
  MULTILINE_IMPLICIT_KEY: {
    zh: '字段名跨了行，多半是少了冒号后面的空格',
    en: 'a key runs over several lines; mostly the blank behind a colon is missing',
  },
  MISSING_CHAR: { zh: '少了引号、括号或冒号', en: 'a quote, bracket or colon is missing' },
  BAD_INDENT: { zh: '缩进不对', en: 'wrong indentation' },
  TAB_AS_INDENT: { zh: '缩进用了制表符，请改用空格', en: 'indented with a tab instead of blanks' },
  UNEXPECTED_TOKEN: { zh: '有多余的内容', en: 'there is something too many' },
  BAD_ALIAS: { zh: '别名没有定义', en: 'an alias is not defined' },
  BAD_SCALAR_START: { zh: '值以保留字符开头，请加引号', en: 'a value begins with a reserved sign; quote it' },
  RESOURCE_EXHAUSTION: { zh: '嵌套太深', en: 'it is nested too deeply' },
}
const unknownReason: Bilingual = { zh: '写法不对', en: 'it is not written as YAML' }

function broken(file: string, issues: readonly Issue[], start: Place): Yaml {
  const nowhere = () => start
  return { file, value: undefined, issues, at: nowhere, keyAt: nowhere, sourceOf: () => undefined, alias: () => {} }
}

/** Keys written a second time in one map, at any depth. */
function doubleKeys(node: unknown): { name: string; at: number }[] {
  if (isSeq(node)) return node.items.flatMap(doubleKeys)
  if (!isMap(node)) return []
  const seen = new Set<string>()
  return node.items.flatMap(({ key, value }) => {
    const inner = doubleKeys(value)
    if (!isScalar(key)) return inner
    const name = String(key.value)
    const own = seen.has(name) ? [{ name, at: key.range?.[0] ?? 0 }] : []
    seen.add(name)
    return [...own, ...inner]
  })
}

/** Values that end at a number sign: ` #1` begins a comment, and the rest of the line is gone. A comment with a blank is one. */
function cutValues(root: unknown, text: string): { lost: string; at: number }[] {
  if (!text.includes('#')) return []
  const found: { lost: string; at: number }[] = []
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isPair(node)) open.push(node.value ?? undefined)
    else if (isMap(node) || isSeq(node)) for (const item of node.items) open.push(item)
    else if (isScalar(node) && node.range && node.type === 'PLAIN') {
      const end = node.range[1]
      const feed = text.indexOf('\n', end)
      const rest = /^([ \t]*)#([^\s#!].*)/.exec(text.slice(end, feed === -1 ? undefined : feed))
      if (rest && (rest[1] !== '' || node.range[0] === end)) {
        found.push({ lost: (rest[2] ?? '').trim().slice(0, 40), at: end + (rest[1]?.length ?? 0) })
      }
    }
  }
  return found.slice(0, maxFaults)
}

/** A key that is a list or a map: no field has such a name, and the library takes minutes to write deep ones as text. */
function findOddKey(root: unknown): YAMLMap | YAMLSeq | undefined {
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isPair(node)) {
      if (isMap(node.key) || isSeq(node.key)) return node.key
      open.push(node.value)
    } else if (isMap(node) || isSeq(node)) {
      for (const item of node.items) open.push(item)
    }
  }
  return undefined
}

interface Found {
  readonly value: Place
  readonly key: Place
  readonly source: string | undefined
}

function walk(
  root: unknown,
  path: Path,
  originals: ReadonlyMap<string, string>,
  start: Place,
  place: (offset: number) => Place,
): Found {
  let node = root
  let value = start
  let key = start
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const written = originals.get(path.slice(0, depth + 1).join('\u0000')) ?? String(step)
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === written)
      if (!pair) return { value, key, source: undefined }
      if (isScalar(pair.key) && pair.key.range) key = place(pair.key.range[0])
      node = pair.value
      value = rangeStart(node, place) ?? key
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step]
      value = rangeStart(node, place) ?? value
      key = value
    } else {
      return { value, key, source: undefined }
    }
  }
  return { value, key, source: isScalar(node) ? (node.source ?? String(node.value)) : undefined }
}

function rangeStart(node: unknown, place: (offset: number) => Place): Place | undefined {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined
  return range ? place(range[0]) : undefined
}
