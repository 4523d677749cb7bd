import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { registersYaml, siteYaml } from './made-root.ts'

/** The day to build the library for. */
export const manyPoliciesDay = '2026-11-20'

/** Where the one edit of the benchmark is made. */
export const editedPolicy = 'content/policies/law-00000.md'

/**
 * Writes a root with so many policies into a folder: the texts of a corpus of Markdown, over and over, each round with
 * other words, because texts that are equal would be made once. What our Markdown would take for more than words is left
 * out. Deterministic.
 */
export async function writeManyPolicies(folder: string, corpus: string, total: number): Promise<void> {
  const laws = lawsIn(corpus)
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await put('content/site.yaml', siteYaml)
  await put('content/glossary.yaml', 'terms: []\n')
  await put('content/pages/about.mdx', '---\ntitle: 关于\nsummary: 虚构示例。\n---\n\n## 这是什么\n\n虚构示例。\n')
  await put('data/registers/datapackage.yaml', registersYaml)
  for (const [name, text] of Object.entries(registers)) await put(`data/registers/${name}.csv`, text)
  for (let at = 0; at < total; at++) {
    const round = Math.floor(at / laws.length)
    const { title, body } = laws[at % laws.length] ?? { title: '', body: '' }
    const number = String(at).padStart(5, '0')
    const name = round === 0 ? `${title}（${number}）` : `${title}（${number}，第${round}遍）`
    await put(`content/policies/law-${number}.md`, policyText(name, round === 0 ? body : changed(body, round)))
  }
}

interface Law {
  readonly title: string
  readonly body: string
}

function lawsIn(corpus: string): Law[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .flatMap((path) => {
      const text = readFileSync(join(corpus, path), 'utf8').replaceAll('\r', '')
      const title = /^# (.+)$/m.exec(text)?.[1]?.replace(/["\\]/g, '').trim()
      const body = plain(text.replace(/^# .*$/m, ''))
      return title && body.length > 200 ? [{ title, body }] : []
    })
}

/** Paragraphs of words: headings are lines like others, dates in lines of their own would be signatures. */
function plain(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .map((line) => line.replace(/[<>{}|`*_[\]\\~#^:：|&]/g, '').trim())
    .filter((line) => line.length > 1 && !/^[\d.、（(—-]|^[一二三四五六七八九十]+、|年.*日$/.test(line))
    .join('\n\n')
}

/** Each round has one more word where the law says 规定. */
function changed(body: string, round: number): string {
  return body.replaceAll('规定', `规定${'甲乙丙丁戊己庚辛壬癸'[round % 10]}${round}`)
}

function policyText(title: string, body: string): string {
  return `---
title: "${title}"
docNumberNote: 原文未见
kind: 条例
issuers: [office]
region: "990100"
adoptedOn: 2020-01-01
disclosure: 主动公开
text: digest
source: doc
---

${body}
`
}

const registers = {
  regions: 'code,name,level\n990100,示例市,市\n',
  organizations: 'id,name,kind,region\noffice,示例办公室,政府办公室,990100\n',
  indicators: 'id,name,definition,unit,kind,direction,topic,aggregation\nlaws,文件,示例,件,stock,up,示例,last\n',
  sources:
    'id,kind,title,publisher,date,completeness,reliability\ndoc,政府文件,示例文件,示例办公室,2020-01-01,完整,官方原文\n',
} as const
