import type { Hit } from './hit.ts'

export interface Link {
  readonly start: number
  readonly end: number
}

/** Web addresses: their paths hold numbers of articles, which are nobody's. */
export function linksIn(plain: string): Link[] {
  return [...plain.matchAll(/(?:https?:\/\/|www\.)[^\s<>"'，。；、）)》】\]]+/g)].map((one) => ({
    start: one.index,
    end: one.index + one[0].length,
  }))
}

const personal =
  /(?:phone|mobile|tel|cell|sms|sjh|shouji|dianhua|lxdh|contact|id_?-?card|id_?-?no|idnum|identity|sfz|cert|zjh|card|yhk|bank|user|uid|account|login|name|mail|qq|uin|wx|wechat|passport|member|applicant|person|手机|电话|身份|卡号)/i
const neutral =
  /^(?:\w{0,8}id|t|ts|time|timestamp|_|v|ver|version|no|num|code|key|hash|sign|token|p|page|date|r|rnd|random|seq|sn|order\w*|doc\w*|art\w*)$/i

/** Does a number within a web address belong to a person? The name of its parameter says so. */
export function isPersonalParameter(plain: string, link: Link, hit: Hit): boolean {
  if (hit.kind === 'email') return true
  const parameter = /[?&#;]([^?&#;=]{1,40})=[^&#;]{0,20}$/.exec(plain.slice(link.start, hit.start))?.[1]
  if (parameter !== undefined && personal.test(parameter)) return true
  if (hit.kind === 'id-number') return parameter === undefined || !neutral.test(parameter)
  return hit.kind === 'mobile' && parameter !== undefined && !neutral.test(parameter)
}
