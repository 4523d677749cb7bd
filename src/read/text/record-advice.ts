import { z } from 'zod'
import type { Bilingual } from '../../model/lang.ts'
import { parseQuantity } from '../../model/number/quantity.ts'
import { nearest } from '../../model/policy/suggest.ts'
import { shapeOf, titleOf, unwrap } from './schema-shape.ts'

/** What editors call a field that has another name; the first that the record has is meant. */
const usualNames: ReadonlyMap<string, readonly string[]> = table({
  effectiveOn: ['effectiveFrom'],
  effectiveDate: ['effectiveFrom'],
  effective: ['effectiveFrom'],
  生效日期: ['effectiveFrom'],
  实施日期: ['effectiveFrom'],
  施行时间: ['effectiveFrom'],
  validFrom: ['effectiveFrom', 'opens'],
  expires: ['effectiveTo', 'closes'],
  expiresOn: ['effectiveTo', 'closes'],
  validTo: ['effectiveTo', 'closes'],
  失效日期: ['effectiveTo'],
  date: ['adoptedOn', 'publishedOn', 'on'],
  issuedOn: ['adoptedOn'],
  signedOn: ['adoptedOn'],
  发文日期: ['adoptedOn'],
  印发日期: ['adoptedOn'],
  发文时间: ['adoptedOn'],
  签发日期: ['adoptedOn'],
  publishDate: ['publishedOn'],
  发布时间: ['publishedOn'],
  公开日期: ['publishedOn'],
  number: ['docNumber'],
  文号: ['docNumber'],
  字号: ['docNumber'],
  issuer: ['issuers'],
  发文单位: ['issuers'],
  印发机关: ['issuers'],
  发布机关: ['issuers'],
  type: ['kind', 'form'],
  category: ['kind', 'form'],
  类型: ['kind', 'form'],
  name: ['title', 'term'],
  名称: ['title', 'name'],
  标题: ['title', 'name'],
  desc: ['description', 'summary'],
  description: ['summary'],
  abstract: ['summary'],
  简介: ['summary', 'description'],
  tags: ['topics'],
  keywords: ['topics'],
  主题: ['topics'],
  area: ['region'],
  地区: ['region'],
  区域: ['region'],
  适用区域: ['region'],
  从: ['from'],
  自: ['from'],
  到: ['to'],
  至: ['to'],
  start: ['opens', 'from'],
  startDate: ['opens', 'from'],
  begins: ['opens', 'from'],
  开始日期: ['opens', 'from'],
  end: ['closes', 'to'],
  ends: ['closes', 'to'],
  endDate: ['closes', 'to'],
  deadline: ['closes', 'to'],
  结束日期: ['closes', 'to'],
  截止日期: ['closes', 'effectiveTo', 'to'],
  link: ['url'],
  website: ['url'],
  license: ['licence'],
  出处: ['source', 'sources'],
  department: ['provider', 'issuers'],
  主管部门: ['provider'],
  责任单位: ['provider'],
  对象: ['recipients'],
  tel: ['phone'],
  联系电话: ['phone'],
  money: ['amount'],
  补贴金额: ['amount'],
  aliases: ['synonyms'],
  别名: ['synonyms'],
  definition: ['plain'],
  解释: ['plain'],
  word: ['term'],
  siteId: ['siteIdCode'],
  lang: ['languages'],
  language: ['languages'],
})

/** The field an unknown key stands for: a usual other name, a key run together with its value, or a slip of the pen. */
export function fieldMeant(key: string, shape: Readonly<Record<string, z.ZodType>>): string | undefined {
  const bare = (/^([^:：]+)[:：]/.exec(key)?.[1] ?? key).trim()
  const names = Object.keys(shape)
  const titles = names.map((name) => titleOf(shape[name]) ?? name)
  const asIs = names.find((name, index) => name === bare || titles[index] === bare)
  const usual = usualNames.get(bare)?.find((name) => names.includes(name))
  if (asIs ?? usual) return asIs ?? usual
  const guess = nearest(bare, [...names, ...titles])
  return guess && (names.includes(guess) ? guess : names[titles.indexOf(guess)])
}

const usualValues: ReadonlyMap<string, readonly string[]> = table({
  全文: ['full'],
  节录: ['excerpt'],
  摘录: ['excerpt'],
  要点: ['digest'],
  摘要: ['digest'],
  题录: ['stub'],
  仅题录: ['stub'],
  cn: ['zh'],
  'zh-CN': ['zh'],
  中文: ['zh'],
  英文: ['en'],
  '>=': ['gte'],
  '<=': ['lte'],
  '>': ['gt'],
  '<': ['lt'],
  '=': ['is'],
  '==': ['is'],
  eq: ['is'],
  ge: ['gte'],
  le: ['lte'],
})

/** The allowed value that was probably meant. */
export function valueMeant(found: string, allowed: readonly string[]): string | undefined {
  const usual = usualValues.get(found.trim())?.find((one) => allowed.includes(one))
  const holding = allowed.filter(
    (one) => found.length > 1 && (one.includes(found) || found.includes(one)) && one.length > 1,
  )
  return usual ?? nearest(found, allowed) ?? (holding.length === 1 ? holding[0] : undefined)
}

const yesWords = /^(?:是|对|有|yes|y|on|t|true|ture|ｔｒｕｅ|1|√|☑)$/i
const noWords = /^(?:否|不|无|no|n|off|f|false|flase|0|×|☐)$/i

/** What to write instead of a value of the wrong type or form, with the editor’s own words where they can be kept. */
export function adviceOn(
  fault: z.core.$ZodIssue,
  field: z.ZodType | undefined,
  found: unknown,
  key: string,
): Bilingual | undefined {
  const schema = field && unwrap(field)
  if (schema instanceof z.ZodArray && found !== undefined && !Array.isArray(found))
    return listAdvice(schema, found, key)
  if (Array.isArray(found)) {
    if (found.length === 0) return write(`请至少写一个，例如 ${key}: [……]`, `Write one at least: ${key}: […]`)
    return schema instanceof z.ZodArray
      ? undefined
      : write(
          `只写一个，不用方括号：${key}: ${clip(found[0])}`,
          `Write one, without brackets: ${key}: ${clip(found[0])}`,
        )
  }
  if (fault.code === 'invalid_type' && fault.expected === 'boolean') {
    const text = String(found).trim()
    const said = yesWords.test(text) ? 'true' : noWords.test(text) ? 'false' : 'true 或 false'
    return write(`请写 ${key}: ${said}，不加引号；true 是“是”，false 是“否”`, `Write ${key}: ${said}, without quotes`)
  }
  if (fault.code === 'invalid_type' && fault.expected === 'number') {
    if (typeof found === 'number') return write('请写普通的数字，例如 52000', 'Write a plain number, e.g. 52000')
    const value = typeof found === 'string' ? parseQuantity(found)?.value : undefined
    const plain = value === undefined ? '52000' : String(value)
    return write(`只写数字，不带单位和逗号：${key}: ${plain}`, `Write digits only: ${key}: ${plain}`)
  }
  const shape = schema && shapeOf(schema)
  if (shape && (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean')) {
    const names = Object.keys(shape).slice(0, 3)
    const fields = names.map((name) => `${name}: ……`).join(', ')
    return write(`这里要写一组字段：${key}: { ${fields} }`, `Write a group of fields: ${key}: { ${fields} }`)
  }
  if (typeof found === 'string') return textAdvice(fault, found)
  return undefined
}

function listAdvice(schema: z.ZodArray, found: unknown, key: string): Bilingual {
  const element = unwrap(schema.element as z.ZodType)
  if (shapeOf(element) || typeof found === 'object')
    return write(
      `这里要写列表：${key}: 下面每一项另起一行，前面写“- ”`,
      `Write a list: below ${key}: every item on its own line behind “- ”`,
    )
  const parts = String(found)
    .replace(/^[[【［(（]+|[\]】］)）]+$/g, '')
    .split(/[、，,；;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const list = `${key}: [${parts.join(', ')}]`
  return write(`列表写在半角方括号里：${clip(list, 60)}`, `Write a list in brackets: ${clip(list, 60)}`)
}

function textAdvice(fault: z.core.$ZodIssue, found: string): Bilingual | undefined {
  const quoted = /^[“”‘’＂＇"'「](.*)[“”‘’＂＇"'」]$/.exec(found.trim())?.[1]
  if (quoted !== undefined) return write(`引号用半角的：" "，请写 "${quoted}"`, `Use straight quotes: "${quoted}"`)
  if (fault.code !== 'invalid_format') return undefined
  const isId = 'pattern' in fault && String(fault.pattern).includes('[a-z0-9]+(-')
  if (!isId) return undefined
  const parts = found.split(/[、，,；;\s]+/).filter((part) => part !== '')
  if (parts.length > 1 && parts.every((part) => /^[a-z0-9-]+$/.test(part)))
    return write(`几个标识之间用半角逗号：[${parts.join(', ')}]`, `Part them with commas: [${parts.join(', ')}]`)
  if (/\.mdx?$/i.test(found))
    return write(`只写标识，不带 .md：${found.replace(/^.*\/|\.mdx?$/gi, '')}`, 'Write the id without .md')
  if (/\p{Script=Han}/u.test(found))
    return write(
      '这里写标识（英文代号），不写名称；机构、来源的标识在 data/registers/，政策的标识是文件名',
      'Write an id, not a name: ids stand in data/registers/; that of a policy is its file name',
    )
  const lower = found
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return lower === '' ? undefined : write(`请写成 ${lower}`, `Write ${lower}`)
}

/** By any word, `constructor` and `__proto__` too. */
function table(entries: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(entries))
}

function write(zh: string, en: string): Bilingual {
  return { zh, en }
}

function clip(value: unknown, most = 30): string {
  const text = typeof value === 'object' ? '……' : String(value)
  return text.length > most ? `${text.slice(0, most)}…` : text
}
