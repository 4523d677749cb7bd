import type { Bilingual } from '../lang.ts'

/** A character nobody sees, or that looks like another one: search and comparison fail on it. */
export interface InvisibleCharacter {
  readonly start: number // UTF-16 offset
  readonly end: number
  readonly code: string // e.g. "U+200B"
  readonly name: Bilingual
  /** The character that was probably meant; '' = leave it out. Absent where it cannot be told. */
  readonly instead?: string
}

/** Invisible, private-use and look-alike characters of a text (TXT-002). A byte order mark at the very start is let pass. */
export function findInvisible(text: string): InvisibleCharacter[] {
  return [...text.matchAll(suspects)]
    .filter((found) => !(found.index === 0 && found[0] === '\ufeff'))
    .map((found) => {
      const char = found[0]
      const value = char.codePointAt(0) ?? 0
      const { name, instead } = described(value, char)
      const code = `U+${value.toString(16).toUpperCase().padStart(4, '0')}`
      return {
        start: found.index,
        end: found.index + char.length,
        code,
        name,
        ...(instead !== undefined && { instead }),
      }
    })
}

const suspects =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\u2e80-\u2fdf\ufeff\ufffc\ufffd\ufffe\uffff\u{e0000}-\u{e007f}\u{e000}-\u{f8ff}\u{f0000}-\u{10ffff}\u{f900}-\u{faff}\u{2f800}-\u{2fa1f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu

const named: Readonly<Record<number, readonly [zh: string, en: string]>> = {
  173: ['软连字符', 'soft hyphen'],
  8203: ['零宽空格', 'zero width space'],
  8204: ['零宽不连字', 'zero width non-joiner'],
  8205: ['零宽连字', 'zero width joiner'],
  8206: ['从左到右标记', 'left-to-right mark'],
  8207: ['从右到左标记', 'right-to-left mark'],
  8232: ['行分隔符', 'line separator'],
  8233: ['段分隔符', 'paragraph separator'],
  8288: ['词连接符', 'word joiner'],
  65279: ['字节顺序标记', 'byte order mark'],
  65532: ['对象替换符', 'object replacement character'],
  65533: ['替换字符（原字已丢失）', 'replacement character, the original is lost'],
}

function described(value: number, char: string): { name: Bilingual; instead?: string } {
  const known = named[value]
  if (known) return { name: { zh: known[0], en: known[1] }, instead: value >= 65532 ? undefined : '' }
  if (value >= 0xd800 && value <= 0xdfff) return { name: { zh: '残缺的字符', en: 'half of a character' } }
  if (value < 0xa0) return { name: { zh: '控制字符', en: 'control character' }, instead: '' }
  const lookalike =
    (value >= 0x2e80 && value <= 0x2fdf) ||
    (value >= 0xf900 && value <= 0xfaff) ||
    (value >= 0x2f800 && value <= 0x2fa1f)
  if (lookalike) {
    const usual = char.normalize('NFKC')
    return {
      name:
        value < 0x3000
          ? { zh: '部首字符', en: 'radical that looks like a character' }
          : { zh: '兼容汉字', en: 'CJK compatibility ideograph' },
      instead: usual === char ? undefined : usual,
    }
  }
  if ((value >= 0xe000 && value <= 0xf8ff) || value >= 0xf0000)
    return { name: { zh: '私有区字符', en: 'private-use character' } }
  return { name: { zh: '不可见的格式字符', en: 'invisible format character' }, instead: '' }
}
