import { activePicture, buildTrace, serviceWorker } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'
import { placeIn } from './built-page.ts'
import { isScriptAddress } from './inline.ts'
import { readTags } from './tags.ts'

const drawing: ReadonlySet<string> = new Set(['href', 'xlink:href', 'src', 'data'])
const acting: ReadonlySet<string> = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'handler',
  'audio',
  'video',
])

/** SITE-120: a picture that is opened by itself is a document at the origin of the site: it holds shapes and nothing else. */
export function checkPicture(path: string, svg: string): Issue[] {
  const said = (found: string, offset: number) => issue(activePicture, placeIn({ path, html: svg }, offset), { found })
  const issues = readTags(svg).flatMap(({ name, attributes, offset }) => {
    const own = name.replace(/^.*:/, '')
    const bad = [...attributes].find(
      ([key, value]) =>
        /^on[a-z]+$/.test(key) ||
        isScriptAddress(value) ||
        (drawing.has(key) && own !== 'a' && /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(value)) ||
        (drawing.has(key) && /^\s*data:(?!image\/(?:png|jpeg|gif|webp))/i.test(value)) ||
        /url\(\s*['"]?\s*(?:[a-z]+:)?\/\//i.test(value),
    )
    if (acting.has(own)) return [said(`<${name}>`, offset)]
    return bad ? [said(`${name} ${bad[0]}="${bad[1].slice(0, 60)}"`, offset)] : []
  })
  const outside = /<!ENTITY|<\?xml-stylesheet|@import|url\(\s*['"]?\s*(?:[a-z]+:)?\/\//i.exec(svg)
  return outside && issues.length === 0 ? [said(outside[0], outside.index)] : issues
}

/** How traces begin; most files hold none of these, and are not looked at twice. */
const beginnings = ['sourceMappingURL', 'file:///', '/home/', '/Users/', ':\\Users\\', ':\\\\Users']

/** Source maps, addresses of files, and the folders in which people and build machines keep theirs. */
const trace =
  /sourceMappingURL=\S*|file:\/\/\/[^\s"'<>]+|(?<![\w.:/-])\/(?:home|Users)\/[\w.-]+\/[\w.-]+[^\s"'<>]*|[A-Za-z]:\\+Users\\+[\w.-]+[^\s"'<>]*/

/** SITE-121: no file tells where it was built. `folders` are those of the program and of its user. */
export function checkTraces(path: string, text: string, folders: readonly string[]): Issue[] {
  const found = beginnings.some((one) => text.includes(one)) ? trace.exec(text) : null
  const own = folders.find((folder) => text.includes(folder))
  const first = found ? { what: found[0], index: found.index } : own && { what: own, index: text.indexOf(own) }
  return first ? [issue(buildTrace, placeIn({ path, html: text }, first.index), { found: first.what })] : []
}

/** SITE-123 */
export function checkScript(path: string, text: string): Issue[] {
  const found = /\bserviceWorker\b|\bServiceWorkerGlobalScope\b|\bskipWaiting\s*\(/.exec(text)
  return found ? [issue(serviceWorker, placeIn({ path, html: text }, found.index), { found: found[0] })] : []
}
