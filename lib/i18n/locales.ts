import type { Language } from '@/lib/domain/language'

/** Spanish as spoken in Latin America; English with the day before the month, which no reader here mistakes. */
export const locales: Record<Language, string> = { es: 'es-419', en: 'en-GB' }
