import { expect, test } from 'vitest'
import { comparatorWords, findComparator } from '../../../src/model/target/comparator.ts'
import { comparators } from '../../../src/model/target/target.ts'

test.each([
  ['累计新增小微企业5.2万家以上', 'ge', '以上'],
  ['占比不低于2.5%', 'ge', '不低于'],
  ['开展不少于300场', 'ge', '不少于'],
  ['入库企业数达到2万家', 'ge', '达到'],
  ['至少20家', 'ge', '至少'],
  ['≥20家', 'ge', '≥'],
  ['无还本续贷余额超 150 亿元', 'gt', '超'],
  ['总量超过 70 个', 'gt', '超过'],
  ['总量突破70个', 'gt', '突破'],
  ['大于70个', 'gt', '大于'],
  ['70个以外', 'gt', '以外'],
  ['平均费率降至1%以下', 'le', '以下'],
  ['3天以内', 'le', '以内'],
  ['不超过3天', 'le', '不超过'],
  ['不高于1%', 'le', '不高于'],
  ['费率降至1%', 'le', '降至'],
  ['不满10人', 'lt', '不满'],
  ['低于1%', 'lt', '低于'],
  ['少于3天', 'lt', '少于'],
  ['实现全覆盖', 'eq', '全覆盖'],
  ['户数保持增长', 'up', '保持增长'],
  ['产值逐年增长', 'up', '逐年增长'],
  ['占比上升', 'up', '上升'],
  ['能耗下降', 'down', '下降'],
  ['新增贷款 360 亿元', 'ge', ''],
  ['能耗下降3%', 'ge', ''],
  ['利率保持在合理水平', 'none', ''],
  ['每年遴选推广一批', 'none', ''],
  ['到2023年底', 'none', ''],
])('%s is read as %s by “%s”', (words, comparator, word) => {
  expect(findComparator(words)).toEqual({ comparator, word })
})

test('a threshold that only narrows a noun does not bind the promise', () => {
  const scope = '单户授信总额1000万元以下的普惠型小微企业'
  expect(findComparator(`${scope}贷款增速不低于各项贷款增速`)).toEqual({ comparator: 'ge', word: '不低于' })
  expect(findComparator(`${scope}有贷款余额的户数保持增长`)).toEqual({ comparator: 'up', word: '保持增长' })
  expect(findComparator(`${scope}贷款超50亿元`)).toEqual({ comparator: 'gt', word: '超' })
})

test('words that only contain a bound word bind nothing', () => {
  expect(findComparator('超市总量70个')).toEqual({ comparator: 'ge', word: '' })
  expect(findComparator('以上措施完成70项')).toEqual({ comparator: 'ge', word: '' })
})

test('every comparator has its words and all numeric ones a sign of their own', () => {
  expect(Object.keys(comparatorWords).sort()).toEqual([...comparators].sort())
  const signs = comparators.map((one) => comparatorWords[one].sign)
  expect(new Set(signs).size).toBe(signs.length)
})
