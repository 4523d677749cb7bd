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
  expect(toMarkdown(readPlainText(document), options).markdown).toBe(`---
title: 某市人民政府办公室关于印发《某市成长计划》的通知
docNumber: 某政办发〔2024〕7号
issuers: [x-zfb]
kind: 通知
addressees: 各镇人民政府，市政府各部门
adoptedOn: 2024-03-05
region: "330799"
disclosure: 主动公开
text: # 请对照原件核对全文后填写：full 全文、excerpt 节录、digest 要点、stub 仅题录
leadFirst: true
source: # 请填写来源登记表里的标识
---

现印发给你们，请认真贯彻执行。

某市人民政府办公室

二〇二四年三月五日

（此件公开发布）

## 一、主要目标

到2026年底，累计新增企业100家以上。

## 二、重点任务

### 1. 支持做大。

构建\\*培育\\*库。(责任单位：经信局、科技局，列第一位的为牵头单位，下同)
`)
})

test('what the document does not say stays empty, with a remark', () => {
  const { markdown } = toMarkdown(readPlainText('请各单位抓好落实。'), options)
  expect(markdown).toContain('title: # 请填写全称')
  expect(markdown).toContain('docNumberNote: 原文未见')
  expect(markdown).toContain('region: "330700"')
})

test('a table becomes a Markdown table', () => {
  const parts = [
    { type: 'table' as const, rows: [] },
    { type: 'table' as const, rows: [['甲', '乙'], ['1|2']] },
  ]
  const { markdown } = toMarkdown({ parts, fields: new Map() }, options)
  expect(markdown).toContain('| 甲 | 乙 |\n| --- | --- |\n| 1\\|2 |  |')
})

const imported = (text: string, more = {}) => toMarkdown(readPlainText(text), { ...options, ...more })

test('candidates are listed with their line, and marked only when asked', () => {
  const plain = imported(document)
  expect(plain.candidates).toEqual([{ line: 25, words: '累计新增企业100家以上' }])
  expect(plain.markdown.split('\n')[24]).toContain('累计新增企业100家以上')
  expect(imported(document, { markTargets: true }).markdown).toContain(
    ':target[累计新增企业100家以上]{#t01 unreviewed}',
  )
})

test('texts in articles have no candidates', () => {
  const rules = '某市奖励办法\n第一条 为了发展，制定本办法。\n第二条 对累计新增企业100家以上的，给予奖励。'
  expect(imported(rules, { markTargets: true }).candidates).toEqual([])
})

test.each([
  '为贯彻落实上级部署，现就有关事项通知如下：',
  '经研究，决定对下列单位予以表彰：',
  '成员单位：',
  '各级人民政府应当履行下列职责：',
  '本办法所称企业是指：',
])('“%s” is no addressee', (line) => {
  expect(imported(`某市人民政府关于某事的通知\n${line}\n一、要求`).header.addressees).toBeUndefined()
})

test.each(['各县（市、区）人民政府，市政府各部门：', '国务院：', '各镇人民政府、各街道办事处，各有关企业：'])(
  '“%s” is one',
  (line) => {
    const after = imported(`某市人民政府关于某事的通知\n${line}\n正文。`)
    expect(after.header.addressees).toBe(line.slice(0, -1))
    const below = imported(`某市人民政府关于某事的通知\n正文。\n${line}\n正文。`)
    expect(below.header.addressees).toBeUndefined()
  },
)

test('a title in two lines is one title; an item of a list is none', () => {
  expect(imported('某市人民政府办公室\n关于印发成长计划的通知\n正文。').header.title).toBe(
    '某市人民政府办公室关于印发成长计划的通知',
  )
  expect(imported('简介\n（一）关于加强管理的规定\n正文。').header.title).toBeUndefined()
})

test('the fields of a page become front matter', () => {
  const fields = new Map([
    ['索引号', '330782/2021-1'],
    ['成文日期', '2021-11-08'],
    ['发布日期', '2021/11/12 09:30'],
    ['有效性', '失效'],
    ['公开方式', '主动公开'],
    ['发文字号', '某政办发[2021]38号'],
  ])
  const { markdown } = toMarkdown({ parts: [], fields }, options)
  for (const line of [
    'indexNumber: "330782/2021-1"',
    'adoptedOn: 2021-11-08',
    'publishedOn: 2021-11-12',
    'validity: { is: 失效, reason: 来源页面标明“失效” }',
    'disclosure: 主动公开',
    'docNumber: 某政办发〔2021〕38号',
  ]) {
    expect(markdown).toContain(`${line}\n`)
  }
})

test('lines of a table of contents are no headings', () => {
  const { markdown } = imported(
    '某条例\n目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 正文。\n第二章 附则\n第二条 正文。',
  )
  expect(markdown.match(/^## .*$/gm)).toEqual(['## 第一章 总则', '## 第二章 附则'])
})
