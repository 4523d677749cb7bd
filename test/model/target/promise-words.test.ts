import { expect, test } from 'vitest'
import { mainQuantity } from '../../../src/model/number/quantity.ts'
import { findComparator } from '../../../src/model/target/comparator.ts'

/** The promises of 义政办发〔2021〕38号 in our words: how each binds, by which word, its value and unit (policy-domain §4.1). */
test.each<[string, string, string, string, number | undefined, string | undefined]>([
  ['t01', '累计新增小微企业 5.2 万家以上', 'ge', '以上', 52000, '家'],
  ['t02', '其中八大万亿产业 1.3 万家以上', 'ge', '以上', 13000, '家'],
  ['t03', '入库企业数达到 2 万家', 'ge', '达到', 20000, '家'],
  ['t04', '增加值年均增长 6%以上', 'ge', '以上', 0.06, '比率'],
  ['t05', '“规下”升“规上” 100 家以上', 'ge', '以上', 100, '家'],
  ['t08', '省AAA级“守合同重信用”小微企业 6 家', 'ge', '', 6, '家'],
  ['t09', '新增科技型小微企业 600 家', 'ge', '', 600, '家'],
  ['t10', '研发投入占销售收入不低于 2.5%', 'ge', '不低于', 0.025, '比率'],
  ['t11', '科技人员占职工总数不低于 10%', 'ge', '不低于', 0.1, '比率'],
  ['t12', '专利新增 700 件', 'ge', '', 700, '件'],
  ['t13', '新增贷款 360 亿元', 'ge', '', 36_000_000_000, '元'],
  ['t15', '首贷户新增 6000 户', 'ge', '', 6000, '户'],
  ['t17', '无还本续贷新增 9 万笔', 'ge', '', 90000, '笔'],
  ['t18', '无还本续贷余额超 150 亿元', 'gt', '超', 15_000_000_000, '元'],
  ['t19', '增速不低于各项贷款增速', 'ge', '不低于', undefined, undefined],
  ['t20', '有贷款余额的户数保持增长', 'up', '保持增长', undefined, undefined],
  ['t21', '利率保持在合理水平', 'none', '', undefined, undefined],
  ['t22', '小微企业园（基地）总量超过 70 个', 'gt', '超过', 70, '个'],
  ['t23', '每年开放科研设施与仪器 350 台次', 'ge', '', 350, '台次'],
  ['t24', '每年实验室服务 160 批次', 'ge', '', 160, '批次'],
  ['t25', '每年“浙里检”服务 800 单', 'ge', '', 800, '单'],
  ['t26', '培训劳动者 2.4 万人次以上', 'ge', '以上', 24000, '人次'],
  ['t27', '计量服务每年 28 家次以上', 'ge', '以上', 28, '家次'],
  ['t29', '商业秘密保护培训 3 场', 'ge', '', 3, '场'],
  ['t30', '三年累计培育 100 家', 'ge', '', 100, '家'],
  ['t32', '每年开展“成长之星”系列评选', 'none', '', undefined, undefined],
  ['t33', '在 1 个以上行业试点', 'ge', '以上', 1, '个'],
  ['t34', '担保平均费率逐步降至1%以下', 'le', '以下', 0.01, '比率'],
  ['t35', '行政执法部门全覆盖', 'eq', '全覆盖', 1, '比率'],
  ['t36', '实际受惠率达到100%', 'ge', '达到', 1, '比率'],
  ['t38', '每年遴选推广一批服务典型', 'none', '', undefined, undefined],
])('%s: %s', (_, words, comparator, word, value, unit) => {
  expect(findComparator(words)).toEqual({ comparator, word })
  const main = mainQuantity(words)
  expect([main?.value, main?.unit]).toEqual([value, unit])
})
