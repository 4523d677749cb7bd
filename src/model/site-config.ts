import { z } from 'zod'
import { id, line, named, webAddress } from './field.ts'
import { withoutEnd } from './without-end.ts'

/** `content/site.yaml`: everything a city changes about the site itself. */
export const siteConfig = z.strictObject({
  name: named('站名', line), // e.g. 公报
  place: named('地方', line), // e.g. 义乌
  subtitle: named('副题', line),
  description: named('简介', line),
  region: named('区域', z.string().regex(/^\d{6}$/)),
  publisher: named('发布者', line),
  /** Address of the published site, without a trailing slash; used in feeds and metadata. */
  url: named(
    '网址',
    webAddress.overwrite((url) => withoutEnd(url, '/')),
  ),
  /** A government site must carry its 网站标识码; a demonstration says `false`. */
  government: named('政府网站', z.boolean().default(true)),
  siteIdCode: named(
    '网站标识码',
    z
      .string()
      .regex(/^(\d{10}|bm\d{8})$/)
      .optional(),
  ),
  languages: named('语言', z.array(z.enum(['zh', 'en'])).min(1)),
  /** Licence of content and data; without one the build warns. */
  licence: named(
    '许可',
    z
      .strictObject({ id: named('标识', line), title: named('名称', line), url: named('网址', webAddress.optional()) })
      .optional(),
  ),
  contact: named(
    '联系',
    z
      .strictObject({
        name: named('名称', line),
        url: named('网址', webAddress.optional()),
        email: named('邮箱', z.email().optional()),
        phone: named('电话', line.optional()),
      })
      .optional(),
  ),
  /** Contacts an editor has confirmed as public (phone, QQ group, e-mail): PII checks leave them alone. */
  approvedContacts: named('已确认联系方式', z.array(line).default([])),
  /** The indicator that counts inhabitants: the same promise in several places is compared per ten thousand of them. */
  populationIndicator: named('人口指标', id.optional()),
  /** Plans on the front page, in order. */
  featuredPlans: named('首页计划', z.array(id).default([])),
  exampleQueries: named('检索示例', z.array(line).default([])),
})
export type SiteConfig = z.output<typeof siteConfig>
