import { createTranslator } from 'use-intl/core'
import type { Language } from '@/lib/domain/language'
import en from './en.json'
import es from './es.json'
import { locales } from './locales'

type Messages = typeof es

// English that lacks a message of the Spanish file does not compile.
const messages: Record<Language, Messages> = { es, en }

const create = (language: Language) =>
  createTranslator<Messages>({ locale: locales[language], messages: messages[language], timeZone: 'UTC' })

/** Words the interface: `t('item.save')`, with ICU values. Unknown keys do not compile. */
export type Translate = ReturnType<typeof create>

const translators = { es: create('es'), en: create('en') }

export function translator(language: Language): Translate {
  return translators[language]
}
