/** Counting words as written → canonical unit, where the two differ. Other words of `counters` stand for themselves. */
const renamed: Readonly<Record<string, string>> = {
  '%': '比率',
  '‰': '比率',
  个百分点: '百分点',
  个月: '月',
  个工作日: '工作日',
  个小时: '小时',
  个季度: '季度',
  平方米: '㎡',
  平米: '㎡',
  'm²': '㎡',
  户: '户',
  戶: '户',
  個: '个',
  个: '个',
  人民币: '元',
  元人民币: '元',
  块钱: '元',
  圆: '元',
  美金: '美元',
  标准箱: '标箱',
  標箱: '标箱',
  件次: '件次',
  宗: '宗',
}

const counters = [
  ...Object.keys(renamed),
  ...'百分点 工作日 小时 分钟 季度 美元 欧元 日元 港元 英镑 元 家次 家 人次 人 名 台次 台套 台 批次 批 场次 场 标箱 单 笔 件 项次 项'.split(
    ' ',
  ),
  ...'吨标煤 吨标准煤 公斤 千克 吨 平方公里 公里 千米 立方米 ㎡ 米 公顷 亩 千瓦时 兆瓦 千瓦 度 列 班 趟 辆 艘 架 只 支 条 套 份 篇 部 门'.split(
    ' ',
  ),
  ...'所 座 栋 幢 间 处 届 类 级 岁 天 年 周 倍 点 起 例 张 种 环节 票 期 队 团 组 位 本 册 款 株 头 床 学时 课时 步 次 股 箱 包'.split(
    ' ',
  ),
].sort((a, b) => b.length - a.length)

const english: readonly [RegExp, string][] = [
  [/percentage points?/iy, '百分点'],
  [/per ?cent|percent|pct|prozent/iy, '比率'],
  [/(?:chinese )?yuan|rmb|cny|renminbi/iy, '元'],
  [/(?:us )?dollars?|usd/iy, '美元'],
  [/packages?|parcels?|items?|pieces?/iy, '件'],
  [/trips?|trains?/iy, '列'],
  [/teus?/iy, '标箱'],
  [/households?/iy, '户'],
  [/companies|enterprises?|firms?|businesses/iy, '家'],
  [/orders?/iy, '单'],
  [/points?/iy, '点'],
  [/times/iy, '次'],
  [/people|persons?|residents?/iy, '人'],
]

/** A unit at a place of a text: what it is called here and where it ends. */
export interface UnitMatch {
  readonly unit: string
  readonly end: number
}

/** The counting word that begins at `at`, the longest first; `元/人` and `台次/年` keep what they are counted per. */
export function unitAt(text: string, at: number): UnitMatch | undefined {
  const word = counters.find((one) => text.startsWith(one, at))
  if (word !== undefined) {
    const unit = renamed[word] ?? word
    const end = at + word.length
    const per = /[/／]\s?(\p{Script=Han}{1,4})/uy
    per.lastIndex = end
    const counted = unit === '比率' ? undefined : per.exec(text)?.[1]
    const perUnit = counted && counters.find((one) => counted.startsWith(one))
    if (!perUnit) return { unit, end }
    return { unit: `${unit}/${perUnit}`, end: text.indexOf(perUnit, end) + perUnit.length }
  }
  for (const [pattern, unit] of english) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found && !/[A-Za-z]/.test(text[at + found[0].length] ?? '')) return { unit, end: at + found[0].length }
  }
  return undefined
}

/** The currency that ends `text` before a number: RMB 336 billion, ¥500. */
export function currencyBefore(text: string): { readonly unit: string; readonly start: number } | undefined {
  const found = /(?:(RMB|CNY|人民币|¥|￥)|(US\$|USD|\$)|(€|EUR))\s{0,2}$/i.exec(text)
  if (!found) return undefined
  return { unit: found[1] ? '元' : found[2] ? '美元' : '欧元', start: found.index }
}
