/** The two languages of the interface. Chinese is the first; English is offered beside it. */
export const langs = ['zh', 'en'] as const
export type Lang = (typeof langs)[number]

/** One sentence in both languages. */
export type Bilingual = Readonly<Record<Lang, string>>
