import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TableDistributions } from '../model/data/column-distribution.ts'
import type { Issue } from '../model/issue.ts'
import { atAddress, type Site } from '../model/site.ts'
import { type Handover, handedOver } from '../model/site-handover.ts'
import type { Board } from '../progress/board.ts'
import { assessAll } from '../progress/board.ts'
import { type BoardHistory, boardHistory } from '../progress/history.ts'
import { type Manifest, parseManifest } from '../publish/formats/manifest.ts'
import { urls } from '../publish/urls.ts'
import { type ApiEntry, apiPaths } from '../publish/web/api-paths.ts'
import { apiEntries } from '../publish/web/openapi.ts'
import { readRoot } from '../read/root.ts'

interface Loaded {
  readonly site: Site
  readonly board: Board
  /** Worked out when first asked for: few pages show it. */
  readonly history: () => BoardHistory
  readonly issues: readonly Issue[]
}

let cached: Promise<Loaded> | undefined
let shown: { readonly handover: Handover; readonly loaded: Loaded } | undefined

/** The site as the pages see it: read once per build; in dev, the newest that the program has handed over. */
export async function getSite(): Promise<Site> {
  return (await loaded()).site
}

/** Every target judged as of the site's day. */
export async function getBoard(): Promise<Board> {
  return (await loaded()).board
}

/** The boards of earlier days. */
export async function getHistory(): Promise<BoardHistory> {
  return (await loaded()).history()
}

/** What the check warns of; a site with errors is never built. */
export async function getIssues(): Promise<readonly Issue[]> {
  return (await loaded()).issues
}

/** The downloads of each dataset, as the publish stage has written them; none where nothing was staged. */
export async function getPublished(): Promise<Manifest> {
  const stage = process.env['GONGBAO_STAGE']
  return stage ? parseManifest(await readFile(join(stage, 'manifest.json'), 'utf8')) : new Map()
}

/** The id of the full-text index; none where nothing was staged. */
export async function getFulltext(): Promise<string | undefined> {
  const stage = process.env['GONGBAO_STAGE']
  if (!stage) return undefined
  const { id } = JSON.parse(await readFile(join(stage, 'fulltext.json'), 'utf8')) as { readonly id: string }
  return id
}

/** The kinds of addresses programs read, each with one that exists; those are known where files were staged. */
export async function getApi(): Promise<ApiEntry[]> {
  const stage = process.env['GONGBAO_STAGE']
  return stage ? apiEntries(await readFile(join(stage, 'site', urls.openapi()), 'utf8')) : [...apiPaths]
}

/** How the values of an open dataset are spread, by table and column; none where nothing was staged. */
export async function getDistributions(dataset: string): Promise<Readonly<Record<string, TableDistributions>>> {
  const stage = process.env['GONGBAO_STAGE']
  if (!stage) return {}
  const text = await readFile(join(stage, 'distributions.json'), 'utf8')
  return (JSON.parse(text) as Record<string, Record<string, TableDistributions>>)[dataset] ?? {}
}

/** What is wrong with the content that is being edited; only in dev, where such content is not shown. */
export function getProblems(): readonly Issue[] {
  return handedOver()?.problems ?? []
}

function loaded(): Promise<Loaded> {
  const handover = handedOver()
  if (handover) {
    if (shown?.handover.site !== handover.site) shown = { handover, loaded: judged(handover.site, handover.issues) }
    return Promise.resolve(shown.loaded)
  }
  cached ??= load()
  return cached
}

async function load(): Promise<Loaded> {
  const root = process.env['GONGBAO_ROOT'] ?? process.cwd()
  const day = today()
  const { site, issues } = await readRoot(root, { asOf: process.env['GONGBAO_AS_OF'] ?? day, today: day })
  if (!site) throw new Error(`content under ${root} has errors; run: npm run check`)
  return judged(site, issues)
}

function judged(site: Site, issues: readonly Issue[]): Loaded {
  const address = process.env['GONGBAO_URL']
  let history: BoardHistory | undefined
  return {
    site: address ? atAddress(site, address) : site,
    board: assessAll(site),
    history: () => {
      history ??= boardHistory(site)
      return history
    },
    issues,
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
