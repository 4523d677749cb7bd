/**
 * How a delimited file is written, by the names of the Table Dialect of Data Package v2. What is absent is as RFC
 * 4180 says. `lineTerminator` counts only where it is one character that is no line break: LF, CRLF and CR all end
 * a record otherwise. `header`, `headerRows`, `headerJoin` and `nullSequence` are for the reader of the table; the
 * scanner gives every record that is no comment.
 */
export interface CsvDialect {
  readonly delimiter?: string
  /** Empty or null where cells are never quoted. */
  readonly quoteChar?: string | null
  readonly doubleQuote?: boolean
  readonly escapeChar?: string | null
  readonly lineTerminator?: string
  readonly skipInitialSpace?: boolean
  readonly commentChar?: string | null
  /** Numbers of records from 1, comments counted. */
  readonly commentRows?: readonly number[]
  readonly header?: boolean
  readonly headerRows?: readonly number[]
  readonly headerJoin?: string
  readonly nullSequence?: string | null
}

/** A dialect as the scanner needs it: empty text where a sign is not used. */
export interface CsvForm {
  readonly delimiter: string
  readonly quote: string
  readonly isDoubled: boolean
  readonly escapeSign: string
  /** The one character that ends a record; empty where LF, CRLF and CR do. */
  readonly terminator: string
  readonly skipsSpace: boolean
  readonly comment: string
  readonly commentRows: ReadonlySet<number>
}

export function formOf(dialect: CsvDialect = {}): CsvForm {
  const { quoteChar = '"', escapeChar, lineTerminator = '', doubleQuote = true } = dialect
  const quote = quoteChar ?? ''
  // A quote that escapes itself is a doubled quote.
  const isSelfEscaped = quote !== '' && escapeChar === quote
  return {
    delimiter: dialect.delimiter || ',',
    quote,
    isDoubled: doubleQuote || isSelfEscaped,
    escapeSign: isSelfEscaped ? '' : (escapeChar ?? ''),
    terminator: /^[^\r\n]$/.test(lineTerminator) ? lineTerminator : '',
    skipsSpace: dialect.skipInitialSpace === true,
    comment: dialect.commentChar ?? '',
    commentRows: new Set(dialect.commentRows),
  }
}
