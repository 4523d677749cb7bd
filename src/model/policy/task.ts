import type { Place } from '../issue.ts'

/** A duty of a policy: the clause that carries a `（责任单位：…）`. */
export interface Task {
  readonly id: string // the clause id, e.g. "c2-1-1"
  readonly policy: string
  /** As the text numbers it, 1..12; absent where its clause stands above the numbered ones, as a part of the whole. */
  readonly number?: number | undefined
  readonly title: string
  readonly place: Place
  readonly responsibilities: readonly Responsibility[]
  /** Ids of the targets promised inside this clause. */
  readonly targets: readonly string[]
}

export interface Responsibility {
  readonly organization: string
  readonly nameAsWritten: string
  readonly role: '牵头' | '配合' | '责任' // 责任 = the text does not say who leads
  readonly order: number // from 1
}
