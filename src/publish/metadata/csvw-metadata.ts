import type { Dataset, Table, TableField } from '../../model/data/dataset.ts'
import { missingTexts } from '../../model/data/missing-texts.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import type { DescribedTable } from '../formats/manifest.ts'
import { csvwDatatype } from './csvw-datatype.ts'
import { providerNode, publisherNode } from './dcat-terms.ts'
import { datasetIri, type Edition } from './edition.ts'
import { licenceOf } from './licence.ts'

/**
 * `csv-metadata.json`: the tables as a group of CSV on the Web (https://www.w3.org/TR/tabular-metadata/). Columns
 * have a name programs can use in templates and the titles `und` (as in the header) and `zh`. A foreign key into
 * another dataset is a note, for CSVW knows only tables of the same group; so is one with empty cells, for CSVW asks
 * for a referenced row for each row (Model for Tabular Data §6.6).
 */
export function csvwMetadata(
  dataset: Dataset,
  tables: readonly DescribedTable[],
  config: SiteConfig,
  edition: Edition,
): object {
  const { gongbao } = dataset
  const licence = licenceOf(dataset, config)
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    '@id': `${edition.folder}csv-metadata.json`,
    '@type': 'TableGroup',
    'dc:identifier': datasetIri(edition),
    'dc:title': dataset.title,
    'dc:description': dataset.description,
    'dc:publisher': agent(publisherNode(edition.site, config).id, config.publisher),
    'dc:creator': agent(providerNode(edition.site, gongbao.provider).id, gongbao.provider),
    ...(licence && { 'dc:license': licence.url ? { '@id': licence.url } : licence.title }),
    'dc:created': { '@value': dataset.created, '@type': 'date' },
    'dc:modified': { '@value': gongbao.updatedOn, '@type': 'date' },
    'schema:version': dataset.version,
    ...(dataset.keywords.length > 0 && { 'dcat:keyword': dataset.keywords }),
    'dcat:landingPage': { '@id': edition.page },
    ...(gongbao.notes.length > 0 && { notes: gongbao.notes.map(note) }),
    lang: 'zh',
    dialect,
    tables: tables.map(({ table, csv }) => ({
      '@type': 'Table',
      url: table.path,
      'dc:title': table.title ?? table.name,
      ...(table.description && { 'dc:description': table.description }),
      'dc:extent': { '@value': String(table.summary.rows), '@type': 'integer' },
      'dcat:byteSize': { '@value': String(csv.bytes), '@type': 'nonNegativeInteger' },
      'http://spdx.org/rdf/terms#checksum': {
        'http://spdx.org/rdf/terms#algorithm': { '@id': 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256' },
        'http://spdx.org/rdf/terms#checksumValue': { '@value': csv.sha256, '@type': 'hexBinary' },
      },
      ...outerKeys(table),
      tableSchema: tableSchema(table, dataset),
    })),
  }
}

/** How the canonical CSV is written; said in full, though most of it is what CSVW takes for granted. */
const dialect = {
  encoding: 'utf-8',
  delimiter: ',',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
  lineTerminators: ['\n'],
  skipBlankRows: false,
  trim: false,
} as const

/** A name that templates can hold (RFC 6570 §2.3): other signs are percent-encoded. */
export function csvwName(header: string): string {
  return encodeURIComponent(header)
    .replace(/[^\w%]/g, encoded)
    .replace(/^_/, '%5F')
}

function encoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

function tableSchema(table: Table, { tables }: Dataset) {
  const { header, schema, path } = table
  const { primaryKey, foreignKeys } = schema
  const keys = foreignKeys.flatMap(({ fields, reference }) => {
    const target = reference.resource === '' ? path : tables.find((one) => one.name === reference.resource)?.path
    if (reference.package !== undefined || target === undefined || !isFilled(fields, table)) return []
    return [
      {
        columnReference: fields.map(csvwName),
        reference: { resource: target, columnReference: reference.fields.map(csvwName) },
      },
    ]
  })
  return {
    columns: header.map((name) => column(name, table)),
    ...(primaryKey && {
      primaryKey: primaryKey.map(csvwName),
      aboutUrl: `#${primaryKey.map((name) => `{${csvwName(name)}}`).join(',')}`,
    }),
    ...(keys.length > 0 && { foreignKeys: keys }),
  }
}

function column(name: string, table: Table) {
  const field = table.schema.fields.find((one) => one.name === name)
  const unit = field?.['gongbao:unit']
  return {
    name: csvwName(name),
    titles: { und: name, ...(field?.title && field.title !== name && { zh: field.title }) },
    ...(field?.description && { 'dc:description': field.description }),
    ...(unit && { 'schema:unitText': unit }),
    datatype: field ? csvwDatatype(field, heldBy(table, field)) : 'string',
    ...(field?.type === 'list' && { separator: field.delimiter ?? ',' }),
    required: field?.constraints.required ?? false,
    null: missingTexts(table.schema, field),
  }
}

/** The first rows hold every value of a column when they hold as many as were counted. */
function heldBy({ header, schema, summary }: Table, field: TableField): Set<string> | undefined {
  const missing = new Set(['', ...missingTexts(schema, field)])
  const at = header.indexOf(field.name)
  const held = new Set(summary.preview.map((row) => row[at] ?? '').filter((text) => !missing.has(text)))
  return held.size === summary.columns.find(({ name }) => name === field.name)?.distinct ? held : undefined
}

/** Whether no row has an empty cell in these columns. */
function isFilled(fields: readonly string[], { summary }: Table): boolean {
  return fields.every((name) => summary.columns.find((one) => one.name === name)?.filled === summary.rows)
}

function outerKeys(table: Table) {
  const notes = table.schema.foreignKeys.flatMap(({ fields, reference }) => {
    const columns = `${reference.resource || table.name} 表，${reference.fields.join(', ')} 列`
    if (reference.package !== undefined) {
      return [note(`${fields.join(', ')} 的值见数据集 ${reference.package} 的 ${columns}。`)]
    }
    return isFilled(fields, table) ? [] : [note(`${fields.join(', ')} 不为空时，值见 ${columns}。`)]
  })
  return notes.length > 0 ? { notes } : {}
}

function note(text: string) {
  return { 'dc:description': text }
}

function agent(id: string, name: string) {
  return { '@id': id, 'schema:name': name }
}
