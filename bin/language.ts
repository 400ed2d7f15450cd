import type { Language } from '@/lib/domain/language'

/** The language of whoever sits at the shell; English where it names neither. */
export function preferredByShell(): Language {
  return /^es/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '') ? 'es' : 'en'
}
