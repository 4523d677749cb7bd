import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expandTemplate, isVariableName, parseTemplate, variablesOf } from '../../../src/foreign/csvw/uri-template.ts'

const values = { name: '义 乌', list: ['a', 'b/c'], path: '/a?b', empty: '', none: undefined, nothing: [] }
const expand = (text: string) => {
  const template = parseTemplate(text)
  return template && expandTemplate(template, values)
}
const encoded = encodeURIComponent('义 乌')

describe('a URI template', () => {
  test.each([
    ['https://example.org/{name}', `https://example.org/${encoded}`],
    ['{name:1}', encodeURIComponent('义')],
    ['{+path}', '/a?b'],
    ['{path}', '%2Fa%3Fb'],
    ['{#path,list}', '#/a?b,a,b/c'],
    ['{list}', 'a,b%2Fc'],
    ['{/list*}', '/a/b%2Fc'],
    ['x{.list*}', 'x.a.b%2Fc'],
    ['{?list,empty,none}', '?list=a,b%2Fc&empty='],
    ['{?list*}', '?list=a&list=b%2Fc'],
    ['{;empty,name}', `;empty;name=${encoded}`],
    ['?x=1{&empty}', '?x=1&empty='],
    ['{none}{nothing}-', '-'],
    ['50% é', '50%25%20%C3%A9'],
  ])('%s becomes %s', (text, expanded) => expect(expand(text)).toBe(expanded))

  test.each(['{', '}', 'a{b', '{}', '{a b}', '{a:0}', '{!a}', '{a,}', '{{a}}'])('%s is none', (text) => {
    expect(parseTemplate(text)).toBeUndefined()
  })

  test('says which variables it names', () => {
    const template = parseTemplate('x/{a}{?b*,c:3}{%E4%B9%99}')
    expect(template && variablesOf(template)).toEqual(['a', 'b', 'c', '%E4%B9%99'])
  })

  test('becomes characters that an address may hold, and one value comes back out of it', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'Z', '9', '_'), minLength: 1 })
    fc.assert(
      fc.property(
        name,
        fc.string({ unit: fc.constantFrom('a', '义', '𠮷', ' ', '%', '/', "'", '~', '\0') }),
        (variable, value) => {
          const template = parseTemplate(`x/{${variable}}`) ?? []
          const address = expandTemplate(template, { [variable]: value })
          expect(isVariableName(variable)).toBe(true)
          expect(address).toMatch(/^[\w.~/%-]*$/)
          expect(decodeURIComponent(address)).toBe(`x/${value}`)
        },
      ),
    )
  })

  test('is read or refused, whatever it is, and never throws', () => {
    const signs = fc.string({ unit: fc.constantFrom('{', '}', 'a', ',', ':', '*', '+', '%', '4', '\ud800') })
    fc.assert(
      fc.property(signs, (text) => {
        const template = parseTemplate(text)
        if (template) expandTemplate(template, { a: ['1', '2'] })
      }),
    )
  })
})
