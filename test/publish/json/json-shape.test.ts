import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyShape, see, toSchema } from '../../../src/publish/json/json-shape.ts'

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true })
formats.default(ajv)

function schemaOf(...values: unknown[]): object {
  const shape = emptyShape()
  for (const value of values) see(shape, value)
  return toSchema(shape)
}

describe('toSchema', () => {
  it('fits every value it was made of', () => {
    const word = fc.constantFrom('a', 'b', '2026-11-20', '2026-02-31', '')
    const { value: tree } = fc.letrec((again) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.oneof(
          word,
          fc.integer(),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.boolean(),
          fc.constant(null),
        ),
        fc.array(again('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('x', 'y', 'z'), again('value'), { maxKeys: 3 }),
      ),
    }))
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), (given) => {
        // As it is written and read back: -0 and properties of the prototype are no part of a file.
        const values: unknown[] = JSON.parse(JSON.stringify(given))
        const validate = ajv.compile(schemaOf(...values))
        expect(values.filter((value) => !validate(value))).toEqual([])
      }),
    )
  })

  it('requires what every object had', () => {
    expect(schemaOf({ a: 1, b: 'x' }, { a: 2.5 })).toEqual({
      type: 'object',
      properties: { a: { type: 'number' }, b: { type: 'string' } },
      required: ['a'],
    })
  })

  it('names days, and what may be null', () => {
    expect(schemaOf('2026-11-20', null)).toEqual({ type: ['null', 'string'], format: 'date' })
    expect(schemaOf('2026-11-20', '2026')).toEqual({ type: 'string' })
  })

  it('takes an object with very many keys for a list by key', () => {
    const byCode = Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`k${at}`, { count: at }]))
    expect(schemaOf(byCode)).toEqual({
      type: 'object',
      additionalProperties: { type: 'object', properties: { count: { type: 'integer' } }, required: ['count'] },
    })
  })

  it('says nothing of what it has not seen', () => {
    expect(schemaOf([])).toEqual({ type: 'array', items: {} })
  })
})
