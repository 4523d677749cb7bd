import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocx as read } from '../../src/import/docx.ts'
import { DocumentError } from '../../src/import/part.ts'
import { makeDocx } from './make-document.ts'

const readParts = (bytes: Uint8Array) => read(bytes).parts

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

test('runs of a paragraph are one text, and deleted text is gone', () => {
  const body =
    '<w:p><w:r><w:t>到</w:t></w:r><w:del><w:r><w:delText>2022</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> 2023 年底</w:t></w:r></w:p>'
  expect(readParts(docx(body))).toEqual([{ type: 'paragraph', text: '到2023年底' }])
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
  expect(readParts(docx(body.join(''), numbering)).map((part) => part.type === 'paragraph' && part.text)).toEqual([
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
  expect(readParts(docx(body, numbering, styles))).toEqual([{ type: 'paragraph', text: '（一）体量' }])
})

test('a table keeps its cells', () => {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const body = `<w:tbl><w:tr>${cell('目标')}${cell('数值')}</w:tr><w:tr>${cell('新增')}${cell('5.2万家')}</w:tr></w:tbl>`
  expect(readParts(docx(body))).toEqual([
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
  expect(() => readParts(bytes)).toThrow(DocumentError)
})

const t = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
const p = (inner: string) => `<w:p>${inner}</w:p>`
const texts = (bytes: Uint8Array) =>
  readParts(bytes).map((part) => (part.type === 'paragraph' ? part.text : part.rows.map((row) => [...row])))
const found = (bytes: Uint8Array, kind: string) =>
  read(bytes).findings.flatMap((one) => (one.kind === kind ? [one.text] : []))

test('inserted and moved text stands, struck and moved-away text does not and is named', () => {
  const body = p(
    `${t('甲')}<w:ins>${t('乙')}</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del><w:moveFrom>${t('丁')}</w:moveFrom>`,
  )
  const bytes = makeDocx(`${body}<w:moveTo>${p(t('丁'))}</w:moveTo><w:ins>${p(t('戊'))}</w:ins>`)
  expect(texts(bytes)).toEqual(['甲乙', '丁', '戊'])
  expect(found(bytes, 'deleted')).toEqual(['丙', '丁'])
})

test('a paragraph whose end was struck goes on with the next one', () => {
  const struck = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${t('前半')}</w:p>`
  expect(texts(makeDocx(struck + p(t('后半'))))).toEqual(['前半后半'])
})

test('a text box stands once, behind its paragraph, though the file holds it twice', () => {
  const box = `<w:txbxContent>${p(t('框内'))}</w:txbxContent>`
  const shape = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
  const bytes = makeDocx(p(`${t('前')}<w:r>${shape}</w:r>${t('后')}`))
  expect(texts(bytes)).toEqual(['前后', '框内'])
  expect(found(bytes, 'box')).toEqual(['框内'])
})

test('notes stand at the end under the number of their mark; comments and headers are named', () => {
  const notes = `<w:footnotes ${space}><w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${t('注文')}`)}</w:footnote></w:footnotes>`
  const bytes = makeDocx(p(`${t('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>${t('。')}`), {
    'footnotes.xml': { kind: 'footnotes', xml: notes },
    'comments.xml': {
      kind: 'comments',
      xml: `<w:comments ${space}><w:comment w:id="1">${p(t('请核'))}</w:comment></w:comments>`,
    },
    'header1.xml': { kind: 'header', xml: `<w:hdr ${space}>${p(t('内部资料'))}</w:hdr>` },
    'footer1.xml': { kind: 'footer', xml: `<w:ftr ${space}>${p(t('— 3 —'))}</w:ftr>` },
  })
  expect(texts(bytes)).toEqual(['正文［1］。', '［1］注文'])
  expect(found(bytes, 'note')).toEqual(['注文'])
  expect(found(bytes, 'comment')).toEqual(['请核'])
  expect(found(bytes, 'margin')).toEqual(['内部资料'])
})

test('pictures and signs of symbol fonts are named with the words before them', () => {
  const picture = '<w:drawing><wp:inline><wp:docPr id="1" descr="分布图"/><a:blip/></wp:inline></w:drawing>'
  const bytes = makeDocx(
    p(t('见下图')) + p(`<w:r>${picture}</w:r>`) + p(`<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${t('同意')}`),
  )
  expect(found(bytes, 'image')).toEqual(['分布图；见下图'])
  expect(found(bytes, 'symbol')).toEqual(['Wingdings F0FE'])
})

test('merged cells, inner tables, rows in controls; an empty table is nothing', () => {
  const cell = (inner: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`
  const inner = `<w:tbl><w:tr>${cell(p(t('丁')))}${cell(p(t('戊')))}</w:tr></w:tbl>${p('')}`
  const rows = [
    `<w:tr>${cell(p(t('甲')), '<w:vMerge w:val="restart"/>')}${cell(p(t('乙')), '<w:gridSpan w:val="2"/>')}</w:tr>`,
    `<w:sdt><w:sdtContent><w:tr>${cell(p(''), '<w:vMerge/>')}${cell(p(t('丙')))}${cell(inner)}</w:tr></w:sdtContent></w:sdt>`,
  ]
  const bytes = makeDocx(`<w:tbl><w:tblPr/></w:tbl><w:tbl>${rows.join('')}</w:tbl>`)
  expect(texts(bytes)).toEqual([
    [
      ['甲', '乙', ''],
      ['', '丙', '丁 戊'],
    ],
  ])
  expect(found(bytes, 'merged')).toEqual(['甲', '乙'])
  expect(found(bytes, 'nested')).toHaveLength(1)
})

test('a list that starts again has its own numbers; one that goes on counts on', () => {
  const entry = (list: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${t(text)}</w:p>`
  expect(texts(makeDocx([entry(1, '甲'), entry(1, '乙'), entry(2, '丙'), entry(1, '丁')].join('')))).toEqual([
    '（一）甲',
    '（二）乙',
    '（一）丙',
    '（二）丁',
  ])
})

test('another prefix of the namespace and numeric entities are read', () => {
  const xml = `<?xml version="1.0"?><x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>&#x4E2D;&amp;</x:t></x:r></x:p></x:body></x:document>`
  expect(texts(zipSync({ 'word/document.xml': strToU8(xml) }))).toEqual(['中&'])
})

test.each([
  ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>'],
  ['XML that is cut off', `<w:document ${space}><w:body><w:p>`],
  [
    'no end of nesting',
    `<w:document ${space}><w:body>${'<w:sdt>'.repeat(9999)}${'</w:sdt>'.repeat(9999)}</w:body></w:document>`,
  ],
])('%s is refused with a reason', (_, xml) => {
  expect(() => read(zipSync({ 'word/document.xml': strToU8(xml) }))).toThrow(DocumentError)
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
