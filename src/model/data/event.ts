import { z } from 'zod'
import { isoDate, named } from '../field.ts'

export const eventKinds = [
  '申报开始',
  '申报截止',
  '享受开始',
  '享受截止',
  '施行',
  '失效',
  '目标到期',
  '规划期满',
  '培训',
  '会议',
  '休市',
  '开市',
  '数据发布',
  '其他',
] as const

/** One row of a table with profile `events`. */
export const eventRow = z.strictObject({
  id: named('标识', z.string()),
  title: named('标题', z.string()),
  start: named('开始', isoDate),
  end: named('结束', isoDate.optional()), // inclusive; the first day where it is not said
  kind: named('类别', z.enum(eventKinds)),
  region: named('区划', z.string()),
  source: named('来源', z.string().optional()),
  note: named('说明', z.string().optional()),
})

/** 日程: something with a date that a reader may want in a calendar. */
export interface CalendarEvent extends z.output<typeof eventRow> {
  readonly end: string
  /** What it is about. */
  readonly subject: { readonly type: 'policy' | 'measure' | 'target' | 'event'; readonly id: string }
}
