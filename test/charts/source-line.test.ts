import { expect, test } from 'vitest'
import { sourceLine } from '../../src/charts/source-line.ts'
import type { Site } from '../../src/model/site.ts'

const sources = new Map(
  ['a', 'b', 'c', 'd'].map((id) => [
    id,
    { id, title: `报${id}`, publisher: '社', date: id === 'a' ? '2020-06-10' : undefined },
  ]),
) as unknown as Site['sources']

test('the document comes first, then each source with its day where it has one', () => {
  expect(sourceLine({ sources }, ['a', 'b'], '义政办发〔2021〕38号')).toBe(
    '来源：义政办发〔2021〕38号；报a（2020-06-10）；报b',
  )
})

test('of many sources three are named and all are counted', () => {
  expect(sourceLine({ sources }, ['a', 'b', 'c', 'd'])).toBe('来源：报a（2020-06-10）；报b；报c等 4 处')
})
