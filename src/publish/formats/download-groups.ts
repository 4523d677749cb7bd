import type { PublishedFile } from './manifest.ts'

/** One download with what it is good for. */
export interface DescribedFile {
  readonly file: PublishedFile
  readonly name: string
  readonly use: string
}

export interface DownloadGroup {
  readonly id: 'excel' | 'programs' | 'about'
  readonly title: string
  readonly files: readonly DescribedFile[]
}

/** Endings and names of files, the first that fits, in the order of the page; what they are good for, in words. */
const kinds: readonly (readonly [ending: string, group: DownloadGroup['id'], use: string])[] = [
  ['.xlsx', 'excel', '封面、各表、数据字典、说明与修订；代码是文本，不会掉零'],
  ['.excel.csv', 'excel', '双击就开，中文不乱码；一张表一个文件'],
  ['.zip', 'programs', '整包：CSV、描述、数据字典、引用'],
  ['codebook.csv', 'about', '数据字典，机器可读'],
  ['.csv', 'programs', 'UTF-8，逗号分隔；其他格式都由它而来'],
  ['datapackage.json', 'about', 'Data Package 描述：列、类型、约束'],
  ['csv-metadata.json', 'about', 'W3C CSVW 描述'],
  ['changes.json', 'about', '各版之间改了什么，到行到格'],
  ['.jsonld', 'about', 'DCAT 3，JSON-LD'],
  ['.ttl', 'about', 'DCAT 3，Turtle'],
  ['.ndjson', 'programs', '一行一个 JSON 对象，可以边读边用'],
  ['.json', 'programs', '一个 JSON 数组，数和是否带类型'],
  ['.parquet', 'programs', '带类型，列式；DuckDB、pandas、Spark 直接读'],
  ['.txt', 'about', '引用：GB/T 7714 和 APA'],
  ['.bib', 'about', '引用：BibTeX'],
  ['.ris', 'about', '引用：RIS，给 Zotero、EndNote'],
  ['README.md', 'about', '说明，人读的'],
  ['SHA256SUMS', 'about', '全部校验码，用 sha256sum -c 核对'],
]

type Placed = DescribedFile & { readonly group: DownloadGroup['id']; readonly order: number }

const titles = { excel: '给 Excel 和 WPS 用', programs: '给程序用', about: '说明与引用' } as const

/** The downloads of a dataset by what a reader wants to do with them; a group without files is left out. */
export function downloadGroups(files: readonly PublishedFile[]): DownloadGroup[] {
  const described = files.map((file): Placed => {
    const name = fileNameOf(file)
    const index = kinds.findIndex(([ending]) => name.endsWith(ending))
    const [, group, use] = kinds[index] ?? ['', 'about', file.format]
    return { group, file, name, use, order: index < 0 ? kinds.length : index }
  })
  return (['excel', 'programs', 'about'] as const)
    .map((id) => ({
      id,
      title: titles[id],
      files: described.filter(({ group }) => group === id).sort((a, b) => a.order - b.order),
    }))
    .filter(({ files: own }) => own.length > 0)
}

/** A format to take, in one line: the file, or how many parts it has. */
export interface MainFile {
  readonly format: string
  readonly bytes: number
  /** Absent where there are several parts. */
  readonly file?: PublishedFile
  readonly parts: number
}

/**
 * The formats that hold the rows, for lists that have room for a line: files of the whole dataset where it has several
 * tables, else every format of the one table; the parts of a large Parquet count as one.
 */
export function mainFiles(files: readonly PublishedFile[]): MainFile[] {
  const data = downloadGroups(files).flatMap(({ id, files: own }) =>
    id === 'about' ? [] : own.map(({ file }) => file),
  )
  const tables = new Set(data.flatMap((file) => file.table ?? []))
  const whole = data.filter((file) => file.table === undefined)
  const shown = tables.size > 1 && whole.length > 0 ? whole : data
  return [...Map.groupBy(shown, (file) => file.format)].map(([format, own]) => {
    const bytes = own.reduce((sum, file) => sum + file.bytes, 0)
    const [file] = own
    return { format, bytes, parts: own.length, ...(own.length === 1 && file ? { file } : {}) }
  })
}

/** The last part of its path: `observations.csv`. */
export function fileNameOf({ path }: Pick<PublishedFile, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
