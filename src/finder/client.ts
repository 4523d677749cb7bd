import type { Answers, ConditionVerdict, Verdict } from '../model/eligibility.ts'
import type { ProfileField } from '../model/eligibility-rule.ts'
import { countLine, type Found, findMeasures } from './find.ts'
import type { FinderData } from './finder-data.ts'

/*
 * The finder in the browser. The page lists every measure with all conditions open; this judges them by the
 * reader's answers. Answers stay in the form: they are neither sent nor stored nor written into the address.
 */

const looks = {
  yes: { word: '符合', look: 'yes' },
  no: { word: '不符合', look: 'no' },
  unknown: { word: '需确认', look: 'ask' },
} as const satisfies Record<Verdict, object>

const form = document.querySelector<HTMLFormElement>('#finder')
const data = document.querySelector('#finder-data')
const open = document.querySelector('#open')
const closed = document.querySelector('#closed')
const status = document.querySelector('#finder-status')
if (form && data && open && closed && status) start(form, JSON.parse(data.textContent ?? '{}'))

function start(questions: HTMLFormElement, rules: FinderData): void {
  const asListed = Array.from(
    document.querySelectorAll<HTMLElement>('[data-measure]'),
    (card) => card.dataset['measure'],
  )
  const update = () => {
    const answers = readAnswers(questions)
    const found = findMeasures(rules, answers)
    const anything = Object.keys(answers).length > 0
    // Before the first answer everything stands in the order of the page.
    show(anything ? found : [...found].sort((a, b) => asListed.indexOf(a.id) - asListed.indexOf(b.id)), anything)
  }
  questions.addEventListener('change', update)
  questions.addEventListener('reset', () => setTimeout(update))
  questions.addEventListener('submit', (event) => {
    event.preventDefault()
    update()
    open?.scrollIntoView({ block: 'start' })
    open?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  })
  update()
}

function readAnswers(questions: HTMLFormElement): Answers {
  const answers: Record<string, string | boolean | string[]> = {}
  for (const fieldset of questions.querySelectorAll<HTMLElement>('fieldset[data-kind]')) {
    const chosen = Array.from(fieldset.querySelectorAll<HTMLInputElement>('input:checked'), (input) => input.value)
    const field = fieldset.dataset['field']
    if (fieldset.dataset['kind'] === 'facts') for (const fact of chosen) answers[fact] = true
    else if (field && chosen.length > 0) answers[field] = chosen
  }
  return answers as Partial<Record<ProfileField, string[]>>
}

function show(found: readonly Found[], anything: boolean): void {
  for (const { id, result, verdict, over } of found) {
    const card = document.querySelector<HTMLElement>(`[data-measure="${id}"]`)
    if (!card) continue
    const section = verdict === 'no' ? closed : open
    section?.append(card)
    // A measure that is over says so, whoever asks.
    if (!over) paint(card.querySelector('.benefit__head .verdict'), verdict)
    const lines = card.querySelectorAll<HTMLElement>('.conditions > li')
    for (const [index, one] of result.conditions.entries()) paintCondition(lines[index], one, anything)
  }
  closed?.toggleAttribute('hidden', !found.some(({ verdict }) => verdict === 'no'))
  open?.querySelector('.empty')?.toggleAttribute(
    'hidden',
    found.some(({ verdict }) => verdict !== 'no'),
  )
  if (status) status.textContent = countLine(found)
}

function paintCondition(line: HTMLElement | undefined, one: ConditionVerdict, anything: boolean): void {
  if (!line) return
  paint(line.querySelector('.verdict'), one.verdict)
  const reason = line.querySelector('[data-reason]')
  // A reason for every open condition of an untouched form would only repeat itself.
  if (reason) reason.textContent = anything && one.verdict !== 'yes' ? ` ${one.reason}` : ''
}

function paint(element: Element | null, verdict: Verdict): void {
  if (!element) return
  const { word, look } = looks[verdict]
  element.className = `verdict verdict--${look}`
  element.querySelector('use')?.setAttribute('href', `#v-${look}`)
  const text = element.querySelector('span')
  if (text) text.textContent = word
}
