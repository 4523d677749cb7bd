import type { Hit } from './hit.ts'
import { hits, inner } from './hit.ts'

const n = String.raw`[\dA-Za-z一二三四五六七八九十]{1,6}`
const estate = `(?:小区|花园|公寓|家园|新村|花苑|嘉园|雅苑|佳苑|名苑|华庭|宿舍|家属[院楼]|公馆|新城|社区|里弄|苑|弄)`

const labelled =
  /(?:(?:家庭|居住|现居住?|户籍|户口|收货|常住)(?:详细)?(?:地址|住址|所在地)|现?住址|住所地|家庭地址|(?<![a-z])(?:home[ _-]?addr(?:ess)?|jtzz|jtdz|zhuzhi|hjdz|xzz))\s?[：:=]\s?["“]?([^\s，。；,;"”|]{4,60})/gi
const living =
  /(?:家住|居住于|居住在|现住|住在|户籍地为|住址为|住址是|寄往)([\u4e00-\u9fff][^\s，。；,;|]{0,30}?(?:\d{1,5}|[一二三四五六七八九十]{1,4})(?:号|幢|栋|室|单元|组|弄)[^\s，。；,;|]{0,20})/g
const flats = [
  new RegExp(`${n} ?(?:幢|栋|号楼|座|号|#) ?${n} ?单元 ?${n} ?(?:室|号|户)?`, 'g'),
  new RegExp(
    String.raw`(?<=${estate}[^\s，。；,;|]{0,10}?)(?<!\d)\d{1,4} ?(?:幢|栋|号楼|座|号|-) ?(?:\d{1,3} ?(?:单元|-) ?)?\d{3,4} ?室`,
    'g',
  ),
  new RegExp(String.raw`(?<=${estate} ?)\d{1,3} ?(?:幢|栋|号楼|-) ?\d{1,2}-\d{3,4}(?!\d)`, 'g'),
  /[路街巷] ?\d{1,5} ?弄 ?\d{1,4} ?号 ?\d{2,4} ?室/g,
]

/** Without one of these nothing is a home: the expressions below are slow. */
const sign = /单元|室|[址住][\u4e00-\u9fff]|址\s?[：:=]|寄往|籍|\d-\d{3}|addr|jtzz|jtdz|zhuzhi|hjdz|xzz/i

/** Homes: named as such, or as only flats are written. An office in a building has no 单元. */
export function homeAddresses(plain: string): Hit[] {
  if (!sign.test(plain)) return []
  return [
    ...inner(plain, labelled, 'address'),
    ...inner(plain, living, 'address'),
    ...flats.flatMap((form) => hits(plain, form, 'address')),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
}
