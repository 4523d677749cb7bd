import { escapeAttribute } from '../../model/markup.ts'
import { filterRange, quoted, type SheetLayout } from './xlsx-sheet.ts'
import { stylesXml } from './xlsx-style.ts'

/** What the file says about itself. */
export interface WorkbookProperties {
  readonly title: string
  readonly creator: string
  readonly created: string // day
  readonly modified: string // day
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of a workbook (ECMA-376 Part 1 §12) that stand before its sheets. */
export function packageParts(
  sheets: readonly SheetLayout[],
  properties: WorkbookProperties,
): (readonly [name: string, xml: string])[] {
  return [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    [
      '_rels/.rels',
      relations([
        [`${office}/relationships/officeDocument`, 'xl/workbook.xml'],
        [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', coreProperties(properties)],
    ['xl/workbook.xml', workbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, at) => [`${office}/relationships/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
        [`${office}/relationships/styles`, 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', declaration + stylesXml()],
  ]
}

/** The relations of one sheet, where it has any. */
export function sheetRelations(relationships: string): string {
  return `${declaration}<Relationships xmlns="${packages}/relationships">${relationships}</Relationships>`
}

export function sheetPart(at: number): string {
  return `xl/worksheets/sheet${at + 1}.xml`
}

function contentTypes(sheets: number): string {
  const parts = [
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`],
    ['/xl/styles.xml', `${spreadsheet}.styles+xml`],
    ...Array.from({ length: sheets }, (_, at) => [`/${sheetPart(at)}`, `${spreadsheet}.worksheet+xml`]),
  ]
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('')
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  return sheetRelations(
    targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`).join(''),
  )
}

function coreProperties({ title, creator, created, modified }: WorkbookProperties): string {
  const moment = (name: string, day: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`
  return `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeAttribute(title)}</dc:title><dc:creator>${escapeAttribute(creator)}</dc:creator>${moment('created', created)}${moment('modified', modified)}</cp:coreProperties>`
}

/** Filters and header rows that repeat in print need names of their own besides the marks in the sheet. */
function workbook(sheets: readonly SheetLayout[]): string {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${escapeAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const names = sheets.flatMap((layout, at) => {
    const range = filterRange(layout)
    if (!range) return []
    const sheet = escapeAttribute(quoted(layout.name))
    const filter = range.replace(/[A-Z]+|\d+/g, '$$$&')
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}!${filter}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}!$1:$${layout.headerRows}</definedName>`,
    ]
  })
  const defined = names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''
  return `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}/relationships"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets>${defined}</workbook>`
}
