import { describe, expect, test } from 'vitest'
import { measureFields } from '../../../src/model/benefit/measure.ts'
import { policyFields } from '../../../src/model/policy/policy.ts'
import { readRecord } from '../../../src/read/text/record.ts'
import { parseYaml } from '../../../src/read/text/yaml.ts'

const valid = `title: 通知
docNumber: 示政办发〔2024〕1号
kind: 通知
issuers: [a-b]
region: "990100"
adoptedOn: 2024-01-10
disclosure: 主动公开
text: digest
source: s
`

function read(text: string) {
  return readRecord(policyFields, parseYaml(text, 'a.md', 2))
}

describe('readRecord', () => {
  test('names the item of a list, and the file where there is nothing in it', () => {
    const said = (text: string) => read(text).issues.map((one) => one.message.zh)
    expect(said(valid.replace('[a-b]', '[a-b, { x: 1 }]'))).toEqual([expect.stringContaining('issuers[2]')])
    expect(said('# 空的\n')).toEqual(['“a.md”的值“”不对：应是一组字段。'])
  })

  test('takes Chinese names for every key, nested ones too', () => {
    const chinese = valid
      .replace('title:', '标题:')
      .replace('docNumber:', '发文字号:')
      .replace('adoptedOn:', '成文日期:')
    const { value, issues } = read(`${chinese}规划期: { 起: 2024-01-01, 止: 2024-12-31 }\n`)
    expect(issues).toEqual([])
    expect(value).toMatchObject({
      title: '通知',
      docNumber: '示政办发〔2024〕1号',
      planPeriod: { from: '2024-01-01', to: '2024-12-31' },
    })
  })

  test('reads a region code typed without quotes as the code it is', () => {
    expect(read(valid.replace('"990100"', '990100')).value?.region).toBe('990100')
  })

  test('collects all problems of a file at once, each at its place', () => {
    const broken = valid
      .replace('kind: 通知', 'kind: 通之')
      .replace('2024-01-10', '2024-02-30')
      .replace('text: digest', 'texts: digest')
    const { issues } = read(broken)
    expect(issues.map(({ code, line, column }) => ({ code, line, column }))).toEqual([
      { code: 'DOC-019', line: 4, column: 7 },
      { code: 'DOC-010', line: 7, column: 12 },
      // The misspelt field is missing too: one slip, said once.
      { code: 'DOC-003', line: 9, column: 1 },
    ])
  })

  test('suggests the nearest field and the nearest value', () => {
    const { issues } = read(valid.replace('docNumber:', 'docNumer:').replace('kind: 通知', 'kind: 意间'))
    expect(issues.find((one) => one.code === 'DOC-003')?.hint.zh).toBe('是不是想写 docNumber（发文字号）？')
    expect(issues.find((one) => one.code === 'DOC-019')?.hint.zh).toBe('是不是想写 意见？')
  })

  test('points at the wrong leaf of a rule tree', () => {
    const text = `title: 补贴
kind: 补贴
region: "990100"
recipients: 新店
eligibility:
  all:
    - { field: identity, op: is, value: 个体工商户, label: 个体户 }
    - { field: employes, op: gte, value: 3, label: 三人以上 }
source: s
summary: 虚构示例
`
    const { issues } = readRecord(measureFields, parseYaml(text, 'm.md', 2))
    expect(issues).toMatchObject([{ code: 'DOC-019', line: 9, column: 16 }])
  })
})
