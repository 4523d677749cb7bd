import { type Source, sourceName } from '../../model/register/source.ts'
import type { SourceUses } from '../../views/data/source-uses.ts'
import { urls } from '../urls.ts'
import { type TwinContext, twinHead } from './twin.ts'

/** A source and everything that rests on it, by id. */
export function sourceJson(context: TwinContext, source: Source, uses: SourceUses | undefined) {
  const ids = (list: readonly { readonly id: string }[] | undefined) => (list ?? []).map(({ id }) => id)
  return {
    ...twinHead(context, urls.source(source.id)),
    ...sourceSummary(source),
    note: source.note,
    supports: {
      policies: ids(uses?.policies),
      measures: ids(uses?.measures),
      interpretations: ids(uses?.interpretations),
      observations: ids(uses?.observations),
      services: ids(uses?.services),
      projects: ids(uses?.projects),
      events: ids(uses?.events),
      terms: ids(uses?.terms),
    },
  }
}

export function sourceSummary(source: Source) {
  const { note: _, ...fields } = source
  return { ...fields, name: sourceName(source) }
}
