import { expect, test } from 'vitest'
import { readPlainText } from '../../src/import/plain-text.ts'
import { toMarkdown } from '../../src/import/to-markdown.ts'

const document = `
某市人民政府办公室文件
某政办发[2024] 7号
某市人民政府办公室关于印发《某市成长计划》的通知
各镇人民政府，市政府各部门：
现印发给你们，请认真贯彻执行。
某市人民政府办公室
二〇二四年三月五日
（此件公开发布）
一、主要目标
到2026年底，累计新增企业100家以上。
二、重点任务
1. 支持做大。构建*培育*库。(责任单位：经信局、科技局，列第一位的为牵头单位，下同)
`
const options = {
  findOrganization: (name: string) => (name === '某市人民政府办公室' ? { id: 'x-zfb', region: '330799' } : undefined),
  region: '330700',
}

test('an official document becomes front matter and numbered headings', () => {
  expect(toMarkdown(readPlainText(document), options)).toBe(`---
title: 某市人民政府办公室关于印发《某市成长计划》的通知
docNumber: 某政办发〔2024〕7号
issuers: [x-zfb]
kind: 通知
addressees: 各镇人民政府，市政府各部门
adoptedOn: 2024-03-05
region: "330799"
disclosure: 主动公开
text: full
leadFirst: true
source: # 请填写来源登记表里的标识
---

现印发给你们，请认真贯彻执行。

## 一、主要目标

到2026年底，:target[累计新增企业100家以上]{#t01}。

## 二、重点任务

### 1. 支持做大

构建\\*培育\\*库。（责任单位：经信局、科技局，列第一位的为牵头单位，下同）
`)
})

test('what the document does not say stays empty, with a remark', () => {
  const markdown = toMarkdown(readPlainText('请各单位抓好落实。'), options)
  expect(markdown).toContain('title: # 请填写全称')
  expect(markdown).toContain('docNumberNote: 原文未见')
  expect(markdown).toContain('region: "330700"')
})

test('a table becomes a Markdown table', () => {
  const markdown = toMarkdown([{ type: 'table', rows: [['甲', '乙'], ['1|2']] }], options)
  expect(markdown).toContain('| 甲 | 乙 |\n| --- | --- |\n| 1\\|2 |  |')
})
