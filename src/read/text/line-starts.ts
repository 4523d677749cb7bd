/** Where each line of a text begins, for turning many offsets into places without reading the text again. */
export interface LineStarts {
  /** Line and column of an offset, both from 1, in UTF-16 units. */
  placeOf(offset: number): { readonly line: number; readonly column: number }
}

export function lineStartsOf(text: string): LineStarts {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return {
    placeOf(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
    },
  }
}
