/** Descriptions of roots that are made up to be measured. */
export const siteYaml = `name: 示例
place: 示例
subtitle: 示例
description: 虚构示例，只用于测量速度。
region: "990100"
publisher: 示例
url: https://example.test
government: false
languages: [zh]
licence: { id: CC0-1.0, title: CC0 }
`

export const registersYaml = packageYaml('registers', 'register', {
  regions: 'code name level',
  organizations: 'id name kind region',
  indicators: 'id name definition unit kind direction topic aggregation',
  sources: 'id kind title publisher date completeness reliability',
})

/** The descriptor of a dataset: each table with its columns, parted by blanks. */
export function packageYaml(name: string, profile: string, tables: Readonly<Record<string, string>>): string {
  const resources = Object.entries(tables).map(
    ([table, columns]) => `  - name: ${table}
    path: ${table}.csv
    gongbao:profile: ${profile}
    schema:
      fields:
${columns
  .split(' ')
  .map((column) => `        - { name: ${column}${typeOf(column)} }\n`)
  .join('')}${profile === 'register' ? `      primaryKey: ${columns.split(' ')[0]}\n` : ''}`,
  )
  return `name: ${name}
title: 示例
description: 虚构示例，只用于测量速度。指标、地区、数值和来源都由程序按同一规则写成，没有一个是真的；每次写出的都一样，便于比较前后两次的快慢，不能当作任何地方的统计来引用。
version: 1.0.0
created: 2024-01-01
resources:
${resources.join('')}gongbao:
  disclosure: 无条件开放
  updateCycle: 不定期
  updatedOn: 2026-12-31
  provider: 示例
`
}

function typeOf(column: string): string {
  if (column === 'value') return ', type: number'
  return column === 'date' ? ', type: date' : ''
}
