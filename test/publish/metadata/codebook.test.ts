import { expect, it } from 'vitest'
import { type Dataset, tableSchema } from '../../../src/model/data/dataset.ts'
import { codebookCsv } from '../../../src/publish/metadata/codebook.ts'

const dataset = {
  tables: [
    {
      name: 'shops',
      header: ['id', 'kind', 'count'],
      schema: tableSchema.parse({
        fields: [
          { name: 'id', title: '标识', constraints: { required: true, pattern: '[a-z]+' } },
          { name: 'kind', constraints: { enum: ['甲', '乙'] } },
          {
            name: 'count',
            type: 'integer',
            'gongbao:unit': '家',
            constraints: { minimum: 0 },
            missingValues: [{ value: 'x', label: '未统计' }],
          },
        ],
        primaryKey: 'id',
        foreignKeys: [
          { fields: 'kind', reference: { package: 'registers', resource: 'kinds', fields: 'name' } },
          { fields: 'id', reference: { resource: '', fields: 'kind' } },
        ],
      }),
      summary: {
        columns: [
          { name: 'id', filled: 3, distinct: 3 },
          { name: 'kind', filled: 2, distinct: 1 },
          { name: 'count', filled: 1, minimum: '5', maximum: '5' },
        ],
      },
    },
  ],
} as unknown as Dataset

it('has one line a column: what it means, what it may hold and what it holds', () => {
  expect(codebookCsv(dataset).split('\n')).toEqual([
    'table,position,name,title,type,unit,description,constraints,missing,filled,distinct,minimum,maximum',
    'shops,1,id,标识,string,,,primaryKey; required; pattern=[a-z]+; foreignKey=shops.kind,（空）,3,3,,',
    'shops,2,kind,,string,,,enum=甲|乙; foreignKey=registers/kinds.name,（空）,2,1,,',
    'shops,3,count,,integer,家,,minimum=0,x=未统计,1,,5,5',
    '',
  ])
})
