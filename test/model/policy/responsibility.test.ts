import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  findResponsibility,
  parseResponsibility,
  type ResponsibleRole,
} from '../../../src/model/policy/responsibility.ts'

test('the units are read in order, the remark on the lead is kept apart', () => {
  const text = '（责任单位：市场监管局、经信局、文化和广电旅游体育局、金融办、工商联，列第一位的为牵头单位，下同）'
  expect(roles(text)).toEqual([['责任', ['市场监管局', '经信局', '文化和广电旅游体育局', '金融办', '工商联']]])
  expect(parseResponsibility(text)).toMatchObject({ label: '责任单位', rest: '列第一位的为牵头单位，下同' })
})

test.each<[string, [ResponsibleRole, string[]][]]>([
  [
    '（牵头单位：人行；配合单位：财政局、银保监局）',
    [
      ['牵头', ['人行']],
      ['配合', ['财政局', '银保监局']],
    ],
  ],
  [
    '（责任单位：人行（牵头）、财政局）',
    [
      ['牵头', ['人行']],
      ['责任', ['财政局']],
    ],
  ],
  [
    '(责任单位: 人行牵头, 财政局 (配合) )',
    [
      ['牵头', ['人行']],
      ['配合', ['财政局']],
    ],
  ],
  ['(责任单位：市场监管局、发改局、财政局)', [['责任', ['市场监管局', '发改局', '财政局']]]],
  ['（责任单位：市场监管局）', [['责任', ['市场监管局']]]],
  [
    '责任单位：市场监管局，“小微企业三年成长计划”工作领导小组其他成员单位',
    [['责任', ['市场监管局', '“小微企业三年成长计划”工作领导小组其他成员单位']]],
  ],
  ['（责任单位：各县（市、区）人民政府、发改局等）。', [['责任', ['各县（市、区）人民政府', '发改局']]]],
  ['（责任单位：“甲、乙”工作专班、经信局等有关单位）', [['责任', ['“甲、乙”工作专班', '经信局']]]],
  ['（责任单位：）', []],
])('%s', (text, expected) => {
  expect(roles(text)).toEqual(expected)
})

test('a name broken over lines is one name, and its offsets still point at the text', () => {
  const text = '（责任单位：市场\n\n监管局，“小微企业三年成长计划”工作领导小组其他成员单位)'
  expect(roles(text)).toEqual([['责任', ['市场监管局', '“小微企业三年成长计划”工作领导小组其他成员单位']]])
  const first = parseResponsibility(text)?.groups[0]?.names[0]
  expect(text.slice(first?.start, first?.end)).toBe('市场\n\n监管局')
})

test.each(['', '（本计划自印发之日起施行）', '牵头单位要加强统筹', '市场监管局：责任单位', '责任：到人'])(
  '“%s” names no units',
  (text) => {
    expect(parseResponsibility(text)).toBeUndefined()
  },
)

test('the bracket is found at the end of and inside a paragraph', () => {
  const end = '完善制度。(责任单位：金融办、市场监管局)'
  expect(findResponsibility(end)).toEqual({ start: 5, end: end.length, text: '(责任单位：金融办、市场监管局)' })
  const inside = '完善制度（责任单位：各县（市、区）政府）并推广。'
  expect(findResponsibility(inside)?.text).toBe('（责任单位：各县（市、区）政府）')
})

test('a line that begins with the label is found without a bracket', () => {
  expect(findResponsibility('完善制度。\n责任单位：金融办、人行\n\n下一段')?.text).toBe('责任单位：金融办、人行')
})

test('an unclosed bracket reaches to the end of the paragraph', () => {
  const text = '完善制度。（责任单位：金融办、人行 '
  expect(findResponsibility(text)?.text).toBe('（责任单位：金融办、人行')
  expect(roles('（责任单位：金融办、人行')).toEqual([['责任', ['金融办', '人行']]])
})

test('running text without such a label has none', () => {
  expect(findResponsibility('各责任单位要加强协作（见附件）')).toBeUndefined()
})

test('a list of names is read back as it was written', () => {
  const name = fc.string({
    unit: fc.constantFrom(...'市场监管局经信科技财政税务发改人社'),
    minLength: 2,
    maxLength: 10,
  })
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('、', '，', '；', ', '),
      (names, comma) => {
        const text = `（责任单位：${names.join(comma)}）`
        const read = parseResponsibility(text)?.groups.flatMap((group) => group.names) ?? []
        expect(read.map((one) => one.name)).toEqual(names)
        expect(read.map((one) => text.slice(one.start, one.end))).toEqual(names)
      },
    ),
  )
})

function roles(text: string): [ResponsibleRole, string[]][] | undefined {
  return parseResponsibility(text)?.groups.map((group) => [group.role, group.names.map((one) => one.name)])
}
