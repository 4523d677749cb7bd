import { Feed } from 'feed'
import type { Dataset } from '../../model/data/dataset.ts'
import { escapeText } from '../../model/markup.ts'
import { releaseSummary } from '../../model/release/release-summary.ts'
import type { Site } from '../../model/site.ts'
import { compareText } from '../../model/text-order.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { urls } from '../urls.ts'

/** Something new, as a feed tells it. */
interface Entry {
  readonly path: string
  readonly title: string
  readonly on: string // ISO day
  readonly summary: string
}

/** How many entries a feed holds; readers keep what they have seen. */
const longest = 50

/** The Atom feeds by path: everything new, policies, data, each dataset with releases. Dates are days; a feed is as new as its newest entry. */
export function feeds(site: Site, options: PublishOptions): ReadonlyMap<string, string> {
  const { place, name } = site.config
  const all = [...site.datasets.values()]
  const [policies, datasets, texts] = [policyEntries(site), all.flatMap(datasetEntries), interpretationEntries(site)]
  const write = (path: string, title: string, page: string, entries: readonly Entry[]): [string, string] => [
    path,
    atom(site, options, { path, title, page, entries: newest(entries) }),
  ]
  return new Map([
    write('/feed.xml', `${place}${name}`, urls.home(), [...policies, ...datasets, ...texts]),
    write('/policies/feed.xml', `${place}${name}：政策`, urls.policies(), policies),
    write('/data/feed.xml', `${place}${name}：数据`, urls.data(), datasets),
    ...all
      .filter(({ releases }) => releases.length > 0)
      .map((one) => write(urls.datasetFeed(one.id), one.title, urls.datasetChanges(one.id), datasetEntries(one))),
  ])
}

function atom(
  site: Site,
  options: PublishOptions,
  feed: { path: string; title: string; page: string; entries: readonly Entry[] },
): string {
  const author = { name: site.config.publisher, link: addressOf(urls.about(), options) }
  const atomFeed = new Feed({
    id: addressOf(feed.path, options),
    title: feed.title,
    description: site.config.description,
    link: addressOf(feed.page, options),
    feed: addressOf(feed.path, options),
    language: 'zh-CN',
    updated: instant(feed.entries[0]?.on ?? site.asOf),
    generator: 'Gongbao',
    copyright: site.config.licence?.title,
    author,
  })
  for (const { path, title, on, summary } of feed.entries) {
    const address = addressOf(path, options)
    atomFeed.addItem({
      id: address,
      link: address,
      // The library writes titles and summaries as HTML.
      title: escapeText(title),
      description: escapeText(summary),
      date: instant(on),
      published: instant(on),
    })
  }
  return `${atomFeed.atom1()}\n`
}

function policyEntries(site: Site): Entry[] {
  return [...site.policies.values()].flatMap((policy) => {
    const on = policy.addedOn ?? policy.publishedOn ?? policy.adoptedOn
    const summary = [policy.docNumber, policy.summary].filter(Boolean).join('　')
    return on ? [{ path: urls.policy(policy.id), title: policy.title, on, summary }] : []
  })
}

/** Each release of a dataset is an entry; of one without releases, its last update is. */
function datasetEntries(dataset: Dataset): Entry[] {
  const { id, title, version, description, gongbao, releases } = dataset
  if (releases.length === 0) {
    return [{ path: urls.dataset(id), title: `${title} ${version}`, on: gongbao.updatedOn, summary: description }]
  }
  return releases.map(({ version: released, on, note, changes }) => ({
    path: urls.datasetVersion(id, released),
    title: `${title} ${released}`,
    on,
    summary: `${note}（${releaseSummary(changes)}）`,
  }))
}

function interpretationEntries(site: Site): Entry[] {
  return [...site.interpretations.values()].map(({ id, form, title, publishedOn, summary }) => ({
    path: urls.interpretation(id),
    title: `${form}：${title}`,
    on: publishedOn,
    summary,
  }))
}

function newest(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => compareText(b.on, a.on) || compareText(a.path, b.path)).slice(0, longest)
}

function instant(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
