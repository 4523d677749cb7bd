import { wrongHeaders, wrongPolicy } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'
import { contentPolicyOf } from '../publish/web/content-policy.ts'
import { headerRules, headersFile } from '../publish/web/headers.ts'
import { type BuiltPage, placeIn } from './built-page.ts'

const covered: ReadonlySet<string> = new Set(['script', 'style', 'link', 'img', 'iframe'])

/**
 * SITE-113: every page states its policy before it loads anything, for hosts that ignore `_headers`, where it is the
 * same but for who may frame the page: a meta element cannot say that.
 */
export function checkPolicy(page: BuiltPage): Issue[] {
  const index = page.tags.findIndex(
    ({ name, attributes }) =>
      name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy',
  )
  const meta = page.tags[index]
  if (!meta) return [issue(wrongPolicy, placeIn(page, 0), { what: 'missing' })]
  const at = placeIn(page, meta.offset)
  const found = meta.attributes.get('content') ?? ''
  if (found !== contentPolicyOf(`/${page.path.replace(/index\.html$/, '')}`))
    return [issue(wrongPolicy, at, { what: 'differs', found })]
  const isLate = page.tags.slice(0, index).some(({ name }) => covered.has(name) || name === 'body')
  return isLate ? [issue(wrongPolicy, at, { what: 'late' })] : []
}

/** SITE-114: `_headers` is what the program writes. */
export function checkHeaders(text: string, base: string): Issue[] {
  const expected = headersFile(headerRules(base)).split('\n')
  const lines = text.split('\n')
  const index = Array.from({ length: Math.max(lines.length, expected.length) }).findIndex(
    (_, at) => lines[at] !== expected[at],
  )
  if (index === -1) return []
  const missing = lines[index] === undefined || expected.length > lines.length
  const line = (missing ? expected[index] : lines[index]) ?? ''
  return [issue(wrongHeaders, { file: '_headers', line: index + 1, column: 1 }, { line, missing })]
}
