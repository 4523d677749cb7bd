import { definitions } from '../../src/issues/catalogue.ts'
import type { CodeExample } from '../../src/issues/examples.ts'
import type { Bilingual } from '../../src/model/lang.ts'

/** Stands for every parameter of a message and every part of one. */
const anything: unknown = new Proxy(() => {}, {
  get: (_, key) => (key === Symbol.toPrimitive || key === 'toString' ? () => '…' : anything),
  apply: () => anything,
})

/** The words of a code that no fixture shows, with … where a value would stand; words chosen by a value are left to the title. */
export function wordsOf(code: string): CodeExample {
  const definition = definitions.find((one) => one.code === code)
  if (!definition) throw new Error(`${code} is not defined`)
  const { title, words } = definition
  const { zh, en } = words(anything as never)
  const either = (text: Bilingual): Bilingual =>
    /undefined|NaN|native code/.test(`${text.zh}${text.en}`) ? { zh: `${title.zh}。`, en: `${title.en}.` } : text
  return {
    message: either({ zh: String(zh[0]), en: String(en[0]) }),
    hint: either({ zh: String(zh[1]), en: String(en[1]) }),
  }
}
