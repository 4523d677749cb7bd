/** One line of the benchmark's table. */
export interface Row {
  readonly what: string
  readonly measured: string
  /** Goal of DESIGN §9, where there is one. */
  readonly goal?: string
  readonly note?: string
}

/** A group of measurements; `scripts/bench.ts` chooses them. */
export interface Suite {
  readonly name: string
  run(): Promise<Row[]>
}

/** Columns of equal width; Chinese characters count double. */
export function toTable(rows: readonly Row[]): string {
  const lines = [
    ['项目', '测得', '目标', '说明'],
    ...rows.map(({ what, measured, goal = '', note = '' }) => [what, measured, goal, note]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))))
  return lines
    .map((line) => line.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - widthOf(text))).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0)
}
