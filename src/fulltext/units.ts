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
  let last = gap // no gap at the beginning
  const close = () => {
    if (run === '') return
    emit(run, start, end)
    last = run
    run = ''
    tail = ''
  }
  for (let at = 0; at < text.length; ) {
    const width = isHighSurrogate(text.charCodeAt(at)) && at + 1 < text.length ? 2 : 1
    const glyphs = width === 1 ? glyphsOf(text.charCodeAt(at)) : toGlyphs(text.slice(at, at + 2))
    for (const { kind, text: plain } of glyphs) {
      if (kind === 'han') {
        close()
        const unit = fold ? fold(plain) : plain
        emit(unit, at, at + width)
        last = unit
      } else if (run !== '' && kind === 'between') {
        tail += plain
      } else if (kind === 'run' || (run !== '' && kind === 'after')) {
        if (run.length + tail.length >= longestRun) close()
        if (run === '') start = at
        run += tail + plain
        tail = ''
        end = at + width
      } else {
        close()
        if (kind !== 'transparent' && last !== gap) {
          emit(gap, at, at + width)
          last = gap
        }
      }
    }
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

const known: (readonly Glyph[] | undefined)[] = []

function glyphsOf(code: number): readonly Glyph[] {
  return (known[code] ??= toGlyphs(String.fromCharCode(code)))
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
