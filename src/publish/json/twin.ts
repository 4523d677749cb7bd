import { type Source, sourceName } from '../../model/register/source.ts'
import type { Site } from '../../model/site.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { urls } from '../urls.ts'

/** What the twins are made with. */
export interface TwinContext {
  readonly site: Site
  readonly options: PublishOptions
}

/** What every twin says first: its page, the day it is computed for, and on what terms it may be used. */
export function twinHead({ site, options }: TwinContext, path: string) {
  const { config, asOf } = site
  return {
    page: addressOf(path, options),
    asOf,
    publisher: config.publisher,
    licence: config.licence ?? null,
  }
}

/** A reference to something with a page of its own. */
function reference({ options }: TwinContext, id: string, name: string | undefined, path: string) {
  return { id, name, page: addressOf(path, options) }
}

export function organizationReference(context: TwinContext, id: string) {
  return reference(context, id, context.site.organizations.get(id)?.name, urls.organization(id))
}

export function indicatorReference(context: TwinContext, id: string) {
  return reference(context, id, context.site.indicators.get(id)?.name, urls.indicator(id))
}

export function policyReference(context: TwinContext, id: string) {
  const policy = context.site.policies.get(id)
  return { ...reference(context, id, policy?.title, urls.policy(id)), docNumber: policy?.docNumber }
}

export function regionReference({ site }: TwinContext, code: string) {
  return { code, name: site.regions.get(code)?.name }
}

/** A source as far as a reader needs it to find the original. */
export function sourceReference(context: TwinContext, id: string) {
  const source: Source | undefined = context.site.sources.get(id)
  return {
    ...reference(context, id, source && sourceName(source), urls.source(id)),
    publisher: source?.publisher,
    date: source?.date,
    url: source?.url,
    deadSince: source?.deadSince,
  }
}
