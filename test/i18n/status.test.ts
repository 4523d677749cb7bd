import { describe, expect, test } from 'vitest'
import { flagWords, reasonWords, statusWords } from '../../src/i18n/status.ts'
import { reasonCodes, statusIds } from '../../src/progress/assessment.ts'

describe('the words of progress', () => {
  test('every status has its own word, shape and rule in both languages', () => {
    const words = statusIds.map((status) => statusWords[status])
    for (const key of ['zh', 'en', 'shortZh', 'shortEn', 'shape'] as const) {
      expect(new Set(words.map((word) => word[key])).size, key).toBe(statusIds.length)
    }
    expect(words.every((word) => word.rule.zh && word.rule.en)).toBe(true)
  })

  test('judged statuses have colours of their own, the others share the neutral one', () => {
    const colors = statusIds.map((status) => statusWords[status].cssClass)
    expect(colors.slice(0, 6)).toEqual(['achieved', 'ontrack', 'slight', 'far', 'reverse', 'missed'])
    expect(new Set(colors.slice(6))).toEqual(new Set(['neutral']))
  })

  test('every reason and every flag is said in both languages', () => {
    const sentences = [...reasonCodes.map((code) => reasonWords[code]), ...Object.values(flagWords)]
    expect(
      sentences.every(
        ({ zh, en }) => /\p{Script=Han}/u.test(zh) && !/\p{Script=Han}/u.test(en.replace(/[超余近不足约]/g, '')),
      ),
    ).toBe(true)
  })
})
