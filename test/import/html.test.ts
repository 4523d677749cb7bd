import { expect, test } from 'vitest'
import { readHtml } from '../../src/import/html.ts'

test('the main part is read, navigation and scripts are left', () => {
  const html = `<html><body><nav>首页</nav><script>go()</script><div id="zoom"><p>一、主要<b>目标</b></p>
    <p>到 2023 年底<br>二、重点任务</p></div><footer>版权</footer></body></html>`
  expect(readHtml(html).parts.map((part) => part.type === 'paragraph' && part.text)).toEqual([
    '一、主要目标',
    '到2023年底',
    '二、重点任务',
  ])
})

test('loose text between blocks is a paragraph', () => {
  expect(readHtml('<body>一<div>二</div>三</body>').parts).toEqual(
    ['一', '二', '三'].map((text) => ({ type: 'paragraph', text })),
  )
})

test('a table of data stays a table, a table of layout does not', () => {
  expect(readHtml('<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table>').parts).toEqual([
    {
      type: 'table',
      rows: [
        ['甲', '乙'],
        ['1', '2'],
      ],
    },
  ])
  expect(readHtml('<table><tr><td><p>一</p><p>二</p></td></tr></table>').parts).toHaveLength(2)
})

const texts = (html: string) => readHtml(html).parts.map((part) => (part.type === 'paragraph' ? part.text : part.rows))
const found = (html: string, kind: string) =>
  readHtml(html).findings.flatMap((one) => (one.kind === kind ? [one.text] : []))

test('entities, unbreakable and full-width spaces, breaks and unknown inline tags do not cut words', () => {
  const html = '<p>　　到&nbsp;2023&nbsp;年<st1:x>底</st1:x>，A&amp;B&lt;C&gt;&#20013;<br/>第二行</p><pre>一\n二</pre>'
  expect(texts(html)).toEqual(['到2023年底，A&B<C>中', '第二行', '一', '二'])
})

test('a form around the page and a head inside the article are text; navigation is named', () => {
  const html = '<form><nav>首页</nav><article><header><h1>某通知</h1></header><p>正文在这里。</p></article></form>'
  expect(texts(html)).toEqual(['某通知', '正文在这里。'])
  expect(found(html, 'outside')).toEqual(['首页'])
})

test('the name of a navigation does not hide the text', () => {
  const html = '<ul class="view"><li>栏目</li></ul><div class="x"><p>正文在这里，比栏目长得多。</p></div>'
  expect(texts(html)).toContain('正文在这里，比栏目长得多。')
})

test('numbers that a browser shows are written out', () => {
  const html = '<ol start="3"><li>甲</li><li>乙</li></ol><ol type="a"><li>丙</li></ol><ol><li>（一）丁</li></ol>'
  expect(texts(html)).toEqual(['3. 甲', '4. 乙', 'a. 丙', '（一）丁'])
})

test('merged cells keep their columns, inner tables their words; both are named', () => {
  const html = `<table><tr><td rowspan="2">甲</td><td colspan="2">乙</td></tr><tr><td>丙</td><td>
    <table><tr><td>丁</td><td>戊</td></tr></table></td></tr></table>`
  expect(texts(html)).toEqual([
    [
      ['甲', '乙', ''],
      ['', '丙', '丁 戊'],
    ],
  ])
  expect(found(html, 'merged')).toEqual(['甲', '乙'])
  expect(found(html, 'nested')).toEqual(['丁戊'])
})

test('an empty table is nothing, pictures and struck words are named', () => {
  const html = '<table></table><p>见图<img alt="分布" src="a.png">。<del>旧</del>新</p>'
  expect(texts(html)).toEqual(['见图。新'])
  expect(found(html, 'image')).toEqual(['分布'])
  expect(found(html, 'deleted')).toEqual(['旧'])
})

test('the fields of a page are read from meta, tables, terms and lines', () => {
  const page =
    readHtml(`<head><meta name="PubDate" content="2021-11-08 10:00"><meta name="ArticleTitle" content="某通知"></head>
    <table><tr><td>索 引 号：</td><td>330782/2021-1</td><td>文号</td><td>某政办发〔2021〕3号</td></tr></table>
    <dl><dt>有效性</dt><dd>失效</dd></dl><p>成文日期：2021-11-01　施行日期：2021-12-01</p><div id="zoom"><p>${'正文。'.repeat(99)}</p></div>`)
  expect(Object.fromEntries(page.fields)).toEqual({
    发布日期: '2021-11-08 10:00',
    标题: '某通知',
    索引号: '330782/2021-1',
    文号: '某政办发〔2021〕3号',
    有效性: '失效',
    成文日期: '2021-11-01',
    施行日期: '2021-12-01',
  })
})
