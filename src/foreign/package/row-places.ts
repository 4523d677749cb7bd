/** Counts the rows of a table that lies in several files, so that one number names file and line. */
export function rowPlaces() {
  const files: { readonly from: number; readonly file: string }[] = []
  let base = 0
  let last = 0
  return {
    /** The number of the row at a line; within a file lines rise, or stay where several rows share one. */
    numberOf(line: number, file: () => string): number {
      const isNew = files.length === 0 || line < last || (line === last && file() !== files.at(-1)?.file)
      if (isNew) {
        base += last
        files.push({ from: base, file: file() })
      }
      last = line
      return base + line
    },
    /** The line as messages about a row of the file `here` name it. */
    nameOf(number: number, here: string): string | number {
      const found = files.findLast((one) => one.from < number)
      const line = number - (found?.from ?? 0)
      return !found || found.file === here ? line : `${found.file}:${line}`
    },
  }
}
