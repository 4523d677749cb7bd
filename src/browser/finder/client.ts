import type { Answers, ConditionVerdict, Verdict } from '../../model/benefit/eligibility.ts'
import type { ProfileField } from '../../model/benefit/eligibility-rule.ts'
import { countLine, type Found, findMeasures, openFirst, tallyLine } from './find.ts'
import type { FinderData } from './finder-data.ts'

/*
 * The finder in the browser. The page lists every measure with its conditions; this judges them by the
 * reader's answers. Answers stay in the form: they are neither sent nor stored nor written into the address.
 */

const looks = {
  yes: { word: '符合', look: 'yes' },
  no: { word: '不符合', look: 'no' },
  unknown: { word: '需确认', look: 'ask' },
} as const satisfies Record<Verdict, object>

/** Cards this page has opened by itself; what a reader has opened stays open. */
const unfolded = new WeakSet<Element>()

const form = document.querySelector<HTMLFormElement>('#finder')
const data = document.querySelector('#finder-data')
const open = document.querySelector('#open')
const unfit = document.querySelector('#unfit')
const closed = document.querySelector('#closed')
const status = document.querySelector('#finder-status')
if (form && data && open && unfit && closed && status) start(form, JSON.parse(data.textContent ?? '{}'))

function start(questions: HTMLFormElement, rules: FinderData): void {
  for (const details of document.querySelectorAll('[data-measure] details[open]')) unfolded.add(details)
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
    const heading = open?.querySelector<HTMLElement>('h2')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
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

function unfold(details: HTMLDetailsElement | null, first: boolean): void {
  if (!details) return
  if (first && !details.open) {
    details.open = true
    unfolded.add(details)
  } else if (!first && unfolded.has(details)) {
    details.open = false
    unfolded.delete(details)
  }
}

function show(found: readonly Found[], anything: boolean): void {
  const shownOpen = found.filter(({ verdict }) => verdict !== 'no').slice(0, openFirst)
  for (const one of found) {
    const { id, result, verdict, over } = one
    const card = document.querySelector<HTMLElement>(`[data-measure="${id}"]`)
    if (!card) continue
    const section = over ? closed : verdict === 'no' ? unfit : open
    section?.append(card)
    unfold(card.querySelector('details'), shownOpen.includes(one))
    const tally = card.querySelector('[data-tally]')
    if (tally) tally.textContent = anything && !over ? tallyLine(one) : `${result.conditions.length + 1} 条`
    // A measure that is over says so, whoever asks; of the others nothing is known before the first answer.
    const head = card.querySelector('[data-verdict]')
    head?.toggleAttribute('hidden', !anything)
    if (head) paint(head.querySelector('.verdict'), verdict)
    const lines = card.querySelectorAll<HTMLElement>('.conditions > li')
    for (const [index, condition] of result.conditions.entries()) paintCondition(lines[index], condition, anything)
  }
  unfit?.toggleAttribute('hidden', !found.some(({ verdict, over }) => verdict === 'no' && !over))
  closed?.toggleAttribute('hidden', !found.some(({ over }) => over))
  open?.querySelector('.empty')?.toggleAttribute('hidden', shownOpen.length > 0)
  if (status) status.textContent = countLine(found)
}

function paintCondition(line: HTMLElement | undefined, one: ConditionVerdict, anything: boolean): void {
  if (!line) return
  paint(line.querySelector('.verdict'), one.verdict)
  const reason = line.querySelector('[data-reason]')
  // A reason for every open condition of an untouched form would only repeat itself.
  if (reason) reason.textContent = anything && one.verdict !== 'yes' ? one.reason : ''
}

function paint(element: Element | null, verdict: Verdict): void {
  if (!element) return
  const { word, look } = looks[verdict]
  element.className = `verdict verdict--${look}`
  element.querySelector('use')?.setAttribute('href', `#v-${look}`)
  const text = element.querySelector('span')
  if (text) text.textContent = word
}
