import { expect, test } from 'vitest'
import { decodeText, readPlainText } from '../../src/import/plain-text.ts'

test.each([
  ['UTF-8', [0xe6, 0x94, 0xbf]],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xe6, 0x94, 0xbf]],
  ['GBK', [0xd5, 0xfe]],
  ['UTF-16LE', [0xff, 0xfe, 0x3f, 0x65]],
  ['UTF-16BE', [0xfe, 0xff, 0x65, 0x3f]],
])('text in %s is recognised', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe('政')
})

test('spaces of layout go, spaces between Latin words stay', () => {
  expect(readPlainText('　　到 2023 年底，Zhejiang  Daily 报道')).toEqual([
    { type: 'paragraph', text: '到2023年底，Zhejiang Daily报道' },
  ])
})

test('a line cut by a page break is joined, titles are not', () => {
  const cut = '新增小微企业无还本续贷9万笔，小微企业无还本续贷余额达到了超150亿'
  expect(readPlainText(`某某市小微企业\n三年成长计划\n\n${cut}\n\n元。\n\n二、重点任务`).map(text)).toEqual([
    '某某市小微企业',
    '三年成长计划',
    `${cut}元。`,
    '二、重点任务',
  ])
})

function text(part: ReturnType<typeof readPlainText>[number]): string {
  return part.type === 'paragraph' ? part.text : ''
}
