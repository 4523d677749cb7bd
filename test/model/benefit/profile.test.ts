import { expect, test } from 'vitest'
import { profileFields } from '../../../src/model/benefit/eligibility-rule.ts'
import { profileFieldNames, profileQuestions } from '../../../src/model/benefit/profile.ts'

test('there are three to five questions, each in both languages', () => {
  expect(profileQuestions.length).toBeGreaterThanOrEqual(3)
  expect(profileQuestions.length).toBeLessThanOrEqual(5)
  for (const question of profileQuestions) {
    const words = [question, ...question.options]
    expect(words.every((one) => one.zh !== '' && one.en !== '')).toBe(true)
  }
})

test('every question answers fields of the profile, and no two the same', () => {
  const fields = profileQuestions.flatMap((one) =>
    one.kind === 'facts' ? one.options.map((option) => option.value) : [one.field ?? ''],
  )
  expect(new Set(fields).size).toBe(fields.length)
  expect(fields.filter((field) => !profileFields.some((known) => known === field))).toEqual([])
})

test('options of one question have different values', () => {
  for (const { options } of profileQuestions) {
    expect(new Set(options.map((one) => one.value)).size).toBe(options.length)
  }
})

test('every field of the profile has a name', () => {
  expect(Object.keys(profileFieldNames).sort()).toEqual([...profileFields].sort())
})
