import { drawnPlaces } from '../../charts/indicator-file.ts'
import { hasPicture } from '../../charts/target-file.ts'
import { catalogue } from '../../issues/catalogue.ts'
import type { Policy } from '../../model/policy/policy.ts'
import type { Site } from '../../model/site.ts'
import { type Target, targetKey } from '../../model/target/target.ts'
import type { Board } from '../../progress/board.ts'
import { indicatorFacts } from '../../views/data/indicator-facts.ts'
import { urls } from '../urls.ts'
import type { SitePage } from './sitemap.ts'

/** Every page of the site (DESIGN §6), in the order of the rooms. */
export function sitePages(site: Site, board: Board): SitePage[] {
  const of = (ids: Iterable<string>, path: (id: string) => string) => [...ids].map((id) => ({ path: path(id) }))
  return [
    { path: urls.home() },
    { path: urls.policies() },
    ...[...site.policies.values()].map((policy) => ({ path: urls.policy(policy.id), changedOn: changeOf(policy) })),
    { path: urls.measures() },
    ...of(site.measures.keys(), urls.measure),
    { path: urls.interpretations() },
    ...[...site.interpretations.values()].map(({ id, publishedOn }) => ({
      path: urls.interpretation(id),
      changedOn: publishedOn,
    })),
    { path: urls.progress() },
    { path: urls.history() },
    ...board.plans.flatMap(({ policy, targets }) => [
      { path: urls.plan(policy) },
      ...targets.map((key) => ({ path: urls.target(policy, key.slice(policy.length + 1)) })),
    ]),
    { path: urls.organizations() },
    ...of(site.organizations.keys(), urls.organization),
    { path: urls.data() },
    { path: urls.query() },
    ...[...site.datasets.values()].flatMap(({ id, gongbao, releases }) => [
      { path: urls.dataset(id), changedOn: gongbao.updatedOn },
      { path: urls.datasetChanges(id), changedOn: releases[0]?.on },
      ...releases.map(({ version, on }) => ({ path: urls.datasetVersion(id, version), changedOn: on })),
    ]),
    { path: urls.indicators() },
    ...of(site.indicators.keys(), urls.indicator),
    { path: urls.api() },
    { path: urls.services() },
    { path: urls.projects() },
    { path: urls.sources() },
    ...of(site.sources.keys(), urls.source),
    { path: urls.glossary() },
    { path: urls.calendar() },
    { path: urls.quality() },
    { path: urls.methodology() },
    ...of(site.pages.keys(), urls.page),
    { path: urls.codes() },
    ...catalogue.map(({ code }) => ({ path: urls.code(code) })),
    { path: urls.search() },
  ].filter(isFirst())
}

/** Pages that stand in no list: frames for other sites, and what is shown where nothing is. */
export function unlistedPages(site: Site, board: Board): string[] {
  const drawn = (target: Target) => {
    const assessment = board.assessments.get(targetKey(target))
    return assessment !== undefined && hasPicture(target, assessment)
  }
  return [
    ...[...site.policies.values()].flatMap(({ id, targets }) =>
      targets.filter(drawn).map((target) => urls.embed(id, target.id)),
    ),
    ...[...site.indicators.keys()]
      .filter((id) => drawnPlaces(indicatorFacts(site, id).regions).length > 0)
      .map(urls.indicatorEmbed),
    urls.notFound(),
  ]
}

function changeOf({ changeNotes, addedOn }: Policy): string | undefined {
  return [...changeNotes.map(({ on }) => on), ...(addedOn ? [addedOn] : [])].sort().at(-1)
}

/** A page of prose may stand at an address that has a room of its own, e.g. `methodology`. */
function isFirst(): (page: SitePage) => boolean {
  const seen = new Set<string>()
  return ({ path }) => !seen.has(path) && seen.add(path).has(path)
}
