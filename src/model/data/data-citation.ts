import { onOneLine } from '../one-line.ts'
import type { SiteConfig } from '../site-config.ts'
import type { Dataset } from './dataset.ts'

/** A dataset in the forms that papers, newspapers and reference managers take. */
export interface DataCitations {
  readonly gbt: string // GB/T 7714-2015, one line
  readonly apa: string // APA 7, one line
  readonly bibtex: string // one entry, with a line end
  readonly ris: string // one record, with a line end
}

/**
 * How to cite one version of a dataset. Pages give the day of reading; a file that does not change cannot know it
 * and leaves the words 引用日期 in its place. The author is who the descriptor names as one, else the publisher.
 */
export function datasetCitations(
  dataset: Pick<Dataset, 'id' | 'title' | 'version' | 'contributors' | 'gongbao'>,
  config: Pick<SiteConfig, 'publisher'>,
  at: { readonly url: string; readonly readOn?: string; readonly version?: string; readonly on?: string },
): DataCitations {
  const { id, title } = dataset
  const { url, readOn = '引用日期', version = dataset.version, on = dataset.gongbao.updatedOn } = at
  const { publisher } = config
  const authors = authorsOf(dataset, publisher)
  const work = { id, title, version, on, url, publisher, authors }
  return {
    gbt: citationOf({ publisher, authors, title, version, updatedOn: on, readOn, url }),
    apa: apa(work),
    bibtex: bibtex(work),
    ris: ris(work),
  }
}

/**
 * A dataset or a page of figures by GB/T 7714-2015 §8.8 (electronic resource, DS/OL). A publisher that is no
 * author stands after the title with the year.
 */
export function citationOf(work: {
  readonly publisher: string
  readonly authors?: readonly string[]
  readonly title: string
  readonly version?: string
  readonly updatedOn: string
  readonly readOn: string
  readonly url: string
}): string {
  const { publisher, authors = [publisher], title, version, updatedOn, readOn, url } = work
  const name = version ? `${title}: ${version}` : title
  const issued = authors.includes(publisher) ? '' : `${publisher}, ${updatedOn.slice(0, 4)}`
  return onOneLine(`${authors.join(', ')}. ${name}[DS/OL]. ${issued}(${updatedOn})[${readOn}]. ${url}.`)
}

interface Work {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly on: string
  readonly url: string
  readonly publisher: string
  readonly authors: readonly string[]
}

function apa({ title, version, on, url, publisher, authors }: Work): string {
  const parts = [
    `${authors.join(', ')}. (${on.slice(0, 4)}). ${title} (Version ${version}) [Data set]`,
    ...(authors.includes(publisher) ? [] : [publisher]),
    url,
  ]
  return onOneLine(parts.join('. '))
}

function bibtex({ id, title, version, on, url, publisher, authors }: Work): string {
  const fields = [
    ['title', `{${texText(title)}}`],
    ['author', authors.map((name) => `{${texText(name)}}`).join(' and ')],
    ['publisher', `{${texText(publisher)}}`],
    ['year', on.slice(0, 4)],
    ['month', String(Number(on.slice(5, 7)))],
    ['version', version],
    ['url', url],
    ['language', 'chinese'],
  ]
  const key = `${id}-${version}`.replace(/[^A-Za-z0-9]+/g, '_')
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`
}

function ris({ title, version, on, url, publisher, authors }: Work): string {
  const lines = [
    ['TY', 'DATA'],
    ...authors.map((name) => ['AU', name]),
    ['TI', title],
    ['PB', publisher],
    ['PY', on.slice(0, 4)],
    ['DA', on.replaceAll('-', '/')],
    ['ET', version],
    ['LA', 'zh'],
    ['UR', url],
    ['ER', ''],
  ]
  return lines.map(([tag, value]) => `${tag}  - ${onOneLine(value ?? '')}\r\n`).join('')
}

/** By name, as the descriptor lists them; roles as Data Package 2 and as its first version wrote them. */
function authorsOf({ contributors }: Pick<Dataset, 'contributors'>, publisher: string): string[] {
  const named = contributors.filter(({ roles = [] }) => roles.some((role) => role === 'author' || role === 'creator'))
  return named.length > 0 ? named.map(({ title }) => title) : [publisher]
}

/** Text as TeX reads it back: signs that are commands are written as signs. */
function texText(text: string): string {
  return onOneLine(text).replace(/[\\{}]|[#$%&_^~]/g, (sign) => texSigns[sign] ?? `\\${sign}`)
}

const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}
