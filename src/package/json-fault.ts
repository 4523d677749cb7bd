/** Where a text stops being JSON, as an offset; undefined where it is JSON. */
export function jsonFault(text: string): number | undefined {
  let at = 0

  const space = (): void => {
    while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at++
  }
  const match = (form: RegExp): boolean => {
    form.lastIndex = at
    const found = form.exec(text)
    if (!found) return false
    at += found[0].length
    return true
  }
  const sign = (wanted: string): boolean => {
    if (text[at] !== wanted) return false
    at++
    return true
  }
  /** Items between brackets, with commas between them and none behind the last. */
  const items = (close: string, item: () => boolean): boolean => {
    space()
    if (sign(close)) return true
    do {
      space()
      if (!item()) return false
      space()
    } while (sign(','))
    return sign(close)
  }
  const member = (): boolean => {
    if (!match(string)) return false
    space()
    return sign(':') && value()
  }
  const value = (): boolean => {
    space()
    if (sign('{')) return items('}', member)
    if (sign('[')) return items(']', value)
    return match(string) || match(scalar)
  }

  const isWhole = value()
  space()
  return isWhole && at === text.length ? undefined : at
}

const string = /"(?:[^"\\\n\r\t]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
