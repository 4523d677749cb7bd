import { z } from 'zod'
import { line, named } from '../field.ts'

/** 行政区划. Codes by GB/T 2260; a functional zone without one carries a code of the register and says so in `note`. */
export const region = z.strictObject({
  code: named('代码', z.string().regex(/^\d{6}$/)),
  name: named('名称', line),
  level: named('级别', z.enum(['国', '省', '市', '县', '功能区'])),
  parent: named(
    '上级',
    z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  ),
  note: named('说明', line.optional()),
})
export type Region = z.output<typeof region>
