import { before, isNamedOtherwise } from './context.ts'
import type { Hit } from './hit.ts'
import { hits, inner } from './hit.ts'

/** Passports, permits, cards of soldiers and of insurance, and licence plates. */
export function papers(plain: string): Hit[] {
  return [
    ...inner(plain, named, 'paper'),
    ...inner(plain, insured, 'paper'),
    ...hits(plain, soldiers, 'paper'),
    ...hits(plain, passports, 'paper', (found) => isPassport(plain, found)),
    ...hits(plain, plates, 'plate', (found) => (found[0].match(/\d/g)?.length ?? 0) >= 3),
  ].sort((a, b) => a.start - b.start)
}

const behind = String.raw`(?:号码|编号|证号|号|no\.?|number)?[^\dA-Za-z\n，。；]{0,6}`
const named = new RegExp(
  String.raw`(?:护照|passport|通行证|回乡证|台胞证|旅行证|海员证|(?<![a-z])(?:hzhm?|huzhao|txzh?m?))[ _-]?${behind}([A-Z]{0,2} ?\d{4} ?\d{3,6})(?![A-Za-z\d])`,
  'gi',
)
const insured = new RegExp(
  String.raw`(?:军官证|士兵证|士官证|警官证|文职干部证|军人证|社保卡|社会保障卡?|医保卡|医疗保险|驾驶证|残疾人?证|户口[簿本]|居住证|居留证|学籍|结婚证|离婚证|低保证|社保)${behind}((?:[\u4e00-\u9fff]{0,3}字第? ?)?[A-Z]{0,3}\d{6,20}X?)(?![A-Za-z\d])`,
  'gi',
)
const soldiers = /(?<![\u4e00-\u9fff])[军南北沈兰成济广海空参政后装政火战联武][\u4e00-\u9fff]?字第 ?\d{6,10} ?号/g
const passports =
  /(?<![A-Za-z\d.〔_/-])(?:E(?:\d|[A-HJ-NP-Z])\d{7}|[GD]\d{8}|[SP]E\d{7}|[CHMW]\d{8,10})(?![A-Za-z\d_/-]|\.\d)/g

/** E, G and D with eight digits are passports; those of permits only beside a word for them. A date after a letter is a code. */
function isPassport(plain: string, found: RegExpExecArray): boolean {
  const words = before(plain, found.index)
  if (isNamedOtherwise(words) || /(?:型号|规格|图号|国标|标准|航班|车次|批次)[^\dA-Za-z\n]{0,4}$/.test(words))
    return false
  if (/^[A-Z](?:19|20)\d\d(?:0[0-9]|1[0-2])/.test(found[0])) return false
  return /^[EGDSP]/.test(found[0])
}

/** GA 36: province, office, five or six signs. */
const plates =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·.-]?(?=[A-HJ-NP-Z]{0,2}\d)[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳领](?![A-Za-z\d-])/g
