import { changeWords } from '../../i18n/changes.ts'
import { reasonWords, statusWords } from '../../i18n/status.ts'
import { workedOut } from '../../model/number/rounding.ts'
import type { Site } from '../../model/site.ts'
import type { BoardHistory, Change, Moment, PastBoard } from '../../progress/history.ts'
import { method } from '../../progress/thresholds.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { twin, urls } from '../urls.ts'
import { regionReference, sourceReference, type TwinContext } from './twin.ts'

/**
 * `/status/index.json` and a `/status/<date>.json` for each past board (open-data §8.3), by path. The file of a date
 * names no other day, so that it stays as it is until a rule, a correction or an earlier figure changes it.
 */
export function* statusFiles(
  site: Site,
  history: BoardHistory,
  options: PublishOptions,
): Generator<[path: string, value: object]> {
  const context = { site, options }
  for (const board of history.boards) yield [urls.status(board.day), boardJson(context, board)]
  yield [
    urls.status(),
    {
      ...head(context),
      asOf: site.asOf,
      daysWithChanges: history.days,
      boards: history.boards.map(({ day, tally, changes }) => ({
        date: day,
        tally,
        changes: changes.length,
        json: addressOf(urls.status(day), options),
      })),
    },
  ]
}

function head({ site, options }: TwinContext) {
  return {
    page: addressOf(urls.history(), options),
    publisher: site.config.publisher,
    licence: site.config.licence ?? null,
    method: { version: method.version, since: method.since, page: addressOf(urls.methodology(), options) },
  }
}

function boardJson(context: TwinContext, { day, tally, moments, changes }: PastBoard) {
  return {
    ...head(context),
    date: day,
    tally,
    targets: moments.map((one) => momentJson(context, one)),
    changes: changes.map((one) => changeJson(context, one)),
  }
}

function momentJson(context: TwinContext, { target, status, reason, assessable, p, latest, day }: Moment) {
  const [policy = '', id = ''] = target.split('/')
  return {
    policy,
    target: id,
    json: addressOf(twin(urls.target(policy, id)), context.options),
    status: { id: status, zh: statusWords[status].zh, en: statusWords[status].en },
    reason: { id: reason, zh: reasonWords[reason].zh, en: reasonWords[reason].en },
    since: day === '' ? null : day,
    assessable,
    p: workedOut(p),
    figure: latest && {
      indicator: latest.indicator,
      region: regionReference(context, latest.region),
      period: latest.period.text,
      value: latest.value,
      unit: latest.unit,
      printed: latest.printed,
      approx: latest.approx,
      doubt: latest.doubt,
      source: sourceReference(context, latest.source),
    },
  }
}

function changeJson(context: TwinContext, { before, after }: Change) {
  const { why } = after
  const [policy = '', id = ''] = after.target.split('/')
  return {
    policy,
    target: id,
    page: addressOf(urls.target(policy, id), context.options),
    from: before?.status ?? null,
    to: after.status,
    why: { id: why, zh: changeWords[why].zh, en: changeWords[why].en },
  }
}
