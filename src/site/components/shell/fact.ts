/** Keys and values of `Facts.astro`. A row without text shows its `gap`: what is missing, said in words. */
export interface Fact {
  readonly term: string
  readonly text?: string | undefined
  /** Root-relative path of our own site. */
  readonly path?: string | undefined
  /** Address elsewhere. */
  readonly href?: string | undefined
  readonly note?: string | undefined
  readonly gap?: string | undefined
}
