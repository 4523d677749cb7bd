import { Converter } from 'opencc-js/t2cn'

/**
 * Traditional characters and their simplified forms, one for one, as one text of pairs: 國国業业. Characters that
 * become several are left as they are, because positions must not move.
 */
export function traditionalPairs(): string {
  const convert = Converter({ from: 't', to: 'cn' })
  let pairs = ''
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code)
    const simple = convert(character)
    if (simple !== character && simple.length === 1) pairs += character + simple
  }
  return pairs
}
