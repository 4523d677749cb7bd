/** What can be found as a whole: a page of the site, or a text of a corpus. */
export interface IndexDocument {
  /** Root-relative address, or the path of a file. */
  readonly url: string
  readonly title: string
  /** Shown with the title and searched like a block, e.g. 义政办发〔2021〕38号. */
  readonly number?: string | undefined
  /** Where it belongs, one line under the title. */
  readonly where?: string | undefined
  /** Id of a status, for documents that have one. */
  readonly status?: string | undefined
  /** ISO day, for sorting. */
  readonly date?: string | undefined
  /** Values to narrow by. */
  readonly facets: Readonly<Record<string, readonly string[]>>
  readonly blocks: readonly IndexBlock[]
}

/** A paragraph or heading: no phrase crosses its end. */
export interface IndexBlock {
  readonly text: string
  /** Where in the page it stands, without `#`; blocks without one belong to the last that has one. */
  readonly anchor?: string | undefined
  /** How people call that place: 第二部分（一）, 第十二条. */
  readonly clause?: string | undefined
}
