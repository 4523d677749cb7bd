import { type DownloadFormat, downloadFormats, downloadNameOf } from './catalogue.ts'
import type { PublishedFile } from './manifest.ts'

/** One download with what it is good for. */
export interface DescribedFile {
  readonly file: PublishedFile
  readonly name: string
  readonly use: string
}

export interface DownloadGroup {
  readonly id: DownloadFormat['group']
  readonly title: string
  readonly files: readonly DescribedFile[]
}

type Placed = DescribedFile & Pick<DownloadFormat, 'group' | 'rank'>

const titles = { excel: '给 Excel 和 WPS 用', programs: '给程序用', about: '说明与引用' } as const

/** The downloads of a dataset by what a reader wants to do with them; a group without files is left out. */
export function downloadGroups(files: readonly PublishedFile[]): DownloadGroup[] {
  const described = files.map((file): Placed => {
    const name = fileNameOf(file)
    const known = downloadNameOf(name)
    const { group, rank, use } = known
      ? downloadFormats[known]
      : { group: 'about' as const, rank: Number.MAX_VALUE, use: file.format }
    return { group, rank, file, name, use }
  })
  return (['excel', 'programs', 'about'] as const)
    .map((id) => ({
      id,
      title: titles[id],
      files: described.filter(({ group }) => group === id).sort((a, b) => a.rank - b.rank),
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
