import { inlineScript, inlineStyle } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'
import { type BuiltPage, isProgram, placeIn } from './built-page.ts'
import type { Tag } from './tags.ts'

/** The Content-Security-Policy of `publish/headers.ts` allows neither scripts nor styles inside a page. */
export function checkInline(page: BuiltPage): Issue[] {
  return page.tags.flatMap((tag) => [
    ...scriptsOf(tag).map((found) => issue(inlineScript, placeIn(page, tag.offset), { found })),
    ...stylesOf(tag).map((found) => issue(inlineStyle, placeIn(page, tag.offset), { found })),
  ])
}

function scriptsOf(tag: Tag): string[] {
  const handlers = [...tag.attributes.keys()].filter((name) => /^on[a-z]+$/.test(name))
  const address = [...tag.attributes].filter(([, value]) => isScriptAddress(value)).map(([name]) => name)
  const program = isProgram(tag) && !tag.attributes.has('src') ? ['<script>'] : []
  return [...program, ...[...handlers, ...address].map((name) => `${tag.name} ${name}`)]
}

function stylesOf(tag: Tag): string[] {
  if (tag.name === 'style') return ['<style>']
  return tag.attributes.has('style') ? [`${tag.name} style`] : []
}

/** Browsers pass over control characters and blanks before and within the scheme. */
export function isScriptAddress(value: string): boolean {
  if (!value.includes(':')) return false
  const [scheme = ''] = value.split(':', 1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
  return /^(?:javascript|vbscript)$/i.test(scheme.replace(/[\u0000-\u0020]/g, ''))
}
