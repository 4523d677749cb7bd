import { escapeAttribute } from '../model/markup.ts'

/** Text made safe for SVG, inside elements and attributes; characters XML 1.0 does not allow are dropped. */
export function escapeXml(text: string): string {
  return escapeAttribute(text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''))
}

/** A coordinate with at most one decimal, without a trailing zero: the same on every machine. */
export function xy(value: number): string {
  const text = value.toFixed(1).replace(/\.0$/, '')
  return text === '-0' ? '0' : text
}

/**
 * A chart as an image with a name: `title` is one whole sentence that says what the picture shows, `details` what a
 * sentence cannot hold.
 */
export function image(
  id: string,
  variant: 'wide' | 'narrow',
  size: { readonly width: number; readonly height: number },
  title: string,
  body: string,
  details?: string,
): string {
  const name = escapeXml(`${id}-${variant}-title`)
  const more = escapeXml(`${id}-${variant}-desc`)
  const described = details === undefined ? '' : ` aria-describedby="${more}"`
  return (
    `<svg viewBox="0 0 ${size.width} ${xy(size.height)}" role="img" aria-labelledby="${name}"${described} class="chart--${variant}">` +
    `<title id="${name}">${escapeXml(title)}</title>` +
    `${details === undefined ? '' : `<desc id="${more}">${escapeXml(details)}</desc>`}${body}</svg>`
  )
}

/** Diagonal lines for a span without figures; `id` must be unique on the page. */
export function hatchPattern(id: string): string {
  return (
    `<defs><pattern id="${escapeXml(id)}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    '<path class="hatch-line" d="M0 0v7"/></pattern></defs>'
  )
}

/** The same lines drawn one by one: image programs take long over patterns. */
export function hatchLines(left: number, top: number, right: number, bottom: number): string {
  const step = 10
  let d = ''
  for (let start = left - (bottom - top) + step; start < right; start += step) {
    // From (start, bottom) upwards to the right, cut at the edges.
    const [from, to] = [Math.max(start, left), Math.min(start + bottom - top, right)]
    if (to > from) d += `M${xy(from)} ${xy(bottom - (from - start))}L${xy(to)} ${xy(bottom - (to - start))}`
  }
  return `<path class="hatch-line" d="${d}"/>`
}
