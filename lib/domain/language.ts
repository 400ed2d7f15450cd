/** The languages of the interface; Spanish is the first. */
export const languages = ['es', 'en'] as const
export type Language = (typeof languages)[number]

/** A text of the assessment in every language. */
export interface Bilingual {
  es: string
  en: string
}

export function isLanguage(value: unknown): value is Language {
  return value === 'es' || value === 'en'
}

/**
 * The text in the reader's language. Takes `unknown` because bilingual texts come out of JSON columns;
 * throws where the column holds anything else, since that is a broken row and not an input error.
 */
export function inLanguage(text: unknown, language: Language): string {
  const value = (text as Partial<Bilingual> | null)?.[language]
  if (typeof value !== 'string') throw new TypeError(`not a bilingual text: ${JSON.stringify(text)}`)
  return value
}

/** The language that a browser prefers, by its Accept-Language header; Spanish where it names none of ours. */
export function preferredLanguage(acceptLanguage: string | null | undefined): Language {
  return askedLanguage(acceptLanguage) ?? 'es'
}

/** The first of our languages that the header names; null where it names none. */
export function askedLanguage(acceptLanguage: string | null | undefined): Language | null {
  return (acceptLanguage ?? '').split(',').map(part => part.trim().slice(0, 2)).find(isLanguage) ?? null
}
