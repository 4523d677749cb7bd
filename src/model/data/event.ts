/** 日程: something with a date that a reader may want in a calendar. */
export interface CalendarEvent {
  readonly id: string
  readonly title: string
  readonly start: string // ISO day
  readonly end: string // ISO day, inclusive
  readonly kind:
    | '申报开始'
    | '申报截止'
    | '享受开始'
    | '享受截止'
    | '施行'
    | '失效'
    | '目标到期'
    | '规划期满'
    | '培训'
    | '会议'
    | '休市'
    | '开市'
    | '数据发布'
    | '其他'
  readonly region: string
  /** What it is about. */
  readonly subject: { readonly type: 'policy' | 'measure' | 'target' | 'event'; readonly id: string }
  readonly source?: string
  readonly note?: string
}
