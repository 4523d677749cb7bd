/** An item of a JSON array, still as text. */
export interface JsonItem {
  readonly text: string
  /** Where it begins in the whole. */
  readonly offset: number
}

/**
 * The items of the JSON array at the top of a text, or under a property of the object there (`a.b` for one within
 * another). Undefined where there is no array. The text must be valid JSON.
 */
export function jsonItems(text: string, property?: string): IteratorObject<JsonItem> | undefined {
  let at = skipSpace(text, 0)
  for (const key of property === undefined || property === '' ? [] : property.split('.')) {
    const found = members(text, at).find((one) => one.key === key)
    if (!found) return undefined
    at = found.at
  }
  if (text[at] !== '[') return undefined
  return elements(text, at)
}

/** Where each value of an array or object item begins, by position or key. */
export function valueOffsets(item: string): ReadonlyMap<string | number, number> {
  const at = skipSpace(item, 0)
  if (item[at] === '[') return new Map([...elements(item, at)].map(({ offset }, index) => [index, offset]))
  return new Map(members(item, at).map((one) => [one.key, one.at]))
}

function* elements(text: string, open: number): Generator<JsonItem> {
  let at = skipSpace(text, open + 1)
  while (at < text.length && text[at] !== ']') {
    const end = valueEnd(text, at)
    yield { text: text.slice(at, end), offset: at }
    at = skipSpace(text, end)
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
}

function members(text: string, open: number): { key: string; at: number }[] {
  const found: { key: string; at: number }[] = []
  if (text[open] !== '{') return found
  let at = skipSpace(text, open + 1)
  while (at < text.length && text[at] !== '}') {
    const keyEnd = valueEnd(text, at)
    const key = JSON.parse(text.slice(at, keyEnd)) as string
    at = skipSpace(text, skipSpace(text, keyEnd) + 1)
    found.push({ key, at })
    at = skipSpace(text, valueEnd(text, at))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return found
}

function valueEnd(text: string, from: number): number {
  const first = text[from]
  if (first === '"') return stringEnd(text, from)
  if (first !== '{' && first !== '[') {
    let at = from
    while (at < text.length && !/[\s,\]}:]/.test(text[at] ?? '')) at++
    return at
  }
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') at = stringEnd(text, at) - 1
    else if (sign === '{' || sign === '[') depth++
    else if ((sign === '}' || sign === ']') && --depth === 0) return at + 1
  }
  return text.length
}

function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at + 1
  }
  return text.length
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at++
  return at
}
