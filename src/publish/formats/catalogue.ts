/** What all files of an ending have in common. */
export interface FileKind {
  /** Those with `x-` are in use without being registered. */
  readonly type: string
  readonly text: boolean // in UTF-8
  /** Every host knows the type; of the others `_headers` tells it. */
  readonly known?: true
  /** Its name in DCAT; kinds without one are named by their media type. */
  readonly dcat?: string
}

const fileType = (code: string) => `http://publications.europa.eu/resource/authority/file-type/${code}`

/** Files for programs, by their endings: programs of other sites may read them. In the order of `_headers`. */
export const fileKinds = {
  json: { type: 'application/json', text: true, known: true, dcat: fileType('JSON') },
  jsonld: { type: 'application/ld+json', text: true },
  ttl: { type: 'text/turtle', text: true },
  csv: { type: 'text/csv', text: true, dcat: fileType('CSV') },
  ndjson: { type: 'application/x-ndjson', text: true, dcat: 'https://github.com/ndjson/ndjson-spec' },
  parquet: { type: 'application/vnd.apache.parquet', text: false },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    text: false,
    dcat: fileType('XLSX'),
  },
  zip: { type: 'application/zip', text: false, known: true, dcat: fileType('ZIP') },
  xml: { type: 'application/xml', text: true, known: true },
  ics: { type: 'text/calendar', text: true },
  svg: { type: 'image/svg+xml', text: true, known: true },
  png: { type: 'image/png', text: false, known: true },
  md: { type: 'text/markdown', text: true },
  txt: { type: 'text/plain', text: true },
  bib: { type: 'application/x-bibtex', text: true },
  ris: { type: 'application/x-research-info-systems', text: true },
} as const satisfies Readonly<Record<string, FileKind>>

/** One download of a dataset. */
export interface DownloadFormat {
  /** For people, in the manifest and in DCAT. */
  readonly label: string
  readonly group: 'excel' | 'programs' | 'about'
  /** Its place in the group. */
  readonly rank: number
  /** What it is good for, on the page of the dataset. */
  readonly use: string
  /** What it is, in the description for programs. */
  readonly api: string
  /** What it is, in the README beside it; names with the same words share a line. */
  readonly readme?: string
  /** More than this of a table, or of the dataset where the format holds all of it, and it is not written. */
  readonly most?: { readonly rows: number } | { readonly bytes: number }
}

/**
 * Every download of a dataset, by its name in the folder of a release; what stands in braces differs. In the order of the
 * description for programs. Whoever adds a format adds a row here, its ending above, and the writer in `table-files.ts`.
 */
export const downloadFormats = {
  'datapackage.json': {
    label: 'Data Package',
    group: 'about',
    rank: 2,
    use: 'Data Package 描述：列、类型、约束',
    api: '描述：Data Package v2，每列的类型和约束',
    readme: 'Data Package v2 描述，含每列的类型和约束。',
  },
  'csv-metadata.json': {
    label: 'CSVW',
    group: 'about',
    rank: 3,
    use: 'W3C CSVW 描述',
    api: '描述：CSV on the Web',
    readme: 'CSV on the Web（CSVW）描述。',
  },
  'dataset.jsonld': {
    label: 'DCAT JSON-LD',
    group: 'about',
    rank: 5,
    use: 'DCAT 3，JSON-LD',
    api: '描述：DCAT 3，JSON-LD',
    readme: '同一份 DCAT 3 描述的两种写法。',
  },
  'dataset.ttl': {
    label: 'DCAT Turtle',
    group: 'about',
    rank: 6,
    use: 'DCAT 3，Turtle',
    api: '描述：DCAT 3，Turtle',
    readme: '同一份 DCAT 3 描述的两种写法。',
  },
  'changes.json': {
    label: '修订记录',
    group: 'about',
    rank: 4,
    use: '各版之间改了什么，到行到格',
    api: '这一版改了什么，到行和单元格',
  },
  'codebook.csv': {
    label: '数据字典',
    group: 'about',
    rank: 1,
    use: '数据字典，机器可读',
    api: '数据字典，每列一行',
    readme: '每列一行：含义、类型、单位、约束、缺失怎样写、填了多少、最小和最大。',
  },
  'CITATION.txt': {
    label: '引用',
    group: 'about',
    rank: 7,
    use: '引用：GB/T 7714 和 APA',
    api: '引用：GB/T 7714 与 APA',
    readme: 'GB/T 7714、APA、BibTeX、RIS 的引用格式。',
  },
  'citation.bib': {
    label: 'BibTeX',
    group: 'about',
    rank: 8,
    use: '引用：BibTeX',
    api: '引用：BibTeX',
    readme: 'GB/T 7714、APA、BibTeX、RIS 的引用格式。',
  },
  'citation.ris': {
    label: 'RIS',
    group: 'about',
    rank: 9,
    use: '引用：RIS，给 Zotero、EndNote',
    api: '引用：RIS',
    readme: 'GB/T 7714、APA、BibTeX、RIS 的引用格式。',
  },
  'README.md': { label: 'README', group: 'about', rank: 10, use: '说明，人读的', api: '说明：每个文件是什么' },
  SHA256SUMS: {
    label: 'SHA-256',
    group: 'about',
    rank: 11,
    use: '全部校验码，用 sha256sum -c 核对',
    api: '校验码，以 sha256sum -c 核对',
    readme: '以 `sha256sum -c SHA256SUMS` 核对。',
  },
  '{table}.excel.csv': {
    label: 'Excel CSV',
    group: 'excel',
    rank: 2,
    use: '双击就开，中文不乱码；一张表一个文件',
    api: '一张表，给 Excel 和 WPS 直接打开',
    readme: '给 Excel 和 WPS 直接打开的 CSV，带 BOM；会被改成数字或当作公式的内容加了保护，程序请读正本。',
  },
  '{table}.csv': {
    label: 'CSV',
    group: 'programs',
    rank: 2,
    use: 'UTF-8，逗号分隔；其他格式都由它而来',
    api: '一张表的正本：UTF-8，逗号分隔',
    readme: '正本：UTF-8（无 BOM），逗号分隔，换行为 LF，第一行是列名。',
  },
  '{table}.json': {
    label: 'JSON',
    group: 'programs',
    rank: 4,
    use: '一个 JSON 数组，数和是否带类型',
    api: '一张表，一行一个对象',
    readme: '同一张表，一行一个对象，缺失为 null。',
    most: { rows: 100_000 }, // it must be read whole: NDJSON is read row by row
  },
  '{table}.ndjson': {
    label: 'NDJSON',
    group: 'programs',
    rank: 3,
    use: '一行一个 JSON 对象，可以边读边用',
    api: '一张表，每行一个 JSON 对象',
    readme: '同一张表，每行一个 JSON 对象，可以逐行读。',
  },
  '{table}.parquet': {
    label: 'Parquet',
    group: 'programs',
    rank: 5,
    use: '带类型，列式；DuckDB、pandas、Spark 直接读',
    api: '一张表，带类型',
    readme: '同一张表，带类型，给 DuckDB、Spark、pandas。',
  },
  '{workbook}.xlsx': {
    label: 'XLSX',
    group: 'excel',
    rank: 1,
    use: '封面、各表、数据字典、说明与修订；代码是文本，不会掉零',
    api: '全部表、数据字典和说明',
    readme: '工作簿：封面、每张表、数据字典、说明；代码一类的列是文本。',
    most: { rows: 200_000 }, // Excel takes minutes to open more
  },
  '{archive}.zip': {
    label: 'ZIP',
    group: 'programs',
    rank: 1,
    use: '整包：CSV、描述、数据字典、引用',
    api: '全部表和描述的压缩包',
    most: { bytes: 2 ** 32 - 1 }, // what the classic zip format can count to
  },
} as const satisfies Readonly<Record<string, DownloadFormat>>

/** What a download is called, e.g. `{table}.csv`. */
export type DownloadName = keyof typeof downloadFormats

/** All of them, for those who go through the rows. */
export const downloadRows = Object.entries(downloadFormats) as readonly (readonly [DownloadName, DownloadFormat])[]

/** The name that fits a file, the most exact first: `codebook.csv` is no table. */
export function downloadNameOf(file: string): DownloadName | undefined {
  const fits = downloadRows.filter(([name]) => (name.startsWith('{') ? file.endsWith(endOf(name)) : file === name))
  return fits.sort(([a], [b]) => endOf(b).length - endOf(a).length)[0]?.[0]
}

function endOf(name: string): string {
  return name.slice(name.indexOf('}') + 1)
}
