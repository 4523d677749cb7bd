/** A piece of text that search matches as a whole, and where it stands in the text as written. */
export interface Unit {
  readonly text: string // normalised: one Chinese character, or a run of letters and digits
  readonly start: number
  readonly end: number // exclusive
}

/** Stands for a break in the text, so that a phrase does not reach from one sentence into the next. */
export const gap = '|'

/** Replaces characters after NFKC, e.g. traditional by simplified ones; one character for one. */
export type Fold = (character: string) => string

/** Longer runs are cut, so that a key of the index has a bounded length. */
const longestRun = 40

/**
 * Cuts text into the units of search, the same for what is indexed and what is asked (search.md §5.1):
 * NFKC and lower case character by character; each Chinese character is a unit, letters and digits form runs,
 * other punctuation is one `gap`. Trailing gaps are dropped.
 */
export function unitsOf(text: string, fold?: Fold): Unit[] {
  const units: Unit[] = []
  cut(text, (unit, start, end) => units.push({ text: unit, start, end }), fold)
  return units.at(-1)?.text === gap ? units.slice(0, -1) : units
}

/** The same without objects, for whole libraries; a trailing gap is passed on. */
export function cut(text: string, emit: (unit: string, start: number, end: number) => void, fold?: Fold): void {
  let run = ''
  let tail = ''
  let start = 0
  let end = 0
  let isAfterGap = true // no gap at the beginning
  const close = () => {
    if (run === '') return
    emit(run, start, end)
    isAfterGap = false
    run = ''
    tail = ''
  }
  const take = ({ kind, text: plain }: Glyph, from: number, to: number) => {
    if (kind === 'han') {
      close()
      emit(fold ? fold(plain) : plain, from, to)
      isAfterGap = false
    } else if (run !== '' && kind === 'between') {
      tail += plain
    } else if (kind === 'run' || (run !== '' && kind === 'after')) {
      if (run.length + tail.length >= longestRun) close()
      if (run === '') start = from
      run += tail + plain
      tail = ''
      end = to
    } else {
      close()
      if (kind !== 'transparent' && !isAfterGap) {
        emit(gap, from, to)
        isAfterGap = true
      }
    }
  }
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const width = isHighSurrogate(code) && at + 1 < text.length ? 2 : 1
    const known = width === 1 ? glyphsOf(code) : toGlyphs(text.slice(at, at + 2))
    if (Array.isArray(known)) for (const glyph of known) take(glyph, at, at + width)
    else take(known as Glyph, at, at + 1)
    at += width
  }
  close()
}

interface Glyph {
  readonly kind: 'han' | 'run' | 'between' | 'after' | 'transparent' | 'gap'
  readonly text: string
}

const han = /\p{Script=Han}/u
const runSign = /[\p{L}\p{N}]/u
/** Belongs to a run that goes on behind it: 2.5, R&D. */
const between = /[.&/]/
/** Belongs to the run before it: 2.5%, C++. */
const after = /[%+#]/
/** Brackets, quotation marks, dashes and spaces take no place: 〔2016〕29号, [2016]29号 and 2016 29号 are the same. */
const transparent = /[〔〕[\]()《》〈〉<>“”‘’"'「」『』【】\-—–~_\s]/

/** What a UTF-16 code unit becomes, worked out once: mostly one glyph, for compatibility forms several or none. */
const glyphs: (Glyph | readonly Glyph[] | undefined)[] = []

function glyphsOf(code: number): Glyph | readonly Glyph[] {
  const known = glyphs[code]
  if (known) return known
  const all = toGlyphs(String.fromCharCode(code))
  const [only] = all
  const found = all.length === 1 && only ? only : all
  glyphs[code] = found
  return found
}

function toGlyphs(character: string): readonly Glyph[] {
  return [...character.normalize('NFKC').toLowerCase()].map((text) => ({ kind: kindOf(text), text }))
}

function kindOf(text: string): Glyph['kind'] {
  if (han.test(text)) return 'han'
  if (between.test(text)) return 'between'
  if (runSign.test(text)) return 'run'
  if (after.test(text)) return 'after'
  return transparent.test(text) ? 'transparent' : 'gap'
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

/** How many units a text has, gaps left out. */
export function sizeOf(text: string, fold: Fold | undefined): number {
  return unitsOf(text, fold).filter((unit) => unit.text !== gap).length
}
