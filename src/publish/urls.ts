/**
 * Every public address is made here (DESIGN §6). Paths start at the root of the site, without its base path;
 * pages add the base with `link()`, machine files prefix the site's full address.
 */
export const urls = {
  home: () => '/',
  /** What a host shows where there is nothing. */
  notFound: () => '/404.html',
  policies: () => '/policies/',
  policy: (id: string, clause?: string) => `/policies/${id}/${clause ? `#${clause}` : ''}`,
  measures: () => '/measures/',
  measure: (id: string) => `/measures/${id}/`,
  interpretations: () => '/interpretations/',
  interpretation: (id: string) => `/interpretations/${id}/`,
  progress: () => '/progress/',
  history: () => '/progress/history/',
  /** The board of a past day; without a day, the list of those days. */
  status: (day?: string) => `/status/${day ?? 'index'}.json`,
  plan: (policy: string) => `/progress/${policy}/`,
  target: (policy: string, target: string) => `/progress/${policy}/${target}/`,
  /** The chart of a target alone, for frames in other sites. */
  embed: (policy: string, target: string) => `/progress/${policy}/${target}/embed/`,
  organizations: () => '/organizations/',
  organization: (id: string) => `/organizations/${id}/`,
  data: () => '/data/',
  dataset: (id: string) => `/data/${id}/`,
  /** A download: `latest` is the newest release and moves on, a version never changes. */
  datasetFile: (id: string, file: string, version = 'latest') => `/data/${id}/${version}/${file}`,
  /** The page of one release. */
  datasetVersion: (id: string, version: string) => `/data/${id}/${version}/`,
  /** What changed from release to release. */
  datasetChanges: (id: string) => `/data/${id}/changes/`,
  /** Its releases as Atom. */
  datasetFeed: (id: string) => `/data/${id}/feed.xml`,
  /** Filter, group and pivot a dataset in the browser. */
  query: (dataset?: string) => `/data/query/${dataset ? `?dataset=${dataset}` : ''}`,
  /** What the query page has to know of a dataset: its tables, columns, files, and the names of its codes. */
  queryFile: (dataset: string) => `/data/query/${dataset}.json`,
  /** How programs read the site. */
  api: () => '/api/',
  openapi: () => '/api/openapi.json',
  indicators: () => '/data/indicators/',
  indicator: (id: string) => `/data/indicators/${id}/`,
  /** The chart of an indicator alone, for frames in other sites. */
  indicatorEmbed: (id: string) => `/data/indicators/${id}/embed/`,
  services: () => '/services/',
  projects: () => '/projects/',
  sources: () => '/sources/',
  source: (id: string) => `/sources/${id}/`,
  glossary: (term?: string) => `/glossary/${term ? `#${term}` : ''}`,
  calendar: () => '/calendar/',
  quality: () => '/quality/',
  methodology: () => '/methodology/',
  about: () => '/about/',
  page: (id: string) => `/${id}/`,
  /** The codes of the check, and what one of them means. */
  codes: () => '/handbook/codes/',
  code: (code: string) => `/handbook/codes/${code}/`,
  /** The folder of a full-text index; another content has another id. */
  fulltext: (id: string) => `/fulltext/${id}/`,
  search: (query?: string) => `/search/${query ? `?q=${encodeURIComponent(query)}` : ''}`,
} as const

/** The machine twin of a page: `/policies/x/` → `/policies/x.json`. */
export function twin(path: string): string {
  return beside(path, 'json')
}

/** A file that stands beside a page: `/progress/x/t01/` → `/progress/x/t01.svg`. */
export function beside(path: string, ending: 'json' | 'csv' | 'svg' | 'png'): string {
  const page = path.split('#')[0] ?? path
  return `${page.replace(/\/$/, '')}.${ending}`
}
