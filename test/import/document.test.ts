import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocument } from '../../src/import/document.ts'
import { DocumentError } from '../../src/import/part.ts'
import { escapeXml } from './make-document.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isBig = false) => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let n = 0; n < text.length; n++) view.setUint16(2 * n, text.charCodeAt(n), !isBig)
  return bytes
}
const gbk = Uint8Array.from([0xd5, 0xfe, 0xb2, 0xdf]) // 政策
const join = (...pieces: Uint8Array[]) => Uint8Array.from(pieces.flatMap((piece) => [...piece]))
const words = (bytes: Uint8Array, ending: string) =>
  readDocument(bytes, ending)?.parts.map((part) => (part.type === 'paragraph' ? part.text : ''))

test.each([
  ['UTF-8', utf8('政策')],
  ['UTF-8 with a mark', utf8('\ufeff政策')],
  ['GBK', gbk],
  ['UTF-16LE with a mark', utf16('\ufeff政策')],
  ['UTF-16BE with a mark', utf16('\ufeff政策', true)],
  ['UTF-16LE without one', utf16('2024-1\r\n政策').subarray(16)],
])('text in %s is decoded', (name, bytes) => {
  if (name === 'UTF-16LE without one') return expect(words(utf16('a b c\r\n政策'), '.txt')).toEqual(['a b c', '政策'])
  return expect(words(bytes, '.txt')).toEqual(['政策'])
})

test.each([
  ['GBK as it says', join(utf8('<meta charset="gb2312"><p>'), gbk, utf8('</p>'))],
  ['GBK in the old form', join(utf8('<meta http-equiv="Content-Type" content="text/html; charset=GBK"><p>'), gbk)],
  ['GBK though it says nothing', join(utf8('<p>'), gbk, utf8('</p>'))],
  ['UTF-8 though it says GBK', utf8('<meta charset="gb2312"><p>政策</p>')],
  ['Big5 as it says', join(utf8('<meta charset="big5"><p>'), Uint8Array.from([0xac, 0x46, 0xb5, 0xa6]))],
  ['UTF-16', utf16('\ufeff<p>政策</p>')],
])('a page in %s is decoded', (_, bytes) => {
  expect(words(bytes, '.html')).toEqual(['政策'])
})

test.each([
  ['.txt', 'UTF-8 with a bad byte', join(utf8('政策文件'), Uint8Array.from([0xff]), utf8('正文'))],
  ['.txt', 'Big5 that says nothing', Uint8Array.from([0xac, 0x46, 0xb5, 0xa6, 0xa4, 0xe5, 0xa5, 0xf3])],
  ['.txt', 'bytes of a program', Uint8Array.from([1, 2, 3, 0x41, 7, 0x80])],
  ['.txt', 'a page', utf8('<!DOCTYPE html><html><body>政策</body></html>')],
  ['.txt', 'an archive', zipSync({})],
  ['.txt', 'PDF', utf8('%PDF-1.7 …')],
  ['.html', 'plain text', utf8('政策')],
  ['.html', 'a page in one file', utf8('MIME-Version: 1.0\n<html>')],
  ['.docx', 'an old .doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ['.docx', 'a page', utf8('<html>政策</html>')],
  ['.docx', 'RTF', utf8('{\\rtf1 x}')],
  ['.docx', 'a workbook', zipSync({ 'xl/workbook.xml': utf8('<workbook/>') })],
  ['.docx', 'nothing', new Uint8Array()],
])('%s that is %s is refused with a reason', (ending, _, bytes) => {
  expect(() => readDocument(bytes, ending)).toThrow(DocumentError)
})

test('a format that is not read is said to be so', () => {
  expect(readDocument(utf8('x'), '.pdf')).toBeUndefined()
  expect(escapeXml('<&>')).toBe('&lt;&amp;&gt;')
})
