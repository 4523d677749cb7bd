/** Where progress is written: a terminal gets a line that changes, anything else only finished lines. */
export interface ProgressOutput {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface ProgressLine {
  /** What is being done now; shown on a terminal only, replaced by the next. */
  now(text: string): void
  /** A finished line, kept. */
  done(text: string): void
}

export function progressLine(output: ProgressOutput): ProgressLine {
  const clear = output.isTTY ? '\r\u001b[2K' : ''
  return {
    now(text) {
      if (output.isTTY) output.write(`${clear}${text}`)
    },
    done(text) {
      output.write(`${clear}${text}\n`)
    },
  }
}
