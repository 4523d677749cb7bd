import type { Site } from '../../model/site.ts'
import { targetKey } from '../../model/target/target.ts'
import type { Board } from '../../progress/board.ts'
import type { BoardHistory } from '../../progress/history.ts'
import { sourceIndex } from '../../views/data/source-uses.ts'
import { dutyIndex } from '../../views/policy/duties.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { twin, urls } from '../urls.ts'
import { changesJson } from './changes.ts'
import { datasetJson } from './dataset.ts'
import { indicatorJson, indicatorSummary } from './indicator.ts'
import { measureJson, measureSummary } from './measure.ts'
import { organizationJson, organizationSummary } from './organization.ts'
import { boardJson, planJson } from './plan.ts'
import { policyJson, policySummary } from './policy.ts'
import { sourceJson, sourceSummary } from './source.ts'
import { targetJson } from './target.ts'
import { regionReference, sourceReference, type TwinContext, twinHead } from './twin.ts'

/** The `.json` beside every page of data, by path of the page (`/policies/x/`); one twin at a time. */
export function* jsonTwins(
  site: Site,
  board: Board,
  history: BoardHistory,
  options: PublishOptions,
): Generator<[page: string, value: object]> {
  const context: TwinContext = { site, options }
  yield* records(context, board, history)
  yield* lists(context, board)
}

function* records(context: TwinContext, board: Board, { moments }: BoardHistory): Generator<[string, object]> {
  const { site } = context
  for (const policy of site.policies.values()) yield [urls.policy(policy.id), policyJson(context, board, policy)]
  for (const measure of site.measures.values()) yield [urls.measure(measure.id), measureJson(context, measure)]
  for (const plan of board.plans) {
    yield [urls.plan(plan.policy), planJson(context, board, plan)]
    for (const target of site.policies.get(plan.policy)?.targets ?? []) {
      const assessment = board.assessments.get(targetKey(target))
      const past = moments.get(targetKey(target)) ?? []
      if (assessment) yield [urls.target(target.policy, target.id), targetJson(context, target, assessment, past)]
    }
  }
  const duties = dutyIndex(site)
  for (const one of site.organizations.values()) {
    yield [urls.organization(one.id), organizationJson(context, board, one, duties.get(one.id))]
  }
  for (const one of site.indicators.values()) yield [urls.indicator(one.id), indicatorJson(context, board, one)]
  for (const one of site.datasets.values()) {
    yield [urls.dataset(one.id), datasetJson(context, one)]
    yield [urls.datasetChanges(one.id), changesJson(context, one)]
  }
  const uses = sourceIndex(site)
  for (const one of site.sources.values()) yield [urls.source(one.id), sourceJson(context, one, uses.get(one.id))]
}

/** Lists hold summaries and say where the whole record is. */
function* lists(context: TwinContext, board: Board): Generator<[string, object]> {
  const { site, options } = context
  const list = <T extends { readonly id: string }>(
    path: string,
    all: Iterable<T>,
    summary: (one: T) => object,
    pageOf: (id: string) => string,
  ): [string, object] => [
    path,
    {
      ...twinHead(context, path),
      items: [...all].map((one) => ({
        ...summary(one),
        page: addressOf(pageOf(one.id), options),
        json: addressOf(twin(pageOf(one.id)), options),
      })),
    },
  ]
  yield list(urls.policies(), site.policies.values(), (one) => policySummary(context, one), urls.policy)
  yield list(urls.measures(), site.measures.values(), (one) => measureSummary(context, one), urls.measure)
  yield list(
    urls.organizations(),
    site.organizations.values(),
    (one) => organizationSummary(context, one),
    urls.organization,
  )
  yield list(urls.indicators(), site.indicators.values(), indicatorSummary, urls.indicator)
  yield list(urls.sources(), site.sources.values(), sourceSummary, urls.source)
  yield [urls.progress(), boardJson(context, board)]
  yield [urls.services(), { ...twinHead(context, urls.services()), items: rows(context, site.services) }]
  yield [urls.projects(), projectsJson(context, site)]
  yield [urls.glossary(), { ...twinHead(context, urls.glossary()), items: [...site.terms.values()] }]
}

function projectsJson(context: TwinContext, site: Site) {
  const withSource = <R extends { readonly source: string }>(all: readonly R[]) =>
    all.map((one) => ({ ...one, source: sourceReference(context, one.source) }))
  return {
    ...twinHead(context, urls.projects()),
    items: rows(context, site.projects),
    milestones: withSource(site.milestones),
    scorecards: withSource(site.scorecards),
  }
}

function rows<T extends { readonly region: string; readonly source: string }>(context: TwinContext, all: readonly T[]) {
  return all.map((one) => ({
    ...one,
    region: regionReference(context, one.region),
    source: sourceReference(context, one.source),
  }))
}
