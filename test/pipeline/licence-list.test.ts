import { expect, test } from 'vitest'
import { licenceList } from '../../src/pipeline/licence-list.ts'

test('packages with their licences, in order, each once; those without are named', () => {
  const development = [{ name: 'cdx:npm:package:development', value: 'true' }]
  const { csv, without } = licenceList({
    components: [
      { name: 'b', version: '2.0.0', licenses: [{ expression: 'MIT OR Apache-2.0' }], properties: development },
      { name: 'a', version: '1.0.0', licenses: [{ license: { id: 'MIT' } }] },
      { name: 'a', version: '1.0.0', licenses: [{ license: { id: 'MIT' } }] },
      { name: '@c/d', version: '3.0.0' },
    ],
  })
  expect(csv).toBe(
    'name,version,licence,use\n@c/d,3.0.0,,build\na,1.0.0,MIT,build\nb,2.0.0,MIT OR Apache-2.0,development\n',
  )
  expect(without).toEqual(['@c/d@3.0.0'])
})
