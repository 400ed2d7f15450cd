import { createTranslator } from 'use-intl/core'
import type { Language } from '@/lib/domain/language'
import en from './en.json'
import es from './es.json'

type Messages = typeof es

// English that lacks a message of the Spanish file does not compile.
const messages: Record<Language, Messages> = { es, en }

/** Spanish as spoken in Latin America; English with the day before the month, which no reader here mistakes. */
export const locales: Record<Language, string> = { es: 'es-419', en: 'en-GB' }

const create = (language: Language) =>
  createTranslator<Messages>({ locale: locales[language], messages: messages[language], timeZone: 'UTC' })

/** Words the interface: `t('item.save')`, with ICU values. Unknown keys do not compile. */
export type Translate = ReturnType<typeof create>

const translators = { es: create('es'), en: create('en') }

export function translator(language: Language): Translate {
  return translators[language]
}
