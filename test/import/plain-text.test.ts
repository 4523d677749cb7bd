import { expect, test } from 'vitest'
import { readPlainText } from '../../src/import/plain-text.ts'

test('spaces of layout go, spaces between Latin words stay', () => {
  expect(readPlainText('　　到 2023 年底，Zhejiang  Daily 报道').parts).toEqual([
    { type: 'paragraph', text: '到2023年底，Zhejiang Daily报道' },
  ])
})

test('a line cut by a page break is joined, titles are not', () => {
  const cut = '新增小微企业无还本续贷9万笔，小微企业无还本续贷余额达到了超150亿'
  expect(readPlainText(`某某市小微企业\n三年成长计划\n\n${cut}\n\n元。\n\n二、重点任务`).parts.map(text)).toEqual([
    '某某市小微企业',
    '三年成长计划',
    `${cut}元。`,
    '二、重点任务',
  ])
})

function text(part: ReturnType<typeof readPlainText>['parts'][number]): string {
  return part.type === 'paragraph' ? part.text : ''
}

test('marks of Markdown are no text; a comment is named', () => {
  const { parts, findings } = readPlainText('# 某条例\n<!-- 编者注 -->\n## 第一章　总则')
  expect(parts).toEqual([
    { type: 'paragraph', text: '某条例', isTitle: true },
    { type: 'paragraph', text: '第一章 总则' },
  ])
  expect(findings).toEqual([{ kind: 'comment', text: '编者注' }])
})
