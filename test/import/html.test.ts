import { expect, test } from 'vitest'
import { decodeHtml, readHtml } from '../../src/import/html.ts'
import { decodeText } from '../../src/import/plain-text.ts'

test('the main part is read, navigation and scripts are left', () => {
  const html = `<html><body><nav>首页</nav><script>go()</script><div id="zoom"><p>一、主要<b>目标</b></p>
    <p>到 2023 年底<br>二、重点任务</p></div><footer>版权</footer></body></html>`
  expect(readHtml(html).map((part) => part.type === 'paragraph' && part.text)).toEqual([
    '一、主要目标',
    '到2023年底',
    '二、重点任务',
  ])
})

test('loose text between blocks is a paragraph', () => {
  expect(readHtml('<body>一<div>二</div>三</body>')).toEqual(
    ['一', '二', '三'].map((text) => ({ type: 'paragraph', text })),
  )
})

test('a table of data stays a table, a table of layout does not', () => {
  expect(readHtml('<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table>')).toEqual([
    {
      type: 'table',
      rows: [
        ['甲', '乙'],
        ['1', '2'],
      ],
    },
  ])
  expect(readHtml('<table><tr><td><p>一</p><p>二</p></td></tr></table>')).toHaveLength(2)
})

test('the encoding that the page names is used', () => {
  // “政” in GBK is D5 FE.
  const bytes = Uint8Array.from([...Buffer.from('<meta charset="gb2312"><p>'), 0xd5, 0xfe, ...Buffer.from('</p>')])
  expect(decodeHtml(bytes, decodeText)).toContain('政')
})
