import type { Dataset, Table, TableField, TableSchema } from '../model/dataset.ts'
import type { SiteConfig } from '../model/site-config.ts'
import type { PublishedFile } from './manifest.ts'

/** `datapackage.json`: the descriptor as Data Package v2, with the size and checksum of each table. */
export function dataPackageJson(
  dataset: Dataset,
  tables: readonly { readonly table: Table; readonly csv: PublishedFile }[],
  licence?: SiteConfig['licence'],
): string {
  const { id: _id, file: _file, tables: _tables, gongbao, created, licenses, ...rest } = dataset
  const own = licence && { name: licence.id, title: licence.title, path: licence.url }
  const value = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    ...withoutEmpty(rest),
    created: `${created}T00:00:00Z`, // the standard wants a moment; we know the day
    ...withoutEmpty({ licenses: licenses.length === 0 && own ? [own] : licenses }),
    resources: tables.map(({ table, csv }) => resource(table, csv)),
    gongbao,
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

function resource(table: Table, csv: PublishedFile) {
  const { file: _file, header, summary: _summary, schema, name, title, description, path, ...rest } = table
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
    schema: tableSchema(schema, header),
    ...rest,
  }
}

/** Fields in the order of the columns; lists the standard does not want empty are left out. */
function tableSchema(schema: TableSchema, header: readonly string[]) {
  const { fields, foreignKeys, ...rest } = schema
  const inOrder = header.flatMap((name) => fields.filter((field) => field.name === name))
  return {
    fields: inOrder.map(toField),
    ...withoutEmpty({
      ...rest,
      foreignKeys: foreignKeys.map(({ fields: own, reference }) => ({
        fields: own,
        // A table refers to itself by naming no other.
        reference: reference.resource === '' ? { fields: reference.fields } : reference,
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
