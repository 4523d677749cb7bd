import { z } from 'zod'
import { id, isoDate, line, named, webAddress } from '../field.ts'

export const organizationKinds = [
  '政府',
  '政府办公室',
  '政府工作部门',
  '派出机构',
  '党群',
  '群团',
  '垂直管理',
  '领导小组',
  '专班',
  '服务团',
  '园区',
  '银行',
  '企业',
  '媒体',
  '其他',
] as const

export const organization = z.strictObject({
  id: named('标识', id),
  name: named('全称', line),
  /** Short names and aliases as documents write them: 市场监管局, 人行. */
  shortNames: named('简称', z.array(line).default([])),
  kind: named('类别', z.enum(organizationKinds)),
  region: named('区域', z.string().regex(/^\d{6}$/)),
  parent: named('上级', id.optional()),
  /** 发文代字, e.g. 义政办发: used to check who may issue a number. */
  documentCodes: named('发文代字', z.array(line).default([])),
  phone: named('公开电话', line.optional()),
  url: named('网址', webAddress.optional()),
  validFrom: named('成立', isoDate.optional()),
  validTo: named('撤销', isoDate.optional()),
  /** Members of a group; empty with `membersUnknown` where the source does not list them. */
  members: named('成员', z.array(id).default([])),
  membersUnknown: named('成员未列明', z.boolean().default(false)),
  note: named('说明', line.optional()),
})
export type Organization = z.output<typeof organization>
