/** What search can be narrowed by, in the order of the page. Apart from the records, because the browser needs no more. */
export const facets = ['类型', '地区', '年份', '状态', '单位'] as const
export type Facet = (typeof facets)[number]
