import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

/** A form's server action: it keeps the language that the field `language` names, for whoever is signed in. */
export type LanguageAction = (form: FormData) => void | Promise<void>

/** Changes to the other language at once; without an action it leads to the account, where that is kept. */
export function LanguageSwitch({ language, action }: { language: Language; action?: LanguageAction }) {
  const t = translator(language)
  const other: Language = language === 'es' ? 'en' : 'es'
  const words = (
    <span>
      <span lang={other}>{t('shell.otherLanguage')}</span>
      <span className="sr-only">: {t('shell.changeLanguage')}</span>
    </span>
  )
  const className = 'inline-flex h-9 cursor-pointer items-center text-ink underline underline-offset-4'
  if (!action) return <a href="/account" className={className}>{words}</a>
  return (
    <form action={action}>
      <button name="language" value={other} className={className}>{words}</button>
    </form>
  )
}
