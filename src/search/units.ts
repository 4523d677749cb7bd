/** A piece of text that search matches as a whole, and where it stands in the text as written. */
export interface Unit {
  readonly text: string // normalised: one Chinese character, or a run of letters and digits
  readonly start: number
  readonly end: number // exclusive
}

/** Stands for a break in the text, so that a phrase does not reach from one sentence into the next. */
export const gap = '|'

const han = /\p{Script=Han}/u
const run = /[\p{L}\p{N}]/u
/** Belongs to a run that goes on behind it: 2.5, R&D. */
const between = /[.&/]/
/** Belongs to the run before it: 2.5%, C++. */
const after = /[%+#]/
/** Brackets, quotation marks, dashes and spaces take no place: 〔2016〕29号, [2016]29号 and 2016 29号 are the same. */
const transparent = /[〔〕[\]()《》〈〉<>“”‘’"'「」『』【】\-—–~_\s]/

/**
 * Cuts text into the units of search, the same for what is indexed and what is asked (search.md §5.1):
 * NFKC and lower case character by character; each Chinese character is a unit, letters and digits form runs,
 * other punctuation is one `gap`.
 */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  let open: { text: string; tail: string; start: number; end: number } | undefined
  const close = () => {
    if (open) units.push({ text: open.text, start: open.start, end: open.end })
    open = undefined
  }
  let offset = 0
  for (const character of text) {
    const [start, end] = [offset, offset + character.length]
    offset = end
    for (const one of character.normalize('NFKC').toLowerCase()) {
      if (han.test(one)) {
        close()
        units.push({ text: one, start, end })
      } else if (open && between.test(one)) {
        open.tail += one
      } else if (run.test(one) || (open && after.test(one))) {
        open = { text: (open?.text ?? '') + (open?.tail ?? '') + one, tail: '', start: open?.start ?? start, end }
      } else {
        close()
        if (!transparent.test(one) && units.length > 0 && units.at(-1)?.text !== gap) {
          units.push({ text: gap, start, end })
        }
      }
    }
  }
  close()
  return units.at(-1)?.text === gap ? units.slice(0, -1) : units
}
