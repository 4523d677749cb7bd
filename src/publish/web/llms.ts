import type { Site } from '../../model/site.ts'
import type { Board } from '../../progress/board.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { twin, urls } from '../urls.ts'

/** `/llms.txt` (https://llmstxt.org/): what is here, in Markdown, with the machine-readable twin of each room. */
export function llms(site: Site, board: Board, options: PublishOptions): string {
  const { config, asOf } = site
  const link = (title: string, path: string, note: string) => `- [${title}](${addressOf(path, options)}): ${note}`
  return [
    `# ${config.place}${config.name}`,
    '',
    `> ${config.description}`,
    '',
    `数据截至 ${asOf}。每个数字都带来源和来源所印的原样；引用请核对原件。除写明“全文”的以外，政策正文是编者撰写的要点，不是原文。`,
    '',
    '## 数据接口',
    '',
    link('政策', twin(urls.policies()), `${site.policies.size} 份，各有 .json`),
    link('惠企事项', twin(urls.measures()), `${site.measures.size} 项，含资格条件`),
    link(
      '目标与进度',
      twin(urls.progress()),
      `${board.tally.total} 项目标，其中 ${board.tally.assessable} 项有数字可以评估；每项的 .json 含公式、代入的数和来源`,
    ),
    link('以前的看板', urls.status(), '看板变过的日子，各有当日的状态、数字和变的原因'),
    link('指标', twin(urls.indicators()), `${site.indicators.size} 个，${site.observations.length} 个公开数字`),
    link('机构', twin(urls.organizations()), `${site.organizations.size} 个`),
    link('来源', twin(urls.sources()), `${site.sources.size} 个`),
    link('数据接口', urls.api(), '约定、例子和地址一览'),
    link('接口描述', urls.openapi(), 'OpenAPI 3.1，每种地址、例子和结构'),
    link('数据目录', '/catalog.jsonld', `${site.datasets.size} 个数据集，DCAT 3`),
    link('日历', '/calendar.ics', '申报、施行与目标的期限'),
    '',
    '## 政策',
    '',
    ...[...site.policies.values()].map((policy) =>
      link(policy.title, urls.policy(policy.id), [policy.docNumber, policy.summary].filter(Boolean).join('　')),
    ),
    '',
    '## 说明',
    '',
    link('进度怎样判定', urls.methodology(), '门槛和公式'),
    link('缺口与质量', urls.quality(), '没有检索到的、来源不一的'),
    '',
  ].join('\n')
}
