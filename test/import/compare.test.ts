import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyText, compareTexts } from '../../src/import/compare.ts'
import { readDocument } from '../../src/import/document.ts'
import { blank } from '../../src/import/part.ts'
import { readPlainText } from '../../src/import/plain-text.ts'
import { toMarkdown } from '../../src/import/to-markdown.ts'
import { formats, linesOf, makeDocument } from './make-document.ts'

const options = { findOrganization: () => undefined, region: '330000' }
const bare = (text: string) => text.replace(blank, '')

const rules = `# 例城小店管理条例

2024年1月1日 例城人民代表大会常务委员会通过

<!-- INFO END -->

## 第一章 总 则

第一条 为了规范小店管理，制定本条例。

第二条 本条例所称小店，是指：

（一）面积不足 50 平方米的；

（二）*自营*的 <铺面>；

（三）市场监管局认定的。

第三条 小店免收摊位费。

第四条 违反本条例的，处500元以上2000元以下罚款。

## 第二章 附则

第五条 本条例自公布之日起施行。
`

test.each(formats)('rules from .%s keep every character, with no promise and no addressee', (format) => {
  const reading = readDocument(makeDocument(rules, format), `.${format}`)
  if (!reading) throw new Error(format)
  const imported = toMarkdown(reading, { ...options, markTargets: true })
  const compared = compareTexts(reading.source, imported)
  expect([compared.lost, compared.kept]).toEqual([[], compared.before])
  expect(imported.header).toMatchObject({ title: '例城小店管理条例', addressees: undefined })
  expect(imported.candidates).toEqual([])
  expect(imported.markdown).toContain('### 第三条\n\n小店免收摊位费。')
  const [, ...rest] = linesOf(rules)
  expect(bare(bodyText(imported.markdown))).toBe(bare(rest.map(({ text }) => text).join('')))
})

test('whatever stands in a line, the page shows the same characters', () => {
  const words = fc.constantFrom(
    ...[
      '一、',
      '1.',
      '1) ',
      '（一）',
      '第一条 ',
      '- ',
      '+ ',
      '# ',
      '> ',
      '===',
      '---',
      '***',
      '___',
      '~~~',
      '`',
      '*甲*',
    ],
    ...[
      '_乙_',
      '[丙](丁)',
      '![x](y)',
      '<b>',
      '&amp;',
      '&lt;',
      '\\',
      '|',
      ':target[戊]{#t01}',
      '12:30',
      '::x',
      '$',
      '新增5家',
    ],
    ...[
      '。',
      '，',
      '：',
      '甲乙',
      ' ',
      'www.a.cn',
      'http://a.cn/b_c',
      '#',
      '{',
      '}',
      '［1］',
      '（责任单位：甲局）',
      '~',
      '^',
    ],
  )
  const line = fc.array(words, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.boolean(), (lines, markTargets) => {
      const reading = readPlainText(lines.join('\n'))
      const imported = toMarkdown(reading, { ...options, markTargets })
      const used = imported.header.used.map(bare).join('')
      expect([...(used + bare(bodyText(imported.markdown)))].sort().join('')).toBe(
        [...bare(reading.source)].sort().join(''),
      )
      expect(compareTexts(reading.source, imported).lost).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('what is missing is named, in a line and as a line', () => {
  const imported = toMarkdown(readPlainText('第一段说的是这件事情。\n第三段在后面，说别的。'), options)
  const source = '第一段说的只是这件事情。\n第二段完全没有了呢！\n第三段在后面，说别的。'
  const { lost, before, kept } = compareTexts(source, imported)
  expect(lost).toEqual(['只', '第二段完全没有了呢！'])
  expect(before - kept).toBe(11)
})

test('a line that stands elsewhere too does not hide its loss', () => {
  const imported = toMarkdown(readPlainText('甲乙丙。\n丁戊己。'), options)
  expect(compareTexts('甲乙丙。\n丁戊己。\n甲乙丙。', imported).lost.join('')).toHaveLength(4)
})
