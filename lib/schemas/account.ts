import { z } from 'zod'
import { languages } from '@/lib/domain/language'

/** The language in which a person reads Dictamen. */
export const SetLanguage = z.object({ language: z.enum(languages) })
export type SetLanguage = z.output<typeof SetLanguage>
