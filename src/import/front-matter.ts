import type { ImportOptions } from './import-options.ts'
import type { OfficialHeader } from './official-header.ts'
import { kindOfTitle, readDay } from './official-header.ts'

/**
 * The front matter of an imported document. What the document does not say, and what only an editor can confirm,
 * above all that the text is complete (`text`), stays empty with a remark; `npm run check` then names it.
 */
export function frontMatter(header: OfficialHeader, options: ImportOptions): string {
  const issuer = header.issuer === undefined ? undefined : options.findOrganization(header.issuer)
  const kind = kindOfTitle(header.title ?? '')
  const page = (field: Parameters<typeof header.labelled.get>[0]) => header.labelled.get(field)
  const leadFirst = header.body.some((part) => part.type === 'paragraph' && part.text.includes('列第一位的为牵头单位'))
  const lines = [
    '---',
    header.title ? `title: ${quoted(header.title)}` : 'title: # 请填写全称',
    header.docNumber
      ? `docNumber: ${quoted(header.docNumber)}`
      : 'docNumberNote: 原文未见 # 导入时没有读到文号，请核对',
    optional('indexNumber', page('indexNumber')),
    optional('registerNumber', page('registerNumber')),
    issuer ? `issuers: [${issuer.id}]` : `issuers: [] # 请填写机构标识${header.issuer ? `：${header.issuer}` : ''}`,
    kind ? `kind: ${kind}` : 'kind: # 请填写文种',
    optional('addressees', header.addressees),
    header.adoptedOn ? `adoptedOn: ${header.adoptedOn}` : 'adoptedOn: # 请填写成文日期',
    ...(['publishedOn', 'effectiveFrom', 'effectiveTo'] as const).map((field) => day(field, page(field))),
    regionLine(issuer?.region ?? options.region),
    validity(page('validity')),
    disclosure(header),
    topics(page('topics')),
    'text: # 请对照原件核对全文后填写：full 全文、excerpt 节录、digest 要点、stub 仅题录',
    leadFirst && 'leadFirst: true',
    'source: # 请填写来源登记表里的标识',
    '---',
    '',
  ]
  return lines.filter((line) => line !== false && line !== undefined).join('\n')
}

function optional(key: string, value: string | undefined): string | undefined {
  return value === undefined || /^[无—\-/]*$/.test(value) ? undefined : `${key}: ${quoted(value)}`
}

function day(key: string, value: string | undefined): string | undefined {
  const read = readDay(value)
  if (read !== undefined) return `${key}: ${read}`
  return value === undefined || /^[无—\-/]*$/.test(value) ? undefined : `# ${key} 来源页面写的是：${oneLine(value)}`
}

/** 有效 is what the dates say by themselves; only what they cannot know is stated. */
function validity(value: string | undefined): string | undefined {
  if (value === undefined || /^[无—\-/]*$/.test(value)) return undefined
  const written = /部分(?:失效|有效)/.test(value) ? '部分失效' : /^(?:已)?(失效|废止|修改|尚未施行)/.exec(value)?.[1]
  const is = written === '修改' ? '已修改' : written
  if (is) return `validity: { is: ${is}, reason: ${quoted(`来源页面标明“${value}”`)} }`
  return `# 来源页面标明有效性：${oneLine(value)}（有效性由日期和文件关系算出，一般不写 validity）`
}

function disclosure(header: OfficialHeader): string {
  const named = /主动公开|依申请公开|不予公开/.exec(header.labelled.get('disclosure') ?? '')?.[0]
  if (header.isPublic || named) return `disclosure: ${named ?? '主动公开'}`
  return 'disclosure: # 请填写公开方式：主动公开、依申请公开、不予公开'
}

function topics(value: string | undefined): string | undefined {
  const list = value?.split(/[\s、，,;；/]+/).filter((one) => one !== '' && !/^[无—-]+$/.test(one)) ?? []
  return list.length > 0 ? `topics: [${list.map((one) => JSON.stringify(one)).join(', ')}]` : undefined
}

function regionLine(region: string): string {
  return region ? `region: "${region}"` : 'region: # 请填写六位区划代码'
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** Plain where YAML reads the same text back, in double quotes elsewhere. */
function quoted(text: string): string {
  return /^\p{Script=Han}[^#"'\n\\]*$/u.test(text) && !/[:：] |:$|\s$/.test(text) ? text : JSON.stringify(text)
}
