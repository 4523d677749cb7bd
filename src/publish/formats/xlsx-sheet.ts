import { escapeAttribute } from '../../model/markup.ts'
import { columnLetters, textCell } from './xlsx-cell.ts'
import { styleOf } from './xlsx-style.ts'

/** How a sheet is laid out, apart from its cells. */
export interface SheetLayout {
  readonly name: string
  readonly widths: readonly number[] // of columns, in characters
  /** Rows that stay in sight; the last of them carries the filter. */
  readonly headerRows?: number
  /** The last row the filter covers. */
  readonly lastRow?: number
}

/** One cell of a sheet that is laid out by hand. */
export interface FormCell {
  readonly text: string
  readonly style?: Exclude<keyof typeof styleOf, 'decimals'>
  /** A full address, or the name of another sheet. */
  readonly link?: { readonly url: string } | { readonly sheet: string }
}

/** What stands before the rows of a sheet. The first sheet is the one that is seen when the file opens. */
export function sheetHead({ widths, headerRows = 0 }: SheetLayout, isFirst: boolean): string {
  const frozen =
    headerRows > 0
      ? `<pane ySplit="${headerRows}" topLeftCell="A${headerRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
      : ''
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${isFirst ? ' showGridLines="0" tabSelected="1"' : ''} workbookViewId="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
}

/** What stands after them. `links` is made by `formRows`. */
export function sheetTail(layout: SheetLayout, links = ''): string {
  const range = filterRange(layout)
  const filter = range ? `<autoFilter ref="${range}"/>` : ''
  return `</sheetData>${filter}${links}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

/** Where the filter stands, e.g. `A2:H10`. */
export function filterRange({ widths, headerRows = 0, lastRow = headerRows }: SheetLayout): string | undefined {
  return headerRows > 0
    ? `A${headerRows}:${columnLetters(widths.length - 1)}${Math.max(headerRows, lastRow)}`
    : undefined
}

/** Rows laid out by hand, with their links: within the file, and to the web through the relations of the sheet. */
export function formRows(rows: readonly (readonly FormCell[])[]): { cells: string; links: string; relations: string } {
  const links: string[] = []
  const relations: string[] = []
  const cells = rows.map((row, at) => {
    const parts = row.map(({ text, style = 'plain', link }, column) => {
      const ref = `${columnLetters(column)}${at + 1}`
      if (link && 'sheet' in link) {
        links.push(`<hyperlink ref="${ref}" location="${escapeAttribute(`${quoted(link.sheet)}!A1`)}"/>`)
      } else if (link) {
        const id = `rId${relations.length + 1}`
        links.push(`<hyperlink ref="${ref}" r:id="${id}"/>`)
        relations.push(
          `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeAttribute(link.url)}" TargetMode="External"/>`,
        )
      }
      return textCell(ref, text, styleOf[link ? 'link' : style])
    })
    return `<row r="${at + 1}">${parts.join('')}</row>`
  })
  return {
    cells: cells.join(''),
    links: links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    relations: relations.join(''),
  }
}

/** The name of a sheet inside a formula. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`
}
