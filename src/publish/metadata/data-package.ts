import type { Dataset, TableField, TableSchema } from '../../model/data/dataset.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import type { DescribedTable } from '../formats/manifest.ts'
import { urls } from '../urls.ts'
import { datasetIri, type Edition } from './edition.ts'
import { type Licence, licenceOf } from './licence.ts'

/**
 * `datapackage.json`: the descriptor as Data Package v2 (https://datapackage.org/standard/data-package/), with the
 * size and checksum of each table.
 */
export function dataPackage(
  dataset: Dataset,
  tables: readonly DescribedTable[],
  config: SiteConfig,
  edition: Edition,
): object {
  const { name, title, description, version, created, keywords, contributors, licenses, sources, gongbao } = dataset
  const licence = licenceOf(dataset, config)
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    id: datasetIri(edition),
    title,
    description,
    homepage: edition.page,
    version,
    created: `${created}T00:00:00Z`, // the standard wants a moment; we know the day
    ...withoutEmpty({
      keywords,
      contributors: [
        ...contributors,
        { title: gongbao.provider, roles: ['creator'] },
        { title: config.publisher, path: `${edition.site}/`, roles: ['publisher'] },
      ],
      licenses:
        licenses.length === 0 && licence ? [toLicense(licence)] : licenses.filter((one) => one.name ?? one.path),
      sources,
    }),
    resources: tables.map((one) => resource(one, edition)),
    gongbao,
  }
}

function toLicense({ id, title, url }: Licence) {
  return withoutEmpty({ name: id, title, path: url })
}

function resource({ table, csv }: DescribedTable, edition: Edition) {
  const { file: _file, header, summary, withheld: _withheld, schema, name, title, description, path, ...rest } = table
  return {
    name,
    ...withoutEmpty({ title, description }),
    path,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: csv.bytes,
    hash: `sha256:${csv.sha256}`,
    schema: tableSchema(schema, header, edition),
    ...rest,
    'gongbao:rows': summary.rows,
  }
}

/**
 * Fields in the order of the columns; lists the standard does not want empty are left out. A key into another dataset
 * names the address of its descriptor, as the recipe for external foreign keys asks.
 */
function tableSchema(schema: TableSchema, header: readonly string[], { site }: Edition) {
  const { fields, foreignKeys, ...rest } = schema
  const inOrder = header.flatMap((name) => fields.filter((field) => field.name === name))
  return {
    fields: inOrder.map(toField),
    ...withoutEmpty({
      ...rest,
      foreignKeys: foreignKeys.map(({ fields: own, reference: { package: other, resource, fields } }) => ({
        fields: own,
        reference: {
          ...(other !== undefined && { package: site + urls.datasetFile(other, 'datapackage.json') }),
          // A table refers to itself by naming no other.
          ...(resource !== '' && { resource }),
          fields,
        },
      })),
    }),
  }
}

function toField({ constraints, ...field }: TableField) {
  return Object.keys(constraints).length > 0 ? { ...field, constraints } : field
}

function withoutEmpty<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined && !(Array.isArray(one) && one.length === 0)),
  ) as Partial<T>
}
