import { readdirSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'

const dist = process.env['GONGBAO_DIST'] ?? 'dist'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of style, where our compressed output differs on purpose.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    // Groups of boxes share a name; live forms narrow a list and have nothing to submit.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }] as never,
    'wcag/h32': 'off',
    // Lists without markers keep their role for VoiceOver, which drops it with `list-style: none`.
    'no-redundant-role': ['error', { exclude: ['list'] }] as never,
  },
})

test('every page of the built site is valid HTML', async () => {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(100)
  const faults: string[] = []
  for (const path of pages) {
    const { results } = await validator.validateFile(`${dist}/${path}`)
    faults.push(
      ...results.flatMap(({ messages }) =>
        messages.map((one) => `${path}:${one.line}:${one.column} ${one.ruleId} ${one.message}`),
      ),
    )
  }
  expect(faults.slice(0, 40)).toEqual([])
}, 300_000)
