import type { TableField } from '../model/data/dataset.ts'
import type { Bilingual } from '../model/lang.ts'

/** Types of Table Schema, for readers of a data dictionary. */
export const fieldTypeWords = {
  string: { zh: '文本', en: 'text' },
  number: { zh: '数', en: 'number' },
  integer: { zh: '整数', en: 'integer' },
  boolean: { zh: '是否', en: 'yes or no' },
  date: { zh: '日期', en: 'date' },
  datetime: { zh: '日期时间', en: 'date and time' },
  time: { zh: '时刻', en: 'time' },
  year: { zh: '年份', en: 'year' },
  yearmonth: { zh: '年月', en: 'year and month' },
  duration: { zh: '时长', en: 'duration' },
  geopoint: { zh: '经纬度', en: 'longitude and latitude' },
  geojson: { zh: 'GeoJSON', en: 'GeoJSON' },
  object: { zh: 'JSON 对象', en: 'JSON object' },
  array: { zh: 'JSON 数组', en: 'JSON array' },
  list: { zh: '列表', en: 'list' },
  any: { zh: '不限', en: 'any' },
} as const satisfies Record<TableField['type'], Bilingual>
