import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockText } from '../../../src/model/policy/markdown.ts'
import { foldLines } from '../../../src/read/text/inline.ts'
import { readMarkdown } from '../../../src/read/text/markdown.ts'
import type { Marks } from '../../../src/read/text/mdast.ts'

function read(body: string, marks: Marks = {}, mdx = false) {
  const { blocks, issues } = readMarkdown({ file: 'a.md', body, bodyLine: 5, mdx }, marks)
  return { text: blockText(blocks.map((one) => one.block)), blocks: blocks.map((one) => one.block), issues }
}

describe('readMarkdown', () => {
  test('gives back 12:30 and unknown directives as the text they were', () => {
    expect(read('上午 9:30 到 12:30，:foo[甲]{b=c} 与 ::乙。').text).toBe('上午 9:30 到 12:30，:foo[甲]{b=c} 与 ::乙。')
  })

  test('tells a target its words, its attributes and where each stands', () => {
    const met: unknown[] = []
    read('到年底，:target[新增 **100** 家以上]{#t01 indicator=shop-new}。', {
      target: (mark) => {
        met.push(mark.words, mark.attributes, mark.at, mark.attributeAt('indicator').column)
        return 't01'
      },
    })
    expect(met).toEqual([
      '新增 100 家以上',
      { id: 't01', indicator: 'shop-new' },
      { file: 'a.md', line: 5, column: 5 },
      34,
    ])
  })

  test('cuts the responsible units out of a paragraph and leaves the words around them', () => {
    const { blocks } = read('精简**材料**。（责任单位：市场监管局、财政局）', { responsibility: () => 'c1' })
    expect(blocks).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: '精简' },
          { type: 'strong', children: [{ type: 'text', text: '材料' }] },
          { type: 'text', text: '。' },
        ],
      },
      { type: 'responsibility', task: 'c1', text: '（责任单位：市场监管局、财政局）' },
    ])
  })

  test('joins soft-wrapped Chinese without a space and Latin with one', () => {
    expect(foldLines('小微\n企业，\nopen\ndata')).toBe('小微企业，open data')
  })

  test('reports HTML but lets comments of editors vanish', () => {
    const { text, issues } = read('甲<!-- 编者注 -->乙<b>丙</b>')
    expect(text).toBe('甲乙丙')
    expect(issues.map((one) => one.code)).toEqual(['TXT-005', 'TXT-005'])
  })

  test('takes the fixed components of MDX with literal attributes and nothing else', () => {
    const { blocks, issues } = read('<Chart indicator="gdp" />\n\n<Chart indicator={gdp} />\n\n<Other />\n', {}, true)
    expect(blocks).toEqual([{ type: 'component', name: 'Chart', props: { indicator: 'gdp' } }])
    expect(issues.map(({ code, line }) => `${code}:${line}`)).toEqual(['TXT-004:7', 'TXT-004:9'])
  })

  test('says where MDX could not be read', () => {
    expect(read('好。\n\n甲 { 乙\n', {}, true).issues).toMatchObject([{ code: 'TXT-004', line: 7 }])
  })

  test('strips its marks and gives back every other character', () => {
    const piece = fc.string({
      unit: fc.constantFrom(...'小微企业贷款到年底12:30，。；（）《》 '),
      minLength: 1,
      maxLength: 12,
    })
    // A half-width colon right before a mark makes it another mark: TXT-008 says so.
    const words = piece.map((text) => text.replace(/[: ]+$/, '').trimStart() || '企业')
    const marked = fc.record({ before: words, inside: words, after: words })
    fc.assert(
      fc.property(fc.array(marked, { minLength: 1, maxLength: 6 }), (parts) => {
        const line = (mark: (inside: string, index: number) => string) =>
          `始${parts.map((part, index) => part.before + mark(part.inside, index) + part.after).join('')}终`
        const source = line((inside, index) => `:target[${inside}]{#t${index}}`)
        const plain = line((inside) => inside)
        expect(read(source, { target: (mark) => mark.attributes['id'] ?? '' }).text).toBe(plain)
      }),
      { numRuns: 300 },
    )
  })

  test('never throws, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a一#*_-:[]{}()<>|`~\\!&\n\t 1.'), maxLength: 200 })
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), fc.boolean(), (body, mdx) => {
        const marks: Marks = { target: () => 't', responsibility: () => 'c', heading: () => 'h' }
        expect(read(body, marks, mdx).issues.every((one) => one.line >= 5 && one.column >= 1)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
