import { statusWords } from '../../i18n/status.ts'
import { formatDate } from '../../model/number/date.ts'
import { blockText } from '../../model/policy/markdown.ts'
import { validityOf } from '../../model/policy/validity.ts'
import { sourceName } from '../../model/register/source.ts'
import type { Site } from '../../model/site.ts'
import { targetKey } from '../../model/target/target.ts'
import type { Board } from '../../progress/board.ts'
import { urls } from '../urls.ts'
import type { Facet } from './facet.ts'

/** What kinds of things search finds, in the order in which a list of everything shows them. */
export const recordTypes = ['政策', '惠企', '目标', '解读', '数据集', '指标', '机构', '术语', '来源', '页面'] as const
type RecordType = (typeof recordTypes)[number]

/** One short record: what search shows and looks in. Full text has an index of its own (README). */
export interface SearchRecord {
  /** Root-relative path, without the base path of the build. */
  readonly url: string
  readonly type: RecordType
  readonly title: string
  /** 文号 or another name, shown before the title and searched like it. */
  readonly number?: string | undefined
  /** Where it stands, e.g. 义乌市 · 2021-11-08. */
  readonly where: string
  readonly summary: string
  /** Further words to be found by: aliases, marked words, synonyms. */
  readonly words: readonly string[]
  readonly filters: Readonly<Partial<Record<Facet, readonly string[]>>>
  /** Id of a status, for records that have one. */
  readonly status?: string | undefined
  /** ISO day, for sorting. */
  readonly date?: string | undefined
}

/** Everything that can be found, in the order of `recordTypes`; of one type, the site's own place first. */
export function searchRecords(site: Site, board: Board): SearchRecord[] {
  return [
    ...policies(site),
    ...measures(site),
    ...targets(site, board),
    ...interpretations(site),
    ...datasets(site),
    ...indicators(site),
    ...organizations(site),
    ...terms(site),
    ...sources(site),
    ...pages(site),
  ]
}

function policies(site: Site): SearchRecord[] {
  return ownFirst(site, site.policies.values()).map((policy) => {
    const issuers = policy.issuers.map((id) => organizationName(site, id))
    const region = regionName(site, policy.region)
    return {
      url: urls.policy(policy.id),
      type: '政策',
      title: policy.title,
      number: policy.docNumber,
      where: joined(region, policy.adoptedOn && formatDate(policy.adoptedOn, 'zh'), issuers[0]),
      summary: policy.summary ?? '',
      words: [policy.shortTitle ?? '', ...policy.topics, ...policy.audiences],
      date: policy.adoptedOn,
      filters: {
        地区: [region],
        年份: years(policy.adoptedOn),
        状态: [validityOf(policy, site.policies, site.asOf).is],
        单位: issuers,
      },
    }
  })
}

function measures(site: Site): SearchRecord[] {
  return ownFirst(site, site.measures.values()).map((measure) => {
    const policy = measure.policy === undefined ? undefined : site.policies.get(measure.policy)
    const region = regionName(site, measure.region)
    return {
      url: urls.measure(measure.id),
      type: '惠企',
      title: measure.title,
      where: joined(region, measure.kind, policy?.shortTitle ?? policy?.title),
      summary: measure.summary,
      words: [measure.recipients, measure.amount?.printed ?? '', policy?.docNumber ?? '', policy?.shortTitle ?? ''],
      date: policy?.adoptedOn,
      filters: {
        地区: [region],
        年份: years(policy?.adoptedOn),
        单位: measure.provider ? [organizationName(site, measure.provider)] : [],
      },
    }
  })
}

function targets(site: Site, board: Board): SearchRecord[] {
  return ownFirst(site, site.policies.values()).flatMap((policy) =>
    policy.targets.map((target): SearchRecord => {
      const status = board.assessments.get(targetKey(target))?.status
      const region = regionName(site, target.region)
      return {
        url: urls.target(policy.id, target.id),
        type: '目标',
        title: target.title,
        number: target.id,
        where: joined(policy.docNumber ?? policy.shortTitle ?? policy.title, region),
        summary: target.words,
        words: [target.valuePrinted ?? '', (target.indicator && site.indicators.get(target.indicator)?.name) ?? ''],
        date: policy.adoptedOn,
        filters: {
          地区: [region],
          年份: years(target.deadline),
          状态: status ? [statusWords[status].zh] : [],
        },
        status,
      }
    }),
  )
}

function interpretations(site: Site): SearchRecord[] {
  return [...site.interpretations.values()].map((text) => ({
    url: urls.interpretation(text.id),
    type: '解读',
    title: text.title,
    where: joined(text.form, text.author, formatDate(text.publishedOn, 'zh')),
    summary: text.summary,
    words: text.interprets.map((id) => site.policies.get(id)?.title ?? ''),
    date: text.publishedOn,
    filters: { 年份: years(text.publishedOn) },
  }))
}

function datasets(site: Site): SearchRecord[] {
  return [...site.datasets.values()].map(({ id, title, description, keywords, gongbao }) => ({
    url: urls.dataset(id),
    type: '数据集',
    title,
    where: joined(gongbao.provider, `更新于 ${gongbao.updatedOn}`),
    summary: description,
    words: keywords,
    date: gongbao.updatedOn,
    filters: { 年份: years(gongbao.updatedOn), 单位: [gongbao.provider] },
  }))
}

function indicators(site: Site): SearchRecord[] {
  return [...site.indicators.values()].map(({ id, name, topic, unit, definition }) => ({
    url: urls.indicator(id),
    type: '指标',
    title: name,
    where: joined(topic, unit),
    summary: definition,
    words: [],
    filters: {},
  }))
}

function organizations(site: Site): SearchRecord[] {
  return [...site.organizations.values()].map(({ id, name, shortNames, kind, region, note }) => ({
    url: urls.organization(id),
    type: '机构',
    title: name,
    where: joined(regionName(site, region), kind),
    summary: note ?? '',
    words: shortNames,
    filters: { 地区: [regionName(site, region)], 单位: [name] },
  }))
}

function terms(site: Site): SearchRecord[] {
  return [...site.terms.values()].map(({ id, term, plain, synonyms }) => ({
    url: urls.glossary(id),
    type: '术语',
    title: term,
    where: '',
    summary: plain,
    words: synonyms,
    filters: {},
  }))
}

function sources(site: Site): SearchRecord[] {
  return [...site.sources.values()].map((source) => ({
    url: urls.source(source.id),
    type: '来源',
    title: sourceName(source),
    where: joined(source.publisher, source.date && formatDate(source.date, 'zh'), source.kind),
    summary: source.title ? (source.described ?? '') : '',
    words: [],
    date: source.date,
    filters: { 年份: years(source.date) },
  }))
}

function pages(site: Site): SearchRecord[] {
  return [...site.pages.values()].map(({ id, title, summary, blocks }) => ({
    url: urls.page(id),
    type: '页面',
    title,
    where: '说明',
    summary,
    words: [blockText(blocks).slice(0, 300)],
    filters: {},
  }))
}

function ownFirst<T extends { readonly region: string }>(site: Site, records: Iterable<T>): T[] {
  const away = ({ region }: T) => Number(region !== site.config.region)
  return [...records].sort((a, b) => away(a) - away(b))
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ')
}

function years(day: string | undefined): string[] {
  return day === undefined ? [] : [day.slice(0, 4)]
}

function regionName(site: Site, code: string): string {
  return site.regions.get(code)?.name ?? code
}

function organizationName(site: Site, id: string): string {
  return site.organizations.get(id)?.name ?? id
}
