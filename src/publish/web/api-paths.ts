import { downloadRows } from '../formats/catalogue.ts'
import { mediaTypeOf } from '../formats/media-type.ts'

/** Addresses of one kind that programs read, e.g. `/policies/{policy}.json`. */
export interface ApiPath {
  readonly path: string // a segment, or the part before an ending, may be a name in braces
  readonly group: string
  readonly summary: string
}

/** The same with the full address of a file of the kind. */
export interface ApiEntry extends ApiPath {
  readonly example?: string | undefined
}

/** Every kind of address with data, in the order the reader meets them; the more exact of two comes first. */
export const apiPaths: readonly ApiPath[] = [
  ...group('数据目录', {
    '/catalog.jsonld': '全部数据集，DCAT 3，JSON-LD',
    '/catalog.ttl': '同一份目录，Turtle',
    '/data.json': '全部数据集，Project Open Data 1.1',
  }),
  ...group('数据集', {
    ...Object.fromEntries(downloadRows.map(([name, { api }]) => [`/data/{dataset}/{version}/${name}`, api])),
    '/data/{dataset}/changes.json': '各版改了什么',
    '/data/indicators.json': '指标目录',
    '/data/{dataset}.json': '一个数据集：描述、列、每个下载的大小与校验码',
  }),
  ...group('指标', {
    '/data/indicators/{indicator}.json': '一个指标：口径与全部数字，各带原样与来源',
    '/data/indicators/{indicator}.csv': '一个指标的全部数字',
  }),
  ...group('承诺与进度', {
    '/progress.json': '各规划的承诺与现在的状态',
    '/progress/{policy}/{target}.json': '一项承诺：状态、公式、代入的数、门槛与来源',
    '/progress/{policy}/{target}.csv': '一项承诺用到和没有用到的数字',
    '/progress/{policy}.json': '一份规划的全部承诺',
    '/status/index.json': '看板变过的日子',
    '/status/{day}.json': '某一天的看板',
  }),
  ...group('政策与服务', {
    '/policies.json': '政策目录',
    '/policies/{policy}.json': '一份政策',
    '/measures.json': '惠企事项目录',
    '/measures/{measure}.json': '一项惠企事项，含资格条件',
    '/services.json': '服务事项改革前后',
    '/projects.json': '项目、里程碑与得分',
    '/organizations.json': '机构目录',
    '/organizations/{organization}.json': '一个机构与它的任务',
    '/sources.json': '来源目录',
    '/sources/{source}.json': '一个来源与用到它的地方',
    '/glossary.json': '术语',
  }),
  ...group('更新', {
    '/feed.xml': '全站更新，Atom',
    '/policies/feed.xml': '政策更新，Atom',
    '/data/feed.xml': '数据更新，Atom',
    '/data/{dataset}/feed.xml': '一个数据集的更新，Atom',
    '/calendar.ics': '期限与日程',
  }),
]

/** The kind of address a path is of; undefined for pages, pictures and what is no data. */
export function apiPathOf(path: string): ApiPath | undefined {
  return patterns.find(({ pattern }) => pattern.test(path))?.kind
}

/** The names in braces with what stands in their place: `/policies/{policy}.json` → policy. */
export function apiParameters(kind: ApiPath, path: string): [name: string, value: string][] {
  const names = [...kind.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const found = patternOf(kind.path).exec(path)?.slice(1) ?? []
  return names.map((name, at) => [name, found[at] ?? ''])
}

/** The media type of a kind of address. */
export function apiMediaType({ path }: ApiPath): string {
  return /\/feed\.xml$/.test(path) ? 'application/atom+xml' : mediaTypeOf(path)
}

const patterns = apiPaths.map((kind) => ({ kind, pattern: patternOf(kind.path) }))

function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '([^/]+?)')
  return new RegExp(`^${escaped}$`)
}

function group(name: string, paths: Readonly<Record<string, string>>): ApiPath[] {
  return Object.entries(paths).map(([path, summary]) => ({ path, group: name, summary }))
}
