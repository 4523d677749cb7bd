import type { Bilingual } from '../model/lang.ts'
import { formatDate } from '../model/number/date.ts'
import { formatShare, formatValue } from '../model/number/format.ts'
import type { Forecast } from '../progress/assessment.ts'

/** What a forecast says, on a line of its own: never a status. */
export const outcomeWords: Readonly<Record<Forecast['outcome'], Bilingual>> = {
  likely: { zh: '预计达成', en: 'Expected to be reached' },
  possible: { zh: '可能', en: 'Possible' },
  unlikely: { zh: '难以达成', en: 'Hard to reach' },
}

/** 到 2024年12月31日约 209—214 家. */
export function forecastRange({ on, low, high }: Forecast, unit: string | undefined): string {
  const [from, to] = [rounded(low, unit), rounded(high, unit)]
  return `到 ${formatDate(on, 'zh')}约 ${from === to ? from : `${from} 至 ${to}`}`
}

/** How it came about, in one sentence. */
export function forecastBasis({ points, since, until, linear, growth }: Forecast, unit: string | undefined): string {
  const straight = `按直线 ${rounded(linear, unit)}`
  const ways = growth === undefined ? straight : `${straight}，按同样的增速 ${rounded(growth, unit)}`
  return `用 ${since} 到 ${until} 的 ${points} 个可比数外推：${ways}。只说趋势，不影响状态。`
}

/** Four digits: an extrapolation has no more. */
function rounded(value: number, unit: string | undefined): string {
  return unit === '比率' ? formatShare(value) : formatValue(Number(value.toPrecision(4)), unit)
}
