import { escapeAttribute } from '../../model/markup.ts'

/** What another site pastes to show a chart of ours; addresses are full ones. */
export interface EmbedTarget {
  readonly title: string
  /** The page that is framed. */
  readonly frame: string
  readonly image: string
  /** Where a click on the image leads. */
  readonly page: string
}

/** The chart in a frame: it grows with the width it gets, and is as new as the site. */
export function frameCode({ title, frame }: EmbedTarget): string {
  return `<iframe src="${escapeAttribute(frame)}" title="${escapeAttribute(title)}" width="100%" height="600" loading="lazy" style="border:0"></iframe>`
}

/** The chart as an image, for places that allow no frames. */
export function imageCode({ title, image, page }: EmbedTarget): string {
  return `<a href="${escapeAttribute(page)}"><img src="${escapeAttribute(image)}" alt="${escapeAttribute(title)}" width="800" style="max-width:100%;height:auto"></a>`
}
