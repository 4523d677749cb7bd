import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path/posix'
import { expect, test } from 'vitest'

const styles = 'src/site/styles'
const slashed = (path: string) => path.replaceAll('\\', '/')
const components = globSync('src/site/**/*.astro').map(slashed)
const sheets = globSync(`${styles}/*.css`).map((path) => basename(slashed(path)))
const textOf = new Map([...components, ...sheets.map((name) => `${styles}/${name}`)].map((path) => [path, read(path)]))

/** What every page loads: `site.css` and what it imports. */
const shared = new Set(['site.css', ...importsOf('site.css')])
const rooms = sheets.filter((name) => !shared.has(name))

/** Classes that only stylesheets of rooms speak of, with those stylesheets. */
const owners = new Map<string, Set<string>>()
for (const name of sheets) {
  for (const found of classesIn(name)) owners.set(found, (owners.get(found) ?? new Set()).add(name))
}

test.each(rooms)('%s is loaded by somebody, by its own name', (name) => {
  const users = components.filter((path) => sheetsOf(path).has(name))
  expect(users).not.toEqual([])
})

test.each(components)('%s loads the rules of the classes that it writes', (path) => {
  const loaded = new Set(
    [...closureOf(path)].flatMap((one) => [...sheetsOf(one)].flatMap((name) => [name, ...importsOf(name)])),
  )
  const missing = classesOf(textOf.get(path) ?? '').filter((name) => {
    const own = [...(owners.get(name) ?? [])]
    return own.length > 0 && own.every((sheet) => !shared.has(sheet) && !loaded.has(sheet))
  })
  expect(missing).toEqual([])
})

test('what every page loads does not speak of a room, and is small', () => {
  const bytes = [...shared].reduce((sum, name) => sum + (textOf.get(`${styles}/${name}`) ?? '').length, 0)
  expect(bytes).toBeLessThan(30_000)
})

/** The stylesheets that a component imports itself. */
function sheetsOf(path: string): Set<string> {
  const found = (textOf.get(path) ?? '').matchAll(/^import .*?'[^']*\/styles\/([\w-]+\.css)(?:\?url)?'/gm)
  return new Set(Array.from(found, ([, name = '']) => name))
}

/** A component with those that it is made of. */
function closureOf(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, to = ''] of (textOf.get(path) ?? '').matchAll(/^import \w+ from '([^']+\.astro)'/gm)) {
    closureOf(join(dirname(path), to), seen)
  }
  return seen
}

function importsOf(name: string): string[] {
  const found = (textOf.get(`${styles}/${name}`) ?? '').matchAll(/@import "\.\/([\w-]+\.css)"/g)
  return Array.from(found, ([, own = '']) => own)
}

/** Classes in the selectors of a stylesheet. */
function classesIn(name: string): Set<string> {
  const selectors = (textOf.get(`${styles}/${name}`) ?? '')
    .replace(/\/\*[\s\S]*?\*\/|"[^"]*"/g, '')
    .replace(/\{[^{}]*\}/g, '{}')
  return new Set(Array.from(selectors.matchAll(/\.([a-z][\w-]*)(?!css)/g), ([, found = '']) => found))
}

/** Classes that a component writes out: the words of a string, the strings and keys of an expression. */
function classesOf(text: string): string[] {
  const attributes = text.matchAll(/\bclass(?::list)?=("[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})/g)
  return Array.from(attributes, ([, value = '']) => value.match(/"[^"]*"|'[^']*'|`[^`]*`|[a-z]\w*(?=:)/g) ?? [])
    .flat()
    .flatMap((part) => part.match(/[a-z][\w-]*/g) ?? [])
}

function read(path: string): string {
  return readFileSync(path, 'utf8')
}
