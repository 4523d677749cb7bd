/** Most decimals a number is shown with; Excel keeps 15 digits. */
const mostDecimals = 15

/** Positions in the list of cell formats below. */
export const styleOf = {
  plain: 0,
  text: 1,
  date: 2,
  header: 3,
  name: 4,
  title: 5,
  heading: 6,
  label: 7,
  prose: 8,
  link: 9,
  /** A number shown with so many decimals; beyond 15 as Excel likes. */
  decimals: (count: number) => (count > mostDecimals ? 0 : 10 + count),
} as const

const dateFormat = 164
const decimalFormat = 165

/** `xl/styles.xml`: how the cells of every sheet look. */
export function stylesXml(): string {
  const formats = Array.from({ length: mostDecimals }, (_, at) => `0.${'0'.repeat(at + 1)}`)
  const numberFormats = [
    `<numFmt numFmtId="${dateFormat}" formatCode="yyyy\\-mm\\-dd"/>`,
    ...formats.map((code, at) => `<numFmt numFmtId="${decimalFormat + at}" formatCode="${code}"/>`),
  ]
  const fonts = [
    font(),
    font('<b/>'),
    font('<b/>', 16),
    font('', 9, 'FF666666'),
    font('<u/>', 11, 'FF0B5CAD'),
    font('<b/>', 13),
  ]
  const cells = [
    xf({}),
    xf({ format: 49 }),
    xf({ format: dateFormat }),
    xf({ font: 1, fill: 2, align: 'wrapText="1" vertical="center"' }),
    xf({ font: 3, fill: 2 }),
    xf({ font: 2 }),
    xf({ font: 5 }),
    xf({ font: 1, align: 'vertical="top"' }),
    xf({ format: 49, align: 'wrapText="1" vertical="top"' }),
    xf({ font: 4, align: 'vertical="top"' }),
    xf({ format: 1 }),
    ...formats.map((_, at) => xf({ format: decimalFormat + at })),
  ]
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[
    list('numFmts', numberFormats),
    list('fonts', fonts),
    list('fills', [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
      '<fill><patternFill patternType="solid"><fgColor rgb="FFF0EEE8"/><bgColor indexed="64"/></patternFill></fill>',
    ]),
    list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list('cellXfs', cells),
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
  ].join('')}</styleSheet>`
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`
}

function font(marks = '', size = 11, colour = 'FF1A1A1A'): string {
  return `<font>${marks}<sz val="${size}"/><color rgb="${colour}"/><name val="等线"/><family val="2"/></font>`
}

function xf({ format = 0, font: fontId = 0, fill = 0, align = '' }): string {
  const of = `numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="0" xfId="0"`
  const applied = `${format ? ' applyNumberFormat="1"' : ''}${fontId ? ' applyFont="1"' : ''}${fill ? ' applyFill="1"' : ''}`
  return align ? `<xf ${of}${applied} applyAlignment="1"><alignment ${align}/></xf>` : `<xf ${of}${applied}/>`
}
