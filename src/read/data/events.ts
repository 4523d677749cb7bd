import type { CalendarEvent } from '../../model/data/event.ts'
import type { TableRow } from '../table/table-result.ts'

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
] as const satisfies readonly CalendarEvent['kind'][]

/** Rows of a table with profile `events`; a row with a fault is left out. */
export function toEvents(rows: readonly TableRow[]): CalendarEvent[] {
  return rows.flatMap(({ values, faulty }) => {
    const id = values.get('id')
    const title = values.get('title')
    const start = values.get('start')
    const kind = eventKinds.find((one) => one === values.get('kind'))
    const region = values.get('region')
    if (faulty.size > 0 || !id || !title || !start || !kind || !region) return []
    return [
      {
        id,
        title,
        start,
        end: values.get('end') ?? start,
        kind,
        region,
        subject: { type: 'event' as const, id },
        source: values.get('source'),
        note: values.get('note'),
      },
    ]
  })
}
