import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { DocxError, readDocx } from '../../src/import/docx.ts'

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

test('runs of a paragraph are one text, and deleted text is gone', () => {
  const body =
    '<w:p><w:r><w:t>到</w:t></w:r><w:del><w:r><w:delText>2022</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> 2023 年底</w:t></w:r></w:p>'
  expect(readDocx(docx(body))).toEqual([{ type: 'paragraph', text: '到2023年底' }])
})

test('automatic numbers are written out and start again under each outer number', () => {
  const body = [
    item(0, '主要目标'),
    item(1, '体量'),
    item(1, '质量'),
    item(0, '重点任务'),
    item(1, '优势'),
    item(2, '做大'),
  ]
  expect(readDocx(docx(body.join(''), numbering)).map((part) => part.type === 'paragraph' && part.text)).toEqual([
    '一、主要目标',
    '（一）体量',
    '（二）质量',
    '二、重点任务',
    '（一）优势',
    '1.做大',
  ])
})

test('a number that comes with the paragraph style counts too', () => {
  const styles = `<w:styles ${space}><w:style w:styleId="2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`
  const body = '<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>体量</w:t></w:r></w:p>'
  expect(readDocx(docx(body, numbering, styles))).toEqual([{ type: 'paragraph', text: '（一）体量' }])
})

test('a table keeps its cells', () => {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const body = `<w:tbl><w:tr>${cell('目标')}${cell('数值')}</w:tr><w:tr>${cell('新增')}${cell('5.2万家')}</w:tr></w:tbl>`
  expect(readDocx(docx(body))).toEqual([
    {
      type: 'table',
      rows: [
        ['目标', '数值'],
        ['新增', '5.2万家'],
      ],
    },
  ])
})

test.each([
  ['a file that is no archive', strToU8('一份旧式文件')],
  ['an archive without a document', zipSync({ 'x.txt': strToU8('x') })],
])('%s is refused with a reason', (_, bytes) => {
  expect(() => readDocx(bytes)).toThrow(DocxError)
})

const level = (n: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:numbering ${space}><w:abstractNum w:abstractNumId="3">${[
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
].join('')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`

function item(depth: number, text: string): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
}

function docx(body: string, numbers?: string, styles?: string): Uint8Array {
  return zipSync({
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${space}><w:body>${body}</w:body></w:document>`),
    ...(numbers && { 'word/numbering.xml': strToU8(numbers) }),
    ...(styles && { 'word/styles.xml': strToU8(styles) }),
  })
}
