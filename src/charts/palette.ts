/**
 * The light colours of `styles/tokens.css`, for pictures that leave the site: they are seen where no style sheet of
 * ours is, and image programs know no CSS variables.
 */
export const palette: Readonly<Record<string, string>> = {
  paper: '#fdfcfa',
  ink: '#1c1b19',
  'ink-2': '#55514a',
  line: '#ddd8ce',
  'line-ui': '#8a8479',
  red: '#b1161f',
  link: '#164a8c',
  'status-achieved': '#113098',
  'status-ontrack': '#1773a1',
  'status-slight': '#886904',
  'status-far': '#6c1803',
  'status-reverse': '#5d224b',
  'status-missed': '#1c1b19',
  'status-neutral': '#5f5a52',
}

/** The markup of a chart with its colours written out: `var(--ink)` → `#1c1b19`. */
export function withPalette(svg: string): string {
  return svg.replace(/var\(--([\w-]+)\)/g, (variable, name: string) => palette[name] ?? variable)
}
