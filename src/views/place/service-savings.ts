import type { ServiceItem } from '../../model/data/service-item.ts'
import { formatNumber } from '../../model/number/format.ts'
import { serviceChanges } from './service-changes.ts'

/** How a difference is said, by what has changed: less, more, and the noun after the number. */
const words: Readonly<Record<string, readonly [less: string, more: string, noun: string]>> = {
  材料: ['少交', '多交', '项材料'],
  环节: ['少走', '多走', '个环节'],
  时间: ['省', '多等', '个工作日'],
}

/** What a reform saves the applicant, from numbers of the source only: `少交 5 项材料`, `省 68 个工作日`. */
export function serviceSavings(item: ServiceItem): string[] {
  return serviceChanges(item).flatMap(({ name, before, after, afterWords }) => {
    const [less, more, noun] = words[name] ?? []
    if (!less || !more || !noun || before === after) return []
    const said = `${after < before ? less : more} ${formatNumber(Math.abs(before - after))} ${noun}`
    return [afterWords ? `${said}（${afterWords}）` : said]
  })
}

/** One sentence over all items: how many have numbers on both sides, and what the first few save. */
export function savingsSummary(items: readonly ServiceItem[]): string {
  const saving = items.map((item) => ({ item, savings: serviceSavings(item) })).filter((one) => one.savings.length > 0)
  if (saving.length === 0) return `${items.length} 项中没有一项同时写了改革前和改革后的数字。`
  const said = saving.slice(0, mostNamed).map(({ item, savings }) => `${item.name}${savings.join('、')}`)
  const more = saving.length > mostNamed ? '；等等' : ''
  return `${items.length} 项中 ${saving.length} 项同时写了改革前和改革后的数字：${said.join('；')}${more}。`
}

const mostNamed = 3
